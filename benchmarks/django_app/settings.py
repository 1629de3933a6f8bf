"""Production settings, with nothing that these endpoints do not need."""

import os

_SQLITE = {
    "ENGINE": "django.db.backends.sqlite3",
    "NAME": os.environ.get("BENCH_FILE"),
    "OPTIONS": {"init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;"},
    "CONN_MAX_AGE": None,
}
_POSTGRESQL = {
    "ENGINE": "django.db.backends.postgresql",
    "HOST": os.environ.get("BENCH_SOCKET"),
    "NAME": "postgres",
    "USER": "citypeers",
    "OPTIONS": {"options": "-c search_path=peers"},
    "CONN_MAX_AGE": None,
}
DEBUG = False
ALLOWED_HOSTS = ["127.0.0.1"]
SECRET_KEY = "only-for-the-scratch-databases-of-a-benchmark"
DATABASES = {"default": _POSTGRESQL if "BENCH_SOCKET" in os.environ else _SQLITE}
INSTALLED_APPS = ["rest_framework", "benchmarks.django_app"]
MIDDLEWARE = ["django.middleware.security.SecurityMiddleware", "django.middleware.common.CommonMiddleware"]
ROOT_URLCONF = "benchmarks.django_app.urls"
DEFAULT_AUTO_FIELD = "django.db.models.AutoField"
USE_TZ = True
TIME_ZONE = "UTC"
LOGGING_CONFIG = None
REST_FRAMEWORK = {
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_AUTHENTICATION_CLASSES": [],
    "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.AllowAny"],
    "UNAUTHENTICATED_USER": None,
    "DATETIME_FORMAT": "%Y-%m-%dT%H:%M:%SZ",
}
