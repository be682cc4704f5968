from django.http import HttpRequest, HttpResponse


def candidates(request: HttpRequest, **kwargs: int) -> HttpResponse:
    return HttpResponse("")


def link(request: HttpRequest, **kwargs: int) -> HttpResponse:
    return HttpResponse("")


def judge(request: HttpRequest, **kwargs: int) -> HttpResponse:
    return HttpResponse("")
