"""The same questions for each body: apart by name, together by order."""

from opposition.forms.resuming.dates import DatesForm
from tests.opposition.retyped import dates
from tests.opposition.typed import TODAY, directory, query

KNOWN = directory()
BODIES = {"fund": KNOWN["sure"], "hdh": KNOWN["hdh-dpd"]}


def judged(*parts):
    data = {}
    for part in parts:
        data |= part
    form = DatesForm(query(data), bodies=BODIES, today=TODAY)
    form.is_valid()
    return form


def test_each_body_has_its_own_answers():
    form = judged(dates("fund", sent_on="19/11/2026"), dates("hdh"))
    assert form.errors == {}
    assert [form.of(name)["sent_on"].day for name in BODIES] == [19, 20]
    assert [group.body.key for group in form.groups] == ["sure", "hdh-dpd"]
    assert form.groups[1].asked["sent_on"].html_name == "hdh_sent_on"


def test_the_summary_of_errors_says_which_body():
    form = judged(dates("fund", sent_on=""), dates("hdh", proof=""))
    assert [(str(fault.label), str(fault.sentence)) for fault in form.faults] == [
        ("Votre caisse, demande envoyée le", "indiquez le jour de l’envoi."),
        ("Health Data Hub", "dites comment vous connaissez le jour de réception."),
    ]
