"""The kinds of lines that a demand's journal may hold: all that can happen to a demand."""

from opposition.domain.vocabulary.words import Word


class Kind(Word):
    """What happened. `machine.RULES` says what moves; the rest is kept because it is true."""

    # The letter leaves, and arrives.
    PREPARED = "prepared", "demande préparée"
    CONFIRMED = "confirmed", "demande confirmée"
    PRINTED = "printed", "courrier imprimé ou téléchargé"
    SENT = "sent", "courrier envoyé"
    RETURNED = "returned", "envoi revenu ou rejeté"
    RECEIVED = "received", "réception connue"
    PROOF_ASKED = "proof_asked", "accusé de réception demandé"

    # Something comes in: first a message nobody has read, then what a person says it is.
    REPLY_MATCHED = "reply_matched", "message arrivé, à confirmer"
    REPLY_SET_ASIDE = "reply_set_aside", "message écarté"
    ACKNOWLEDGED = "acknowledged", "accusé de réception reçu"
    ID_ASKED = "id_asked", "précisions d’identité demandées"
    ID_GIVEN = "id_given", "précisions d’identité données"
    EXTENDED = "extended", "prolongation annoncée"
    REDIRECTED = "redirected", "renvoi vers un autre organisme"
    LIMITED = "limited", "rappel de ce que la loi réserve"
    ANSWERED = "answered", "réponse reçue"

    # What only the person can say (rules 1 and 6).
    NOTHING_CAME = "nothing_came", "la personne n’a rien reçu"
    COVERED = "covered", "la réponse couvre la demande"
    INCOMPLETE = "incomplete", "une partie de la demande reste sans réponse"
    CONTESTED = "contested", "réponse contestée"
    REMINDER_SENT = "reminder_sent", "rappel envoyé"
    REMINDER_SKIPPED = "reminder_skipped", "rappel jugé inutile"
    KEPT = "kept", "suivi prolongé"
    WITHDRAWN = "withdrawn", "retrait par la personne"

    # What the person changes of the dossier itself; written in each journal that it touches.
    MENDED = "mended", "coordonnées ou destinataire corrigés"
    EMAIL_CHANGED = "email_changed", "adresse électronique du suivi changée"
    MUTED = "muted", "avis par courriel arrêtés"
    UNMUTED = "unmuted", "avis par courriel repris"

    # The CNIL.
    FILED = "filed", "CNIL saisie"
    CNIL_REGISTERED = "cnil_registered", "enregistrement par la CNIL"
    CNIL_NEWS = "cnil_news", "nouvelles de la CNIL"
    CNIL_OUTCOME = "cnil_outcome", "décision de la CNIL"

    # The portal's own doings, and the journal's.
    NOTIFIED = "notified", "étape du portail accomplie"
    CLOSED = "closed", "suivi clos"
    REOPENED = "reopened", "suivi repris"
    CORRECTED = "corrected", "ligne corrigée"


# Written by the body itself: whoever writes back has received the letter.
BODY_WRITES = frozenset(
    {Kind.ACKNOWLEDGED, Kind.ID_ASKED, Kind.EXTENDED, Kind.REDIRECTED, Kind.LIMITED, Kind.ANSWERED}
)
# One click undoes them: the lines stay true, but no longer close anything.
CLOSINGS = frozenset({Kind.CLOSED, Kind.COVERED, Kind.CNIL_OUTCOME})
# True in every state, and moving none.
PURE_FACTS = frozenset(
    {
        Kind.PREPARED,
        Kind.PRINTED,
        Kind.PROOF_ASKED,
        Kind.REPLY_MATCHED,
        Kind.REPLY_SET_ASIDE,
        Kind.NOTHING_CAME,
        Kind.REMINDER_SENT,
        Kind.REMINDER_SKIPPED,
        Kind.KEPT,
        Kind.MENDED,
        Kind.EMAIL_CHANGED,
        Kind.MUTED,
        Kind.UNMUTED,
        Kind.NOTIFIED,
    }
)
# About other lines: the one strikes a line out, the other undoes what had closed.
ABOUT_LINES = frozenset({Kind.CORRECTED, Kind.REOPENED})
# Only the person can say these; from anyone else the line stands, and says nothing (rules 1, 6).
ONLY_THE_PERSON = frozenset({Kind.NOTHING_CAME, Kind.COVERED, Kind.INCOMPLETE, Kind.CONTESTED})
