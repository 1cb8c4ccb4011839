"""The settings: ATTUNE_… names, from the environment and from `.env` in the working directory.

The environment wins over `.env`; an empty value is the default. No fault shows a value.
"""

from bot.settings.fields import Settings
from bot.settings.loading import FIELDS, load

__all__ = ["FIELDS", "Settings", "load"]
