"""What a body's answer says, and on which part of what was asked (rule 6, legal basis beside)."""

from opposition.domain.vocabulary.kinds import Kind
from opposition.domain.vocabulary.words import Word


class Scope(Word):
    """The parts that one answer may treat differently: answers are per scope."""

    FUND = "fund", "inscription auprès de la caisse"
    HDH = "hdh", "Plateforme des données de santé (Health Data Hub)"
    PROJECTS = "projects", "mise à disposition pour des projets"  # CSP art. L.1461-3 I 1°
    DELIVERED = "delivered", "données déjà livrées à des projets"
    RESERVED = "reserved", "ce que la loi réserve"  # CSP art. R.1461-9 II 1° and 2°


class AnswerCode(Word):
    """The class of a reply, once a person has confirmed it."""

    ACK = "ACK", "accusé de réception"
    REGISTERED_SNDS = "REGISTERED_SNDS", "opposition enregistrée"
    REGISTERED_PARTIAL = "REGISTERED_PARTIAL", "opposition enregistrée en partie"
    REDIRECT = "REDIRECT", "renvoi vers un autre organisme"
    ID_REQUEST = "ID_REQUEST", "précisions d’identité demandées"
    EXTENSION = "EXTENSION", "prolongation de deux mois"
    REFUSED_MAIN_DB = "REFUSED_MAIN_DB", "refus : base principale du SNDS"
    REFUSED_PERMANENT = "REFUSED_PERMANENT", "refus : organismes à accès permanent"
    REFUSED_PUBLIC_TASK = "REFUSED_PUBLIC_TASK", "refus : mission d’intérêt public"
    REFUSED_UNIDENTIFIABLE = "REFUSED_UNIDENTIFIABLE", "refus : personne non identifiable"
    REFUSED_EXCESSIVE = "REFUSED_EXCESSIVE", "refus : demande jugée excessive"
    NOT_CONTROLLER = "NOT_CONTROLLER", "l’organisme se dit non responsable"
    NO_DATA = "NO_DATA", "l’organisme dit n’avoir aucune donnée"
    OTHER = "OTHER", "autre réponse"


GRANTS = frozenset({AnswerCode.REGISTERED_SNDS, AnswerCode.REGISTERED_PARTIAL})
REFUSALS = frozenset(code for code in AnswerCode if code.startswith("REFUSED_"))

# What a letter asks for; the rest it names only to say that it does not ask (CSP R.1461-9 II).
ASKED = frozenset(Scope) - {Scope.RESERVED}
# Refusing one of these is refusing the right itself: the complaint opens at once (rule 6).
CORE = frozenset({Scope.FUND, Scope.HDH, Scope.PROJECTS})

# A reply is of one of these classes; the journal writes what it does under one name only.
EVENT_OF = {
    AnswerCode.ACK: Kind.ACKNOWLEDGED,
    AnswerCode.ID_REQUEST: Kind.ID_ASKED,
    AnswerCode.EXTENSION: Kind.EXTENDED,
    AnswerCode.REDIRECT: Kind.REDIRECTED,
}

_USUAL = {
    AnswerCode.REGISTERED_SNDS: frozenset({Scope.FUND}),
    AnswerCode.REDIRECT: frozenset({Scope.HDH}),
    AnswerCode.REFUSED_MAIN_DB: frozenset({Scope.RESERVED}),
    AnswerCode.REFUSED_PERMANENT: frozenset({Scope.RESERVED}),
}


def usual_scopes(code: AnswerCode) -> frozenset[Scope]:
    """What an answer bears on when nobody said more: everything asked, save for four classes."""
    return _USUAL.get(code, ASKED)
