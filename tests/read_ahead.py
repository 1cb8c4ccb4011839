"""What the program reads at its first messages, read once by a process that forks it."""

import gc

from adapters.console.sentences import said_on_console
from adapters.discord.sentences import said_on_discord
from adapters.matrix.sentences import said_on_matrix
from bot.prompt import own_words
from bot.reading import prepare
from bot.strings import ENGLISH
from bot.strings.demonstration import demonstration
from bot.strings.load import installed, offered


def read_ahead() -> None:
    """Reads every pattern, table and sentence, so that no process which is forked does it again."""
    prepare()
    for code in offered():
        own_words("", strings := installed(code))
        for said in (said_on_console, said_on_discord, said_on_matrix):
            said(strings)
    demonstration(ENGLISH.code)
    gc.collect()
    gc.freeze()
