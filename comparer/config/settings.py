"""All settings. Each environment variable read here is described in README.md.

The defaults suit one person's laptop and are safe there: no debug pages, only
this machine is answered, data in one folder. A public site sets at least
ALLOWED_HOSTS, SECRET_KEY and COMPARER_HTTPS.
"""

from __future__ import annotations

from http import HTTPStatus
from pathlib import Path
from typing import Any

import dj_database_url
from csp.constants import NONE, SELF

from comparer.config.environment import read_flag, read_folder, read_list, read_number, read_text
from comparer.config.secret import read_or_make_key

BASE_DIR = Path(__file__).resolve().parent.parent.parent
DATA_DIR = read_folder("DATA_DIR", BASE_DIR / ".data")

# Who may come in

DEBUG = read_flag("DEBUG", default=False)
SECRET_KEY = read_text("SECRET_KEY", "") or read_or_make_key(DATA_DIR / "secret_key")
ALLOWED_HOSTS = read_list("ALLOWED_HOSTS", "localhost,127.0.0.1,[::1]")
CSRF_TRUSTED_ORIGINS = read_list("CSRF_TRUSTED_ORIGINS", "")

# How `python -m comparer.web.serve` serves

COMPARER_HOST = read_text("COMPARER_HOST", "127.0.0.1")
PORT = read_number("PORT", 8000)
COMPARER_WEB_THREADS = read_number("COMPARER_WEB_THREADS", 4, least=1)
COMPARER_WORKERS = read_number("COMPARER_WORKERS", 1, least=1)
COMPARER_BEHIND_PROXY = read_flag("COMPARER_BEHIND_PROXY", default=False)

# Limits of one comparison

COMPARER_MAX_CHARACTERS = read_number("COMPARER_MAX_CHARACTERS", 130_000, least=1_000)
COMPARER_MAX_UPLOAD_BYTES = read_number("COMPARER_MAX_UPLOAD_BYTES", 2_000_000, least=1_000)
# Two pasted articles fit into one form, at four bytes a character and three signs a byte at worst, and some room
# beyond, so that a text somewhat too long is answered with a sentence and not with an error page.
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 2 * 12 * COMPARER_MAX_CHARACTERS
FILE_UPLOAD_MAX_MEMORY_SIZE = COMPARER_MAX_UPLOAD_BYTES
COMPARER_MIN_WORDS = read_number("COMPARER_MIN_WORDS", 5, least=1)
# A request beyond this is answered before it is read: two forms' worth of text and two files, and some room.
COMPARER_MAX_REQUEST_BYTES = DATA_UPLOAD_MAX_MEMORY_SIZE + 2 * 2 * COMPARER_MAX_UPLOAD_BYTES

# What can be brought into the library

# One file that holds one article; and all that is sent at once, or one archive, table or feed.
COMPARER_MAX_IMPORT_FILE_BYTES = read_number("COMPARER_MAX_IMPORT_FILE_BYTES", 20_000_000, least=1_000)
COMPARER_MAX_IMPORT_BYTES = read_number("COMPARER_MAX_IMPORT_BYTES", 100_000_000, least=1_000)
DATA_UPLOAD_MAX_NUMBER_FILES = 1_000
# Requests to this address may be longer than others: the files of an import, and some room for what parts them.
COMPARER_LONG_REQUESTS = {"/library/import/": COMPARER_MAX_IMPORT_BYTES + 1_000_000}
# Web addresses are fetched for those who may (library.fetch_item).
COMPARER_FETCH = read_flag("COMPARER_FETCH", default=False)

# Learning platforms

# A platform on this machine may be registered, by http too: to try one out, and for the tests.
COMPARER_LTI_LOCAL = read_flag("COMPARER_LTI_LOCAL", default=False)

# What others get to read

# 0: whole texts; else so many characters around each mark, in views by link and in files.
COMPARER_QUOTE_LIMIT = read_number("COMPARER_QUOTE_LIMIT", 0)

# Background work and lists

COMPARER_HEARTBEAT_SECONDS = read_number("COMPARER_HEARTBEAT_SECONDS", 5, least=1)
# A worker silent for longer is taken for dead, and its comparison is taken up by another.
COMPARER_SILENCE_SECONDS = read_number("COMPARER_SILENCE_SECONDS", 30, least=2)
COMPARER_MAX_ATTEMPTS = read_number("COMPARER_MAX_ATTEMPTS", 3, least=1)
# A comparison at work for longer is given up, for others wait for its worker.
COMPARER_MAX_SECONDS = read_number("COMPARER_MAX_SECONDS", 300, least=10)
COMPARER_UNDO_HOURS = read_number("COMPARER_UNDO_HOURS", 24, least=1)
# Days that a piece of the library lies in the bin before it is deleted for good.
COMPARER_BIN_DAYS = read_number("COMPARER_BIN_DAYS", 30, least=1)
# Days that it is known what became of each file or line of an import.
COMPARER_IMPORT_DAYS = read_number("COMPARER_IMPORT_DAYS", 30, least=1)
COMPARER_PER_PAGE = read_number("COMPARER_PER_PAGE", 20, least=1)

# What it is made of

INSTALLED_APPS = [
    "comparer.accounts",
    "comparer.classroom",
    "comparer.comparisons",
    "comparer.library",
    "comparer.config.admin.KeepersAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.forms",
    "django_htmx",
    "template_partials",
    "django_tasks",
    "django_tasks_db",
    "import_export",
    "simple_history",
    "csp",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "comparer.web.caches.keep_private",
    "csp.middleware.CSPMiddleware",
    "comparer.web.errors.refuse_too_large",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    # Every view asks for an account unless it says login_not_required.
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    # Whose change a row's history notes.
    "simple_history.middleware.HistoryRequestMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
]
FORM_RENDERER = "comparer.web.forms.FieldRenderer"
ROOT_URLCONF = "comparer.config.urls"
WSGI_APPLICATION = "comparer.config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "builtins": ["template_partials.templatetags.partials"],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

# Where data lies

SQLITE_OPTIONS: dict[str, Any] = {
    # A transaction takes the write lock when it begins, so it waits its turn
    # instead of failing half way; readers never wait (WAL).
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;",
}
_database: dict[str, Any] = dict(
    dj_database_url.parse(
        read_text("DATABASE_URL", f"sqlite:///{DATA_DIR / 'db.sqlite3'}"),
        conn_max_age=60,
        conn_health_checks=True,
    )
)
if _database["ENGINE"] == "django.db.backends.sqlite3":
    _database["OPTIONS"] = SQLITE_OPTIONS | _database.get("OPTIONS", {})
DATABASES = {"default": _database}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

STATIC_URL = "static/"
STATIC_ROOT = BASE_DIR / ".cache" / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
WHITENOISE_USE_FINDERS = DEBUG
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
MEDIA_ROOT = DATA_DIR / "media"

# What leaves the admin as a table runs nothing in a spreadsheet.
IMPORT_EXPORT_ESCAPE_FORMULAE_ON_EXPORT = True

# Accounts and mail

# The role that a new account begins with: one of those in library/catalogue/roles.py, or none.
COMPARER_SIGNUP_ROLE = read_text("COMPARER_SIGNUP_ROLE", "journalist")
AUTH_USER_MODEL = "accounts.User"
LOGIN_URL = "login"
LOGIN_REDIRECT_URL = "comparison_list"
LOGOUT_REDIRECT_URL = "/"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]
# A visitor without an account keeps their comparisons as long as their session.
SESSION_COOKIE_AGE = 180 * 24 * 60 * 60

EMAIL_HOST = read_text("EMAIL_HOST", "")
EMAIL_PORT = read_number("EMAIL_PORT", 587, least=1)
EMAIL_HOST_USER = read_text("EMAIL_HOST_USER", "")
EMAIL_HOST_PASSWORD = read_text("EMAIL_HOST_PASSWORD", "")
EMAIL_USE_TLS = read_flag("EMAIL_USE_TLS", default=True)
EMAIL_TIMEOUT = 20
DEFAULT_FROM_EMAIL = SERVER_EMAIL = read_text("DEFAULT_FROM_EMAIL", "comparer@localhost")
# Without a mail server, messages are shown where the program runs.
EMAIL_BACKEND = f"django.core.mail.backends.{'smtp' if EMAIL_HOST else 'console'}.EmailBackend"

# Safety in the browser

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    },
}
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
SESSION_COOKIE_HTTPONLY = True

# COMPARER_HTTPS=1: the site is reached over https and never otherwise.
_https = read_flag("COMPARER_HTTPS", default=False)
SECURE_SSL_REDIRECT = SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = _https
SECURE_REDIRECT_EXEMPT = [r"^health/$"]
SECURE_HSTS_SECONDS = read_number("COMPARER_HSTS_SECONDS", 365 * 24 * 60 * 60) if _https else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = _https
if COMPARER_BEHIND_PROXY:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

# Words, clocks and logs

LANGUAGE_CODE = "en"
TIME_ZONE = read_text("TIME_ZONE", "UTC")
USE_TZ = True
# Days are written out, "2 May 2031", wherever a page does not say otherwise.
FORMAT_MODULE_PATH = ["comparer.config.formats"]
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "filters": {
        "no_form_errors": {
            "()": "django.utils.log.CallbackFilter",
            "callback": lambda record: getattr(record, "status_code", None) != HTTPStatus.UNPROCESSABLE_ENTITY,
        },
    },
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "root": {"handlers": ["console"], "level": read_text("LOG_LEVEL", "WARNING").upper()},
    # Django's own handlers stay silent where DEBUG is off; send its records to the console instead.
    "loggers": {
        "django": {"handlers": [], "propagate": True},
        # A form that is answered with "look at this again" is everyday use.
        "django.request": {"filters": ["no_form_errors"]},
        # To be asked to stop, or to have a visitor wait for a moment, is no reason for a warning.
        "django_tasks_db": {"level": "ERROR"},
        "waitress.queue": {"level": "ERROR"},
    },
}
