"""What is held of a message that is edited or deleted: read, corrected and dropped in one unit."""

from dataclasses import replace

from bot.actions.of_edits import CorrectHeld
from bot.decide import Decision
from bot.engine.apply import Applying, apply
from bot.engine.apply.came_of import correct
from bot.engine.deciding import Deciding
from bot.engine.dedupe import Dedupe
from bot.engine.load import Gathering, came_of, load
from bot.engine.pseudonyms import Pseudonyms
from bot.engine.recent_risk import RecentRisk
from bot.engine.standing import Standing
from bot.ids import MessageId, Scope
from bot.ports import Unit
from bot.reading import read
from bot.records import MemoryRow, ScopeRow, SummaryRow, ThreadRow
from tests.fakes import FakeStore, FakeVault
from tests.scene import ADA, AT, DIRECT, HOUSE, deletes, edits

NAMES = Pseudonyms(FakeVault())
OWNER = NAMES.scope(Scope(DIRECT.space, ADA))
M1 = NAMES.message(DIRECT.room, MessageId("m1"))
AGREED = ScopeRow(OWNER, state="given", level=2, policy=HOUSE.policy, memory=True)
LINE = MemoryRow(OWNER, "a", at=AT, came_from=M1, body="my sister is Nel")
OTHER = MemoryRow(OWNER, "o", at=AT, came_from="another", body="the cat is Tom")
THREAD = ThreadRow(OWNER, "b", at=AT, came_from=M1, body="the move")
HERE = SummaryRow(OWNER, NAMES.room(DIRECT.room), at=AT, body="They spoke of Nel.")
ELSEWHERE = SummaryRow(OWNER, "another room", at=AT, body="They spoke of the cat.")


async def keeping(unit: Unit) -> None:
    for row in (AGREED, LINE, OTHER, THREAD, HERE, ELSEWHERE):
        await unit.put(row)


def gathering(unit: Unit) -> Gathering:
    return Gathering(unit, NAMES, HOUSE, read(edits("hello")))


async def test_what_came_of_a_message_is_its_lines_and_the_summary_of_its_room() -> None:
    async def work(unit: Unit) -> None:
        await keeping(unit)
        found = await came_of.came_of(gathering(unit), deletes(), AGREED)
        assert found == (THREAD, LINE, HERE)
        assert (await load(gathering(unit), edits("hello"))).came_of == found  # type: ignore[attr-defined]

    await FakeStore(FakeVault()).deciding(OWNER, work)


async def test_of_who_never_said_yes_nothing_is_looked_for() -> None:
    class Never:
        pass

    facts = replace(gathering(Never()), unit=Never())  # type: ignore[arg-type]
    assert await came_of.came_of(facts, deletes(), ScopeRow(OWNER)) == ()


async def test_a_line_is_stored_with_its_new_words() -> None:
    now = replace(LINE, body="my sister is Nell")

    async def work(unit: Unit) -> None:
        await keeping(unit)
        snapshot = await load(gathering(unit), edits("hello"))
        applying = Applying(unit, NAMES, edits("hello"), snapshot)
        await apply(applying, Decision((CorrectHeld(now),)))
        assert await unit.get(MemoryRow, OWNER, "a") == now
        await correct(applying, CorrectHeld(LINE))
        assert await unit.get(MemoryRow, OWNER, "a") == LINE

    await FakeStore(FakeVault()).deciding(OWNER, work)


async def test_a_deletion_drops_them_and_leaves_what_came_of_other_messages() -> None:
    store = FakeStore(FakeVault())
    standing = Standing(store, NAMES)
    deciding = Deciding(NAMES, HOUSE, Dedupe(NAMES), RecentRisk(HOUSE.gap), standing, ())
    event = deletes()

    async def work(unit: Unit) -> None:
        await keeping(unit)
        assert await deciding.about(event, read(event), unit) is not None
        assert await unit.find(MemoryRow, OWNER) == (OTHER,)
        assert await unit.find(ThreadRow, OWNER) == ()
        assert await unit.find(SummaryRow, OWNER) == (ELSEWHERE,)
        scope = await unit.get(ScopeRow, OWNER)
        assert scope is not None
        assert scope.epoch == AGREED.epoch + 1

    await store.deciding(OWNER, work)
