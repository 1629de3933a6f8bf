"""Paths of the endpoints."""

from django.http import HttpResponse
from django.urls import path

from benchmarks.django_app.views import NetworkPages, OneNetwork, Search

urlpatterns = [
    path("readyz", lambda request: HttpResponse("ready")),
    path("api/v1/networks", NetworkPages.as_view()),
    path("api/v1/networks/<slug:slug>", OneNetwork.as_view()),
    path("api/v1/search", Search.as_view()),
]
