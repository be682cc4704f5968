from django.http import HttpRequest, HttpResponse


def search(request: HttpRequest, **kwargs: int) -> HttpResponse:
    return HttpResponse("")


def complete(request: HttpRequest, **kwargs: int) -> HttpResponse:
    return HttpResponse("")


def keys(request: HttpRequest, **kwargs: int) -> HttpResponse:
    return HttpResponse("")
