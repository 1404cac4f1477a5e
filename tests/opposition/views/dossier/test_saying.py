"""The pages that change something: reached from inside alone, left by the dossier's page."""

import pytest
from django.http import HttpResponse
from django.test import Client

from opposition.models import Dossier
from opposition.views.dossier import saying
from opposition.views.following import entry
from tests.opposition import followed
from tests.opposition.domain.journal import day
from tests.opposition.views.dossier.insider import INSIDE, Insider, done

pytestmark = [pytest.mark.django_db, pytest.mark.db]
TUESDAY = day("Tue 2026-11-24")


@saying.inside
def page(request, dossier, reason=None):
    if reason:
        raise reason
    return HttpResponse(str(dossier.id))


def asked(rf, method="get", cookie=None, **told):
    request = getattr(rf, method)("/")
    if cookie:
        request.COOKIES[entry.cookie()] = cookie
    return page(request, **told)


def key(dossier):
    response = entry.admit(HttpResponse(), dossier)
    return response.cookies[entry.cookie()].value


@pytest.mark.parametrize("method", ["get", "post"])
def test_whoever_is_in_is_given_their_dossier(rf, method):
    dossier = followed.fresh()
    assert asked(rf, method, key(dossier)).content == str(dossier.id).encode()


def test_whoever_is_not_is_shown_the_ways_in(rf):
    answer = asked(rf)
    assert (answer.status_code, answer["Location"]) == (303, "/retrouver/")


def test_a_dossier_that_is_gone_by_then_is_no_error(rf):
    answer = asked(rf, cookie=key(followed.fresh()), reason=Dossier.DoesNotExist())
    assert (answer.status_code, answer["Location"]) == (303, "/retrouver/")


def test_other_methods_are_refused(client):
    me = Insider(client, followed.fresh(), TUESDAY)
    for place in INSIDE:
        path = f"/dossier/{place}/"
        me.get(path)
        assert [client.options(path).status_code, client.put(path).status_code] == [405, 405]


@pytest.mark.parametrize("place", INSIDE)
def test_a_form_of_another_site_changes_nothing(place):
    strict = Client(enforce_csrf_checks=True)
    me = Insider(strict, followed.fresh(), TUESDAY)
    told = {"faire": "arreter", "sure": "on", "follow_email": "x@exemple.net"}
    assert me.post(f"/dossier/{place}/", told).status_code == 403


def test_the_way_out_says_what_was_done_and_of_which_demand():
    assert done(saying.done("poste", "7K3M-9XDC"), "poste", "7K3M-9XDC")
    assert done(saying.done("avis"), "avis")
