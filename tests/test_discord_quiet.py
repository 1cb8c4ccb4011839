"""What the library warns of at every start is silent, and its errors are not."""

import logging

import pytest

from adapters.discord.client import quiet
from bot.logs import LIBRARY, configure


def test_what_the_library_warns_of_at_every_start_is_silent_and_its_errors_are_not(
    capsys: pytest.CaptureFixture[str],
) -> None:
    configure("info")
    quiet()
    logging.getLogger("discord.client").warning("no voice")
    assert LIBRARY not in capsys.readouterr().err
    logging.getLogger("discord.client").error("no voice")
    assert LIBRARY in capsys.readouterr().err
