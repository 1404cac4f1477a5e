"""What invented people type again at /reprendre/: requests received on a Monday in November."""

from tests.opposition.typed import PERSON

PATH = "/reprendre/"
# Received on Mon 2026-11-23: due on Wed 2026-12-23, late from Thu 2026-12-24.
DUE, LATE = "2026-12-23", "2026-12-24"

BOTH = {"to": ["fund", "hdh"], "postal_code": "34000"}
HUB = {"to": ["hdh"], "postal_code": ""}
FUND = {"fund": "sure", "listed": "", "other_name": "", "other_lines": ""}
TYPED_FUND = {
    **FUND,
    "fund": "other",
    "other_name": "Caisse des bergers",
    "other_lines": "3 chemin des Alpages\r\n05100 Briançon",
}
ADDRESS = {
    "hdh_for": "hdh-dpd",
    "hdh_lines": "9 RUE GEORGES PITARD\r\n75015 PARIS",
    "hdh_checked": "on",
}
COMPLAINT = {**PERSON, "court": "no", "disclose": "yes"}
NOTHING, ANSWER = "nothing", "answer"


def dates(name, **told):
    """One body's dates: posted on a Friday, received on the Monday with a signed slip."""
    usual = {
        "sent_on": "20/11/2026",
        "proof": "signed_return_slip",
        "received_on": "23/11/2026",
        "how": "",
        "extended": "no",
        "extended_on": "",
        "identity": "no",
        "id_asked": "",
        "id_given": "",
        "reminder_1": "",
        "reminder_2": "",
        "reference": "",
    }
    return {f"{name}_{key}": value for key, value in {**usual, **told}.items()}


def came(**told):
    """The answers to the one question, by body."""
    return {f"{name}_came": value for name, value in told.items()}


def reply(name, kind, **told):
    """One body's answer, received on the first Tuesday of December."""
    usual = {"kind": kind, "on": "01/12/2026", "quote": ""}
    return {f"{name}_{key}": value for key, value in {**usual, **told}.items()}


def sent(step, *parts, **more):
    """The data of one POST: the step sent, its answers and those of the steps before."""
    data = {"etape": step}
    for part in parts:
        data |= part
    return data | more


def silent_hub(step="vous", letter="cnil-complaint-silence", **more):
    """The Health Data Hub alone, received, due, and nothing came: up to one letter."""
    told = (HUB, dates("hdh"), came(hdh=NOTHING), {"letter": letter}, ADDRESS, COMPLAINT)
    return sent(step, *told, **more)


def refusing_hub(step="vous", kind="REFUSED_UNIDENTIFIABLE", **more):
    """The Health Data Hub alone, which has refused."""
    answer = reply("hdh", kind, missing=["complaint", "remedy"])
    letter = {"letter": "cnil-complaint-refusal"}
    return sent(step, HUB, dates("hdh"), came(hdh=ANSWER), answer, letter, COMPLAINT, **more)
