"""What each kind of line teaches, whether or not it moves the demand: line in, standing out."""

from opposition.domain.learning.lessons import learn
from opposition.domain.learning.sending import come_back, concerns_letter, depart

__all__ = ["come_back", "concerns_letter", "depart", "learn"]
