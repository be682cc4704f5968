from django.http import HttpRequest, HttpResponse


def utterance(request: HttpRequest, **kwargs: int) -> HttpResponse:
    return HttpResponse("")


def conflicts(request: HttpRequest, **kwargs: int) -> HttpResponse:
    return HttpResponse("")
