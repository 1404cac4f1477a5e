"""What a web server loads; it refuses to start rather than run with a fault of portal/checks."""

import os

import django
from django.core.wsgi import get_wsgi_application

from portal import starting

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings")
django.setup(set_prefix=False)
starting.prepare()
application = get_wsgi_application()
