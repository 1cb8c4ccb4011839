"""The old names of what it says it is."""

from bot.strings import ENGLISH

IS_AI = ENGLISH.identity.is_ai
IS_AI_IN = {code: one.identity.is_ai for code, one in ENGLISH.spoken.items()}
