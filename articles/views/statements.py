from django.http import HttpRequest, HttpResponse


def mark(request: HttpRequest, **kwargs: int) -> HttpResponse:
    return HttpResponse("")


def card(request: HttpRequest, **kwargs: int) -> HttpResponse:
    return HttpResponse("")


def edit(request: HttpRequest, **kwargs: int) -> HttpResponse:
    return HttpResponse("")


def judge(request: HttpRequest, **kwargs: int) -> HttpResponse:
    return HttpResponse("")
