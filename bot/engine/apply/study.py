"""Applies a comparison that a person makes on themselves: its days are drawn, and it is kept."""

from hashlib import sha256

from bot.actions.of_study import BeginStudy, KeepStudy
from bot.engine.apply.applying import Applying
from bot.engine.apply.table import applies
from bot.impact.study import Study, drawn, dump
from bot.records import StudyRow


# The lot is the keyed hash of the event under the scope's own data key. Nobody without the key can
# know it beforehand, no event gives two, so that a command told again changes no day, and a test
# that says the key says the days. It is hashed once more to a number of 256 bits, whichever form a
# keyed hash has: the rest by 3,432 favours no order by more than one part in 2 to the 240.
@applies(BeginStudy)
async def begin_study(applying: Applying, action: BeginStudy) -> None:
    """Draws which day has which way, and keeps the comparison in the place of any other."""
    event = applying.event
    lot = await applying.unit.subject(applying.owner, f"study {event.id}")
    order = drawn(int.from_bytes(sha256(lot.encode()).digest()))
    study = Study(action.compares, order, event.at, action.given_at)
    await applying.unit.put(StudyRow(applying.owner, body=dump(study)))


@applies(KeepStudy)
async def keep_study(applying: Applying, action: KeepStudy) -> None:
    """Stores a comparison, or deletes its row where nothing is left."""
    if action.study is None:
        await applying.unit.drop(StudyRow, applying.owner)
    else:
        await applying.unit.put(StudyRow(applying.owner, body=dump(action.study)))
