from django.http import HttpRequest, HttpResponse


def people(request: HttpRequest, **kwargs: int) -> HttpResponse:
    return HttpResponse("")


def complete(request: HttpRequest, **kwargs: int) -> HttpResponse:
    return HttpResponse("")


def person(request: HttpRequest, **kwargs: int) -> HttpResponse:
    return HttpResponse("")


def merge(request: HttpRequest, **kwargs: int) -> HttpResponse:
    return HttpResponse("")


def unmerge(request: HttpRequest, **kwargs: int) -> HttpResponse:
    return HttpResponse("")
