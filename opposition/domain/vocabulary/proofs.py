"""By which way a letter leaves, and what shows that it arrived (rules 2 and 8)."""

from opposition.domain.vocabulary.words import Word


class Channel(Word):
    """How a letter reaches its body, in the order in which the ways are shown (rules 8 and 9)."""

    FORM = "form", "formulaire de l’organisme"
    AMELI = "ameli", "message ameli"
    EMAIL_PORTAL = "email_portal", "courriel envoyé par le portail"
    EMAIL_OWN = "email_own", "courriel envoyé de sa propre boîte"
    POST = "post", "courrier postal"


class Evidence(Word):
    """What shows the day of receipt, the weakest first. A mail taken by the body's own server, as
    its log says, is an acknowledgement; a copy in one's own sent folder is not."""

    ESTIMATED = "estimated", "date estimée"
    DECLARED = "declared", "date déclarée"
    ACKNOWLEDGEMENT = "acknowledgement", "accusé de réception par courriel, serveur ou ameli"
    TRACKING = "tracking", "suivi postal"
    SIGNED_RETURN_SLIP = "signed_return_slip", "avis de réception signé"

    @property
    def rank(self) -> int:
        """0 is the weakest."""
        return list(Evidence).index(self)

    @property
    def opens(self) -> bool:
        """An estimated date opens nothing: no clock, no reminder, no complaint (rule 2)."""
        return self is not Evidence.ESTIMATED


class ProofWay(Word):
    """What is offered ten days after sending when nothing shows the receipt (rule 2)."""

    ASK = "ask", "demander un accusé de réception"  # CRPA art. L.112-3
    DECLARE = "declare", "indiquer le jour de réception et comment vous le savez"
    SEND_AGAIN = "send_again", "renvoyer le courrier avec une preuve"  # a new clock
