"""One person's exercise of the right, and the secret links that lead to it."""

from datetime import datetime
from typing import Self
from uuid import uuid4

from django.db import models
from django.utils.translation import gettext_lazy as _


class DossierQuerySet(models.QuerySet["Dossier"]):
    """The reading vocabulary of dossiers."""

    def confirmed(self) -> Self:
        return self.filter(confirmed_at__isnull=False)

    def unconfirmed(self, *, opened_before: datetime) -> Self:
        return self.filter(confirmed_at__isnull=True, opened_at__lt=opened_before)


class Dossier(models.Model):
    """Everything personal is sealed under the dossier's own key; erasing it leaves no row."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    key = models.BinaryField(_("clé, emballée"))
    identity = models.BinaryField(_("identité, scellée"))
    # Null: followed on screen and on paper, without e-mail (rule 3).
    email = models.BinaryField(_("adresse électronique, scellée"), null=True)
    email_index = models.BinaryField(_("index de l’adresse"), max_length=8, null=True)
    # A new address waits here until its own mailbox has confirmed it.
    next_email = models.BinaryField(_("nouvelle adresse, scellée"), null=True)
    person_index = models.BinaryField(_("index de la personne"), max_length=8)
    # Drawn with the form: double clicks and two tabs make one dossier.
    submission = models.UUIDField(_("clé d’envoi"), unique=True, editable=False)
    consent_version = models.CharField(_("version du consentement"), max_length=20)
    # Civil time, so that the demonstration's time machine moves them along.
    opened_at = models.DateTimeField(_("ouvert le"))
    confirmed_at = models.DateTimeField(_("confirmé le"), null=True)
    muted_at = models.DateTimeField(_("avis arrêtés le"), null=True)
    # The day of the last notice of the timeline: there is at most one a day (design §2).
    noticed_on = models.DateField(_("dernier avis"), null=True)

    objects = DossierQuerySet.as_manager()

    class Meta:
        verbose_name = _("dossier")
        indexes = (
            models.Index(fields=["email_index"], name="dossier_email_index"),
            models.Index(fields=["person_index"], name="dossier_person_index"),
            models.Index(
                fields=["opened_at"],
                name="dossier_unconfirmed",
                condition=models.Q(confirmed_at__isnull=True),
            ),
        )
        constraints = (
            models.CheckConstraint(
                name="dossier_email_and_its_index_go_together",
                condition=models.Q(email__isnull=True, email_index__isnull=True)
                | models.Q(email__isnull=False, email_index__isnull=False),
            ),
        )

    def __str__(self) -> str:
        return str(self.id)


class Purpose(models.TextChoices):
    """What a secret link is for; one made for one purpose opens nothing else."""

    CONFIRM = "confirm", _("confirmer la demande de suivi")
    MAILED = "mailed", _("ouvrir le dossier, depuis un courriel")
    PRINTED = "printed", _("ouvrir le dossier, depuis la fiche imprimée")
    EMAIL = "email", _("confirmer une nouvelle adresse électronique")
    MUTE = "mute", _("arrêter les avis")


class AccessLinkQuerySet(models.QuerySet["AccessLink"]):
    """The reading vocabulary of links; `at` is the host's time, never the demonstration's."""

    def live(self, *, at: datetime) -> Self:
        unexpired = models.Q(expires_at__isnull=True) | models.Q(expires_at__gt=at)
        return self.filter(unexpired, revoked_at__isnull=True)


class AccessLink(models.Model):
    """One secret link: only a keyed hash of the secret is stored (rule 3)."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="links")
    purpose = models.CharField(_("usage"), max_length=10, choices=Purpose)
    fingerprint = models.BinaryField(_("empreinte"), max_length=32, unique=True)
    made_at = models.DateTimeField(_("fait le"))
    expires_at = models.DateTimeField(_("expire le"), null=True)
    revoked_at = models.DateTimeField(_("révoqué le"), null=True)

    objects = AccessLinkQuerySet.as_manager()

    class Meta:
        verbose_name = _("lien")

    def __str__(self) -> str:
        return str(self.id)
