"""The row of what a person and the bot agreed on in one scope: roles, and shorthand."""

from bot.levels import Level
from bot.records.declare import About, Cause, Chapter, Row, Words, record


@record(
    About(
        "the roles and shorthand you set here",
        "scope",
        until="erased",
        causes=(Cause.FREEZE,),
        chapter=Chapter.SET,
    )
)
class NormsRow(Row):
    """What a person wants the bot to be in their scope, and which word means what: their words."""

    body: Words = ""  # JSON (`bot.norms`)

    def is_frozen(self, above: int, _upward: frozenset[str]) -> bool:
        """Returns whether the one level that uses them does not hold any more."""
        return above < Level.ONGOING
