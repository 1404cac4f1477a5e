"""What the portal stores."""

from opposition.models.addressee import Addressee

__all__ = ["Addressee"]
