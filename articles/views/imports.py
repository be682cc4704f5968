from django.http import HttpRequest, HttpResponse


def imports(request: HttpRequest, **kwargs: int) -> HttpResponse:
    return HttpResponse("")


def batch(request: HttpRequest, **kwargs: int) -> HttpResponse:
    return HttpResponse("")


def progress(request: HttpRequest, **kwargs: int) -> HttpResponse:
    return HttpResponse("")
