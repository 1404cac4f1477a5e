"""`/dossier/coordonnees/`: a new address, a typo, a body's lines; for the next letters only."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from opposition import clock, vault
from opposition.correspondence import followed
from opposition.domain.vocabulary import OPEN
from opposition.dossiers import changing
from opposition.dossiers.changing import Change
from opposition.forms.dossier.details import DetailsForm
from opposition.models import Demand, Dossier
from opposition.views.dossier import saying


@saying.inside
def details(request: HttpRequest, dossier: Dossier) -> HttpResponse:
    """The identity and the addresses as the next letters will say them."""
    today, demands = clock.today(), _demands(dossier)
    key = vault.unwrap(dossier.key, dossier.id)
    form = DetailsForm(
        request.POST if request.method == "POST" else None,
        before=followed.read_identity(dossier),
        bodies={name: followed.body_of(demand, key) for name, demand in demands.items()},
        today=today,
    )
    if form.is_valid():
        lines = {demands[name].id: lines for name, lines in form.lines.items()}
        changing.mend(dossier, Change(form.identity, lines), today=today)
        return saying.done("coordonnees")
    context = {"form": form, "faults": form.faults}
    return render(request, "opposition/dossier/details.html", context)


def _demands(dossier: Dossier) -> dict[str, Demand]:
    """The requests that are open, by reference; the CNIL's address is the portal's."""
    ongoing = dossier.demands.requests().filter(state__in=OPEN).select_related("addressee")
    return {demand.reference: demand for demand in ongoing.order_by("kind")}
