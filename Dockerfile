# The portal's image: pages, workers and beat are the same one, started by docker-compose.yml.
# It holds no secret; what it writes lies in /app/var, a volume.
ARG BASE=python:3.11-slim-bookworm
FROM ${BASE}

# WeasyPrint's libraries, as bin/setup wants them.
# hadolint ignore=DL3008
RUN apt-get update \
    && apt-get install --yes --no-install-recommends \
        ca-certificates libharfbuzz-subset0 libpango-1.0-0 libpangoft2-1.0-0 \
    && rm -rf /var/lib/apt/lists/*

ENV PYTHONDONTWRITEBYTECODE=1 PYTHONUNBUFFERED=1 PYTHONUTF8=1 \
    DJANGO_SETTINGS_MODULE=portal.settings \
    VAR_DIR=/app/var STATIC_ROOT=/app/static-files XDG_CACHE_HOME=/tmp/cache

WORKDIR /app
COPY requirements/base.txt requirements/
RUN python3 -m pip install --no-cache-dir --disable-pip-version-check \
        --require-hashes --requirement requirements/base.txt

COPY . .
# The keys of this step alone: style sheets know no secret.
RUN SECRET_KEY=only-to-collect python3 manage.py collectstatic --noinput --verbosity 0 \
    && python3 -m compileall -q letters opposition portal \
    && useradd --system --uid 10001 --home-dir /nonexistent --no-create-home portail \
    && install -d -o 10001 -g 10001 -m 700 var

USER 10001
VOLUME /app/var
EXPOSE 8000
HEALTHCHECK NONE
CMD ["gunicorn", "--config", "python:portal.gunicorn", "--bind", "0.0.0.0:8000", "portal.wsgi"]
