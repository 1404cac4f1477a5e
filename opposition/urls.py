"""The citizen's pages."""

from django.urls import URLPattern, URLResolver, path

from opposition.views.objecting import objecting
from opposition.views.resuming import resuming

app_name = "opposition"
urlpatterns: list[URLPattern | URLResolver] = [
    path("s-opposer/", objecting, name="objecting"),
    path("reprendre/", resuming, name="resume"),
]
