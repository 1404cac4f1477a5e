"""What a web server loads; it refuses to start rather than run with a fault of checks.py."""

import os

import django
from django.core.wsgi import get_wsgi_application
from django.db import connections

from portal import checks

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings")
django.setup(set_prefix=False)
checks.refuse_to_start()
connections.close_all()  # a server may fork after this: two processes must not share a connection
application = get_wsgi_application()
