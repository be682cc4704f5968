"""The addresses: the app's own, signing in, and Django's admin."""

from django.contrib import admin
from django.contrib.auth import views as accounts
from django.contrib.auth.decorators import login_not_required
from django.urls import include, path
from django.views.i18n import set_language

# Of Django's account pages those that a newsroom needs: a forgotten password is set anew by an admin, not by mail.
urlpatterns = [
    path("", include("articles.urls")),
    path("accounts/login/", accounts.LoginView.as_view(), name="login"),
    path("accounts/logout/", accounts.LogoutView.as_view(), name="logout"),
    path("accounts/password_change/", accounts.PasswordChangeView.as_view(), name="password_change"),
    path("accounts/password_change/done/", accounts.PasswordChangeDoneView.as_view(), name="password_change_done"),
    path("language/setlang/", login_not_required(set_language), name="set_language"),
    path("admin/", admin.site.urls),
]
