"""What has strings, made for tests with English: what an exchange is, and how a house is set up."""

from functools import partial

from bot.governor.context import Context
from bot.snapshot.house import House
from bot.strings import ENGLISH

in_english = partial(Context, strings=ENGLISH)
house_in_english = partial(House, strings=ENGLISH)
