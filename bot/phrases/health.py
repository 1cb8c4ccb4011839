"""The old name of what stands first where a body is in danger."""

from bot.strings import ENGLISH

DANGERS = ENGLISH.health.dangers
