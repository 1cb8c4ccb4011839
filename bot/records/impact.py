"""The row of what talking with the bot does to a person, as they say it: of one scope, sealed."""

from bot.levels import Level
from bot.records.declare import About, Cause, Chapter, Row, Words, record

FROM = int(Level.WARM)  # the lowest level that asks


@record(
    About(
        "how you said it has been with me, week by week",
        "scope",
        until="erased",
        causes=(Cause.FREEZE,),
        chapter=Chapter.TALK,
        only_theirs=True,
    )
)
class ImpactRow(Row):
    """Their own answers to five questions, and whether these are asked and counted."""

    body: Words = ""  # JSON (`bot.impact`)

    def is_frozen(self, above: int, _upward: frozenset[str]) -> bool:
        """Returns whether no level that asks holds any more."""
        return above < FROM
