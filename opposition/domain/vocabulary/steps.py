"""What the portal does at a date, and the questions that stay open until someone answers."""

from opposition.domain.vocabulary.words import Word


class StepKind(Word):
    """A dated act of the portal: each is done once, and written in the journal as NOTIFIED."""

    ASK_POSTED = "ask_posted", "demander si le courrier est parti"
    REVIEW_UNSENT = "review_unsent", "signaler à l’équipe un courriel non parti"
    OFFER_PROOF = "offer_proof", "proposer trois façons de prouver la réception"
    ASK_RESEND = "ask_resend", "demander comment renvoyer le courrier"
    ASK_SILENCE = "ask_silence", "demander si quelque chose est arrivé"
    PROPOSE_REMINDER_1 = "propose_reminder_1", "proposer un premier rappel"
    PROPOSE_REMINDER_2 = "propose_reminder_2", "proposer un second rappel"
    PROPOSE_COMPLAINT = "propose_complaint", "proposer la plainte à la CNIL"
    ASK_IDENTITY = "ask_identity", "rappeler les précisions d’identité attendues"
    ASK_SCOPE = "ask_scope", "demander si la réponse couvre la demande"
    EXPLAIN_LIMIT = "explain_limit", "expliquer ce que la loi réserve"
    EXPLAIN_REDIRECT = "explain_redirect", "expliquer le renvoi et proposer l’autre courrier"
    ASK_REPLY = "ask_reply", "demander ce que dit le message arrivé"
    REVIEW_REPLY = "review_reply", "confier le message à l’équipe"
    OFFER_CNIL_UPDATE = "offer_cnil_update", "proposer d’informer la CNIL de la réponse"
    TELL_CNIL_SILENT = "tell_cnil_silent", "dire que la CNIL n’a pas donné de nouvelles"
    WARN_CLOSING = "warn_closing", "prévenir que le suivi va se clore"
    CLOSE = "close", "clore le suivi"


class Question(Word):
    """What is asked of whoever is to move; it stays open until the journal answers it."""

    CONFIRM = "confirm", "Confirmez-vous cette demande ?"
    POSTED = "posted", "Avez-vous envoyé ce courrier ?"
    PROOF = "proof", "Savez-vous si ce courrier est arrivé, et quel jour ?"
    RESEND = "resend", "Par quel moyen souhaitez-vous renvoyer ce courrier ?"
    SILENCE = "silence", "Avez-vous reçu quelque chose : courrier, message ameli, mail ?"
    NEXT_MOVE = "next_move", "Que souhaitez-vous faire : un rappel, une plainte, attendre ?"
    IDENTITY = "identity", "Avez-vous donné les précisions d’identité demandées ?"
    SCOPE = "scope", "Cette réponse couvre-t-elle tout ce que vous avez demandé ?"
    REPLY = "reply", "Que dit le message arrivé ?"
    UNSENT = "unsent", "Pourquoi ce courriel n’est-il pas parti ?"
    FILE = "file", "Souhaitez-vous déposer cette plainte ?"
    CNIL = "cnil", "La CNIL vous a-t-elle écrit ?"
