from django.http import HttpRequest, HttpResponse


def article(request: HttpRequest, **kwargs: int) -> HttpResponse:
    return HttpResponse("")


def original(request: HttpRequest, **kwargs: int) -> HttpResponse:
    return HttpResponse("")
