"""Every environment variable of the portal, read once; each has a working default but the secrets.

Production is what runs when DEMO is not set, with or without DEBUG: a developer sets DEMO too.
`portal/checks/` says what production refuses, `portal/wsgi.py` refuses to start with it.
"""

from pathlib import Path

import environ

BASE_DIR = Path(__file__).resolve().parent.parent

env = environ.Env()
env.smart_cast = False  # "yes" stays a string: a wrong word must fail, not become something
VAR_DIR = BASE_DIR / env.str("VAR_DIR", default="var")  # data and keys; not from a file below
for secrets in (BASE_DIR / ".env", VAR_DIR / "secrets.env"):
    if secrets.is_file():
        env.read_env(str(secrets))

# --- which portal this is -----------------------------------------------------------------
DEMO = env.bool("DEMO", default=False)
DEBUG = env.bool("DEBUG", default=False)
# Empty is allowed here: Django fails when the key is used, so that commands which serve no page
# (check, letter, deadline, proof) need none; the web refuses to start without it (checks/).
SECRET_KEY = env.str("SECRET_KEY", default="")
# What is personal is sealed by VAULT_KEYS ("1:BASE64URL,2:BASE64URL", the highest version wraps)
# and found by INDEX_KEY. Empty is allowed for the same reason, and refused in the same place.
VAULT_KEYS = env.str("VAULT_KEYS", default="")
INDEX_KEY = env.str("INDEX_KEY", default="")
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["localhost", "127.0.0.1", "[::1]"])
# Before every link of a mail: never the name that a request came under, which a stranger chooses.
SITE_URL = env.str("SITE_URL", default="")

# --- who answers for it (rule 19: beside the form from the first page) ---------------------
PUBLISHER = {
    "name": env.str("PUBLISHER_NAME", default=""),
    "address": env.str("PUBLISHER_ADDRESS", default=""),
    "contact": env.str("PUBLISHER_CONTACT", default=""),
    "host": env.str("PUBLISHER_HOST", default=""),
    "director": env.str("PUBLISHER_DIRECTOR", default=""),
}
# AGPL-3.0, section 13: whoever uses a modified portal over a network must be offered its source.
SOURCE_URL = env.str("SOURCE_URL", default="")

# --- the house ----------------------------------------------------------------------------
INSTALLED_APPS = [
    "django.contrib.staticfiles",
    "csp",
    "portal",
    "opposition",
]

MIDDLEWARE = [
    # The headers stand outside, so that redirects, static files and refusals carry them too.
    "portal.middleware.headers",
    "portal.health.healthz",
    "csp.middleware.CSPMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    # Counted before anything of the body is read.
    "portal.limits.posts",
    "portal.middleware.plain_refusals",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
]

ROOT_URLCONF = "portal.urls"
WSGI_APPLICATION = "portal.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "portal.pages.house",
                "opposition.views.demonstration.bar",
            ],
        },
    }
]

# --- data ---------------------------------------------------------------------------------
DATABASES = {
    "default": env.db_url("DATABASE_URL", default=f"sqlite:///{VAR_DIR / 'portal.sqlite3'}"),
}
DATABASES["default"]["CONN_MAX_AGE"] = 60
DATABASES["default"]["CONN_HEALTH_CHECKS"] = True  # a restarted database is met without an error
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    # FULL: a commit that was answered survives a power cut. IMMEDIATE: no "database is locked".
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": (
            "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;"
            "PRAGMA secure_delete=ON;"  # what was erased leaves no free page behind
        ),
    }
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# --- the queue and the mail ------------------------------------------------------------------
# Celery only wakes the engine up (portal/celery.py). Empty: one process, without a broker.
REDIS_URL = env.str("REDIS_URL", default="")
# Written to files where no server is named, which production refuses.
vars().update(env.email_url_config(env.str("EMAIL_URL", default="") or "filemail://"))
EMAIL_FILE_PATH = VAR_DIR / "mails"
EMAIL_TIMEOUT = 20  # seconds; Django's own is for ever
DEFAULT_FROM_EMAIL = env.str("EMAIL_FROM", default="portail@example.org" if DEMO else "")

# Only to tell one asker from another while counting (rate limits); nothing personal is cached.
# Memory only, never a file. Many entries: Django's 300 would let a crowd push a counter out.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "OPTIONS": {"MAX_ENTRIES": 50_000},
    }
}

# --- language and time --------------------------------------------------------------------
LANGUAGE_CODE = "fr"
LANGUAGES = [("fr", "Français")]
TIME_ZONE = "Europe/Paris"
USE_TZ = True
USE_I18N = True
LOCALE_PATHS = [BASE_DIR / "locale"]

# --- static files -------------------------------------------------------------------------
STATIC_URL = "static/"
STATIC_ROOT = Path(env.str("STATIC_ROOT", default=str(VAR_DIR / "static")))
STATICFILES_DIRS = [BASE_DIR / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": (
            "django.contrib.staticfiles.storage.StaticFilesStorage"
            if DEMO or DEBUG
            else "whitenoise.storage.CompressedManifestStaticFilesStorage"
        )
    },
}
WHITENOISE_USE_FINDERS = DEMO or DEBUG
WHITENOISE_AUTOREFRESH = DEMO or DEBUG  # the demo runs without collectstatic

# --- limits of what a stranger may post (reliability: W1) ----------------------------------
DATA_UPLOAD_MAX_MEMORY_SIZE = 256 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 200
DATA_UPLOAD_MAX_NUMBER_FILES = 0
POSTS_PER_MINUTE = env.int("POSTS_PER_MINUTE", default=60)  # per address and process: limits.py

# --- the browser's side of trust ------------------------------------------------------------
HTTPS = env.bool("HTTPS", default=not (DEMO or DEBUG))
# X-Forwarded-* are a stranger's words unless a proxy of ours wrote them.
BEHIND_PROXY = env.bool("BEHIND_PROXY", default=False)
SECURE_SSL_REDIRECT = HTTPS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if BEHIND_PROXY else None
SECURE_HSTS_SECONDS = 63_072_000 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = HTTPS
SECURE_HSTS_PRELOAD = HTTPS
# Not "no-referrer": browsers then send "Origin: null" with every form, which Django's CSRF refuses.
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
CSRF_COOKIE_AGE = None  # gone with the browser's window; the privacy page says so
CSRF_COOKIE_SECURE = HTTPS
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Strict"
CSRF_COOKIE_NAME = "__Host-csrf" if HTTPS else "csrf"
CSRF_FAILURE_VIEW = "portal.refusals.csrf_failure"
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "style-src": ["'self'"],
        "img-src": ["'self'"],
        "script-src": ["'self'"],
        "form-action": ["'self'"],
        "base-uri": ["'none'"],
        "frame-ancestors": ["'none'"],
    }
}

# --- logs: ids only, never an identity -------------------------------------------------------
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"bare": {"()": "portal.logs.Bare"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "bare"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {
        "django": {"handlers": ["stderr"], "level": "WARNING", "propagate": False},
        "django.server": {"handlers": ["stderr"], "level": "WARNING", "propagate": False},
    },
}
DEFAULT_EXCEPTION_REPORTER_FILTER = "portal.logs.Nothing"
