"""The row of a comparison that a person makes on themselves: of one scope, sealed."""

from bot.levels import Level
from bot.records.declare import About, Cause, Chapter, Row, Words, record

FROM = int(Level.WARM)  # the lowest level that compares


@record(
    About(
        "your comparison of two ways I answer, day by day",
        "scope",
        until="erased",
        causes=(Cause.FREEZE,),
        chapter=Chapter.TALK,
        only_theirs=True,
    )
)
class StudyRow(Row):
    """Two ways of answering that a person compares: which day has which, and how each day was."""

    body: Words = ""  # JSON (`bot.impact.study`)

    def is_frozen(self, above: int, _upward: frozenset[str]) -> bool:
        """Returns whether no level that compares holds any more."""
        return above < FROM
