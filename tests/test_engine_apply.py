"""Applying a decision: one function a type of action, and what each family leaves behind."""

from dataclasses import replace
from datetime import timedelta
from typing import TypeVar

import pytest

from bot.actions import ACTIONS, Action
from bot.actions.of_spaces import ClearReports, KeepRule, Mute, SetCrisisLine, TellRoom
from bot.actions.platform import Say
from bot.actions.state import (
    AnswerCard,
    DropPreference,
    EmptyTray,
    Erase,
    Freeze,
    KeepInTray,
    KeepPreference,
    RememberPerson,
    SetIgnored,
    SetStance,
    SetStyle,
    Unfreeze,
    Unlearn,
)
from bot.audit import Entry, hashes
from bot.choices import Choice, KeepAll
from bot.consent import put_away_from
from bot.decide import Decision
from bot.engine.apply import (
    Applied,
    apply,
    ask,
    came_of,
    consent,
    conversation,
    crisis,
    erase,
    held,
    impact,
    importing,
    observing,
    people,
    posts,
    repair,
    spaces,
    study,
    summaries,
    tray,
)
from bot.engine.apply.applying import Applying
from bot.engine.apply.table import APPLIES, applies
from bot.engine.codec import dump_post, dump_versions, load_post, load_sending
from bot.engine.pseudonyms import Pseudonyms
from bot.ids import MessageId, PersonId, RoomId, Scope
from bot.levels import Level, Stance
from bot.ports import Unit
from bot.records import (
    HOUSE,
    ConversationRow,
    DueRow,
    EraseFrozen,
    MuteRow,
    NightCardRow,
    NoteRow,
    OutboxRow,
    PersonRow,
    PostRow,
    RepairRow,
    ReplyRow,
    Row,
    ScopeRow,
    SpaceRow,
    StyleRow,
    TrayRow,
)
from bot.repair.stack import Version
from bot.snapshot import corrections_of, with_corrections
from tests.fakes import FakeStore, FakeVault
from tests.scene import ADA, AT, DIRECT, known, says

FAMILIES = (
    *(ask, came_of, consent, conversation, crisis, erase, held, impact, importing),
    *(observing, people, posts, repair, spaces, study, summaries, tray),
)
R = TypeVar("R", bound=Row)
SCOPE = Scope(DIRECT.space, ADA)


class Stand:
    """A store in which decisions about one message are applied."""

    def __init__(self) -> None:
        vault = FakeVault()
        self.store, self.names = FakeStore(vault), Pseudonyms(vault)
        self.owner, self.person = self.names.scope(SCOPE), self.names.person(ADA)
        self.room = self.names.room(DIRECT.room)

    async def applied(
        self, *actions: Action, rows: tuple[Row, ...] = (), scope: ScopeRow | None = None
    ) -> Applied:
        """Applies a decision on top of these rows; it was made where `scope` held, if given."""
        seen = known() if scope is None else replace(known(), scope=scope)

        async def work(unit: Unit) -> Applied:
            for row in rows:
                await unit.put(row)
            return await apply(Applying(unit, self.names, says("hello"), seen), Decision(actions))

        return await self.store.deciding(self.person, work)

    async def audited(self) -> tuple[Entry, ...]:
        """Gives the entries of the space's chain."""
        space = self.names.space(DIRECT.space)
        return await self.store.reading(lambda unit: unit.trail.entries(space))

    async def one(self, kind: type[R]) -> R:
        """Gives the only row of that kind."""
        (row,) = await self.store.sweep(kind)
        return row


@pytest.fixture
def at() -> Stand:
    return Stand()


# -- the table ---------------------------------------------------------------------------------


def test_each_action_of_the_union_is_applied_by_exactly_one_function() -> None:
    assert set(APPLIES) == set(ACTIONS)
    assert len(ACTIONS) == len(set(ACTIONS)) == len({*APPLIES.values()})


def test_each_function_that_applies_an_action_stands_in_the_module_of_a_family() -> None:
    names = {family.__name__ for family in FAMILIES}
    assert {function.__module__ for function in APPLIES.values()} <= names


def test_a_second_function_for_the_same_action_is_refused() -> None:
    async def again(applying: Applying, action: Say) -> None:
        raise AssertionError

    with pytest.raises(TypeError, match="Two functions apply Say"):
        applies(Say)(again)
    assert APPLIES[Say] is posts.say


# -- the families ------------------------------------------------------------------------------


async def test_an_answered_card_has_no_choices_left(at: Stand) -> None:
    key = at.names.message(DIRECT.room, MessageId("m2"))
    body = dump_post((Choice("Keep", KeepAll()),), SCOPE, is_direct=True)
    card = PostRow(at.owner, key, at=AT, body=body)
    await at.applied(AnswerCard(MessageId("m2")), rows=(card,))
    assert load_post((await at.one(PostRow)).body) == ((), SCOPE, True)


async def test_after_an_erase_nothing_is_sent_but_by_the_house(at: Stand) -> None:
    style = StyleRow(at.owner, "tone", value="warmer")
    applied = await at.applied(Say("gone"), Erase("r"), Say("Erased."), rows=(style,))
    assert [(row.owner, row.place) for row in applied.sends] == [(HOUSE, 0)]
    assert (applied.erased, await at.store.sweep(StyleRow)) == ((SCOPE,), ())


async def test_a_style_that_is_reset_takes_what_repairs_taught_with_it(at: Stand) -> None:
    kept = (StyleRow(at.owner, "tone", value="warmer"), RepairRow(at.owner, "r:1", kind="cold"))
    await at.applied(SetStyle(None), rows=kept)
    assert (await at.store.sweep(StyleRow), (await at.one(RepairRow)).undone) == ((), True)


async def test_of_two_repairs_the_first_holds_again_once_the_second_is_unlearnt(at: Stand) -> None:
    both = (Version("tap", "cold", 1, "First."), Version("🔧", "bland", 2, "Second."))
    given = ReplyRow(at.owner, "r", rupture="bland", by_emoji=True, before=dump_versions(both))
    talk = ConversationRow(at.owner, at.room, started_at=AT, last_at=AT)
    taught = tuple(RepairRow(at.owner, key, kind="x") for key in ("r:1", "r:2", "s:2"))
    await at.applied(
        Unlearn("r", (2,)), rows=(given, with_corrections(talk, (("r", "bland"),)), *taught)
    )
    now = await at.one(ReplyRow)
    assert (now.rupture, now.by_emoji) == ("cold", False)
    assert corrections_of(await at.one(ConversationRow)) == (("r", "cold"),)
    undone = [row.key for row in await at.store.sweep(RepairRow) if row.undone]
    assert undone == ["r:2"]


async def test_a_stance_remembers_the_message_that_set_it(at: Stand) -> None:
    await at.applied(SetStance(Stance.STAY))
    talk = await at.one(ConversationRow)
    assert (talk.stance, talk.stance_by) == ("stay", at.names.message(DIRECT.room, MessageId("m1")))


async def test_what_was_said_while_ignored_is_before_what_may_be_read(at: Stand) -> None:
    await at.applied(SetIgnored(False), rows=(PersonRow(at.person, ignored=True),))
    row = await at.one(PersonRow)
    assert (row.ignored, row.read_since) == (False, AT)


async def test_a_clock_that_an_action_does_not_name_stays(at: Stand) -> None:
    before = PersonRow(at.person, minute_count=3)
    await at.applied(RememberPerson(told_at=AT), rows=(before,))
    assert await at.one(PersonRow) == replace(before, told_at=AT, last_at=AT)


async def test_what_is_frozen_is_erased_at_its_time_unless_it_comes_back(at: Stand) -> None:
    await at.applied(Freeze(AT, Level.WARM))
    due = await at.one(DueRow)
    assert (due.owner, due.task, due.at) == (at.owner, EraseFrozen(), AT)
    await at.applied(Unfreeze())
    assert await at.store.sweep(DueRow) == ()


async def test_a_freeze_keeps_the_deepest_level_that_was_left_while_it_lasts(at: Stand) -> None:
    scope, month = ScopeRow(at.owner), Freeze(AT + timedelta(days=30))
    for level, deepest in ((Level.ATTUNED, Level.ATTUNED), (Level.WARM, Level.ATTUNED)):
        agreed = replace(scope, state="given", level=int(level))
        await at.applied(month, rows=(agreed,), scope=agreed)
        scope = await at.one(ScopeRow)
        assert put_away_from(scope) is deepest
    over = replace(agreed, frozen_until=AT)
    await at.applied(month, rows=(over,), scope=over)
    assert put_away_from(await at.one(ScopeRow)) is Level.WARM


async def test_what_admins_set_of_a_space_is_kept_beside_what_they_set_before(at: Stand) -> None:
    await at.applied(KeepRule(DIRECT.space, "deepest", '"warm"', 0))
    await at.applied(SetCrisisLine("Call us.", "https://u"))
    space = await at.one(SpaceRow)
    assert (space.ceiling, space.crisis_text, space.crisis_url) == (1, "Call us.", "https://u")


async def test_what_admins_set_is_recorded_with_the_act_by_a_hash_that_ends_with_their_key(
    at: Stand,
) -> None:
    plain, threads = (KeepRule(DIRECT.space, "deepest", '"plain"', 0), "threads")
    await at.applied(plain, SetCrisisLine("Call us.", "https://u"))
    await at.applied(KeepRule(DIRECT.space, threads, "true", 0), plain)
    every = await at.audited()
    assert [(one.number, one.hand, one.act, one.known) for one in every] == [
        (1, "admin", "deepest_set", {"before": "warm", "after": "plain"}),
        (2, "admin", "crisis_line_set", {"is_there": True}),
        (3, "admin", "threads_set", {"listens": True}),
    ]
    (doer,) = {one.doer for one in every}

    async def named(unit: Unit) -> str:
        return await unit.subject(at.owner, hashes.BY)

    assert doer == await at.store.deciding(at.owner, named)
    await at.store.deciding(at.owner, lambda unit: unit.erase(at.owner))
    assert doer != await at.store.deciding(at.owner, named)


@pytest.mark.parametrize(
    ("rule", "value", "after"),
    [
        ("speaks-in", '{"mode": "not", "rooms": [{"id": "r9", "shown": "secret"}]}', "not:1"),
        ("talks-to", '[{"id": "r9", "shown": "secret", "role": true}]', "1"),
        ("deepest-in", '[[{"id": "r9", "shown": "secret"}, "plain"]]', "1:plain"),
        ("account-age", "7", "7"),
        ("private-talk", "false", "off"),
        ("answers-to", '"named"', "named"),
    ],
)
async def test_a_setting_is_recorded_without_the_names_it_holds(
    at: Stand, rule: str, value: str, after: str
) -> None:
    await at.applied(KeepRule(DIRECT.space, rule, value, 0))
    (entry,) = await at.audited()
    assert (entry.act, entry.known["rule"], entry.known["after"]) == ("rule_set", rule, after)
    assert "secret" not in str(entry)
    assert "r9" not in str(entry)


async def test_what_changes_nothing_is_not_recorded(at: Stand) -> None:
    off = KeepRule(DIRECT.space, "threads", "true", 9)
    await at.applied(off, SetCrisisLine("", ""), ClearReports())
    assert await at.audited() == ()


async def test_a_mute_is_the_spaces_names_who_did_it_by_a_hash_and_ends_where_it_is_dropped(
    at: Stand,
) -> None:
    until = AT + timedelta(hours=2)
    await at.applied(Mute(PersonId("p:bo"), until))
    row = await at.one(MuteRow)
    assert (row.owner, row.until) == (at.names.space(DIRECT.space), until)
    assert row.key == at.names.scope(Scope(DIRECT.space, PersonId("p:bo")))
    assert "ada" not in row.by
    await at.applied(Mute(PersonId("p:bo"), None))
    assert await at.store.sweep(MuteRow) == ()
    assert [one.known for one in await at.audited()] == [{"is_muted": True}, {"is_muted": False}]


async def test_what_is_told_in_another_room_of_the_space_goes_there(at: Stand) -> None:
    await at.applied(TellRoom(RoomId("mods"), "Something changed."))
    sending = load_sending((await at.one(OutboxRow)).body)
    assert (sending.room, sending.action) == (
        "mods",
        Say("Something changed.", told_from=DIRECT.room),
    )


async def test_reports_that_are_cleared_are_recorded_by_their_number(at: Stand) -> None:
    report = NoteRow(at.names.space(DIRECT.space), "k", AT, '{"by": "b", "link": "l"}')
    await at.applied(ClearReports(), rows=(report, replace(report, key="other")))
    (entry,) = await at.audited()
    assert (entry.act, entry.known) == ("reports_cleared", {"count": 2})


async def test_a_line_waits_in_the_tray_until_it_is_shown(at: Stand) -> None:
    await at.applied(KeepInTray("renew"))
    assert (await at.one(TrayRow)).key == f"{at.owner}:renew"
    await at.applied(EmptyTray(SCOPE, "renew"))
    assert await at.store.sweep(TrayRow) == ()


async def test_a_preference_is_its_persons_whoever_it_names_until_they_drop_it(at: Stand) -> None:
    await at.applied(KeepPreference(NightCardRow(HOUSE, body="Sleep.")))
    await at.applied(KeepPreference(NightCardRow(HOUSE, body="Tea, then the cat.")))
    assert await at.one(NightCardRow) == NightCardRow(at.person, body="Tea, then the cat.")
    await at.applied(DropPreference(NightCardRow))
    assert await at.store.sweep(NightCardRow) == ()
