"""Where a demand stands, how it ended, who is to move; its procedure, and which of three tracks."""

from opposition.domain.vocabulary.words import Word


class Procedure(Word):
    """By which procedure a right is exercised: today one, so that the next one is data."""

    SNDS = "snds", "opposition à la réutilisation des données de santé (SNDS)"


class Track(Word):
    """What a demand is in the procedure; the second and third are addressed to the CNIL."""

    REQUEST = "request", "demande"
    COMPLAINT = "complaint", "plainte"
    REPORT = "report", "signalement"


class Party(Word):
    """Who can act, and whose turn it is."""

    CITIZEN = "citizen", "la personne"
    ADDRESSEE = "addressee", "le destinataire"
    PORTAL = "portal", "le portail"
    REVIEWER = "reviewer", "l’équipe du portail"


class State(Word):
    """Where a demand stands. Late, extended, reminded, proposed are no states: dates say them."""

    DRAFT = "draft", "à confirmer", "La demande est écrite ; la personne ne l’a pas confirmée."
    READY = "ready", "prête à partir", "Le courrier est figé ; rien ne dit qu’il est parti."
    SENT = "sent", "envoyée", "Le courrier est parti ; aucune preuve qu’il est arrivé."
    UNDELIVERED = "undelivered", "revenue", "L’envoi n’a pas été remis : aucun délai ne court."
    RECEIVED = "received", "reçue", "La réception est connue : le délai de réponse court."
    SUSPENDED = (
        "suspended",
        "identité demandée",
        "L’organisme doute de l’identité ; les dates disent si le délai en est suspendu.",
    )
    ANSWERED = (
        "answered",
        "réponse à lire",
        "Une réponse est arrivée ; seule la personne dit si elle couvre sa demande.",
    )
    CONTESTED = "contested", "réponse contestée", "La personne n’accepte pas la réponse."
    FILED = "filed", "CNIL saisie", "Une plainte ou un signalement est entre les mains de la CNIL."
    CLOSED = "closed", "close", "Plus rien n’est dû, plus rien ne part."


class Outcome(Word):
    """How a demand ended, as far as the person said; None is « unknown », never « late »."""

    ACCEPTED = "accepted", "opposition enregistrée"
    PARTIAL = "partial", "enregistrée en partie"
    REFUSED = "refused", "refusée"
    SILENCE = "silence", "sans réponse"
    WITHDRAWN = "withdrawn", "retirée par la personne"


OPEN = frozenset(State) - {State.CLOSED}  # something may still happen
UNSENT = frozenset({State.DRAFT, State.READY})  # nothing has left, as far as is known
WAITING = frozenset({State.RECEIVED, State.SUSPENDED})  # the body owes an answer: it can be late
DISPUTABLE = frozenset({State.ANSWERED, State.CONTESTED})  # an answer is there to be judged
