"""How gunicorn serves the portal: `gunicorn --config python:portal.gunicorn portal.wsgi`."""

workers = 2
threads = 4
timeout = 60  # seconds without a sign of life; a letter may take 30
graceful_timeout = 30
worker_tmp_dir = "/dev/shm"  # noqa: S108 - gunicorn's own file there has no name
control_socket_disable = True  # it would lie in somebody's home
forwarded_allow_ips = ""  # what a proxy says is believed or not by BEHIND_PROXY alone

# Of requests nothing is told: their paths may hold a secret link.
logconfig_dict = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"bare": {"()": "portal.logs.Bare"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "bare"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {
        "gunicorn.error": {"handlers": ["stderr"], "level": "WARNING", "propagate": False},
        "gunicorn.access": {"handlers": [], "level": "CRITICAL", "propagate": False},
    },
}
