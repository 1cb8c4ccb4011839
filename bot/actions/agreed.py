"""The action of the store that keeps what a person and the bot agreed on."""

from dataclasses import dataclass

from bot.norms import Norms


@dataclass(frozen=True, slots=True)
class KeepNorms:
    """Keep these as all that was agreed on in the scope; none of them forgets them."""

    norms: Norms
