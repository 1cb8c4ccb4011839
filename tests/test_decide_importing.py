"""Decisions about a file that a person brings: its card, and what their tap carries over."""

import json
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from bot import boundaries, people
from bot.actions import Action
from bot.actions.agreed import KeepNorms
from bot.actions.holding import Hold
from bot.actions.of_importing import ForgetBrought, KeepBrought
from bot.actions.platform import Say
from bot.actions.state import KeepPreference, RecordConsent, SetStyle
from bot.boundaries import MOST_LINES, Boundaries
from bot.choices import CarryOver, Choice, LeaveBrought
from bot.commands.of_data import Import, NoFile
from bot.decide.importing import asked
from bot.decide.joining import Kind, joined
from bot.events import CommandGiven
from bot.export.taking_in import MOST_BYTES, Brought, read
from bot.holding import Held
from bot.levels import Level, Stance
from bot.norms import Norm, Norms
from bot.people import Listed
from bot.records import (
    BoundariesRow,
    BroughtRow,
    LanguageRow,
    MemoryRow,
    NightCardRow,
    Owner,
    PeopleRow,
    Preference,
    ThreadRow,
)
from bot.snapshot import Holding
from bot.strings import ENGLISH, OFFERED
from tests.scene import AT, HOUSE, SHARED, Known, commands, decide, known, post, taps, told

SAID = ENGLISH.importing
LONGEST = 600  # characters of a card at first sight
THREAD = {"text": "the talk", "at": "2031-05-01T12:00:00+00:00", "is_open": True}
WHOLE: dict[str, Any] = {
    "format": "attune-export",
    "version": 2,
    "exported_at": "2031-05-02T12:00:00+00:00",
    "carried": {
        "boundaries": {"name": "Nel", "address": "they", "not": ["no pet names"]},
        "language": "de",
        "night_card": "Breathe.",
        "people": [{"name": "Sam", "for": "walks"}],
        "style": [{"name": "length", "value": "longer"}, {"name": "voice", "value": "plain-voice"}],
        "roles": [{"text": "a gruff coach"}, {"text": "ember", "stance": "listen"}],
        "threads": [THREAD],
        "memories": [{"text": "I sing"}],
    },
}


def document(**fields: object) -> bytes:
    """Gives the document with other fields in what is carried."""
    return json.dumps(WHOLE | {"carried": WHOLE["carried"] | fields}).encode()


def brings(file: bytes | NoFile, event: CommandGiven | None = None) -> CommandGiven:
    """Gives the command with what its file holds."""
    return replace(event or commands("import file"), command=Import("file", file))


def ticked(level: Level = Level.ATTUNED) -> Known:
    state = known(level)
    return replace(state, scope=replace(state.scope, memory=True))


def waiting(file: bytes, state: Known, *, epoch: int = 0) -> Known:
    """Gives the same with a card of that file, and the file while it waits."""
    choices = (Choice(SAID.carry, CarryOver("k", epoch)), Choice("Not now", LeaveBrought("k")))
    row = BroughtRow(Owner("scope"), "k", AT, file.decode())
    return replace(state, post=post(*choices), brought=row)


def carried(file: bytes, state: Known) -> tuple[Action, ...]:
    return decide(taps(SAID.carry), waiting(file, state)).actions


def kept(actions: tuple[Action, ...]) -> dict[type[Preference], Preference]:
    rows = [one.preference for one in actions if isinstance(one, KeepPreference)]
    return {type(row): row for row in rows}


def held(actions: tuple[Action, ...]) -> list[ThreadRow | MemoryRow]:
    return [one.row for one in actions if isinstance(one, Hold)]


def test_a_card_counts_what_the_file_holds_and_nothing_changes_before_its_tap() -> None:
    turn = decide(brings(document()), ticked())
    (card,) = [one for one in turn.actions if isinstance(one, Say)]
    assert card.is_card
    assert card.to is not None
    for kind, count in (("boundaries", 3), ("people", 1), ("style", 2), ("memories", 1)):
        assert SAID.line.format(what=SAID.kinds[kind], count=count) in card.text
    assert SAID.consent in card.text
    assert SAID.not_held not in card.text
    (row,) = [one for one in turn.actions if isinstance(one, KeepBrought)]
    assert read(row.body.encode()) == read(document())
    assert [one.means for one in card.choices] == [CarryOver(row.key, 0), LeaveBrought(row.key)]
    assert not any(isinstance(one, KeepPreference | Hold | SetStyle) for one in turn.actions)


def test_the_card_says_what_stays_out_and_why() -> None:
    style = [{"name": "length", "value": "longer"}, {"name": "length", "value": "huge"}]
    (text,) = told(decide(brings(document(style=style)), known()).actions)
    assert SAID.not_held in text
    assert SAID.above.format(count=1) in text
    assert SAID.unknown.format(count=1) in text


@pytest.mark.parametrize(
    ("file", "line"),
    [
        (NoFile.NONE, "none"),
        (NoFile.UNREADABLE, "unreadable"),
        (NoFile.TOO_LARGE, "too_large"),
        (b"x" * (MOST_BYTES + 1), "too_large"),
        (b"<!doctype html>", "no_json"),
        (b"{}", "no_export"),
        (b'{"exported_at": "", "rows": []}', "older"),
        (b'{"format": "attune-export", "version": 9}', "newer"),
        (document(language=7), "form"),
    ],
)
def test_of_a_wrong_file_one_line_says_what_was_wrong_and_nothing_is_kept(
    file: bytes | NoFile, line: str
) -> None:
    turn = decide(brings(file), known())
    expected = SAID.wrong[line].format(most="1 MiB", where="carried.language")
    assert told(turn.actions) == [expected]
    assert not any(isinstance(one, KeepBrought) for one in turn.actions)


def test_a_tap_carries_over_all_of_it_by_the_actions_of_commands() -> None:
    actions = carried(document(), ticked())
    rows = kept(actions)
    own = rows[BoundariesRow]
    assert isinstance(own, BoundariesRow)
    assert boundaries.load(own.body) == Boundaries("Nel", "they", ((1, "no pet names"),))
    listed = rows[PeopleRow]
    assert isinstance(listed, PeopleRow)
    assert people.load(listed.body) == (Listed(1, "Sam", "walks"),)
    language, card = rows[LanguageRow], rows[NightCardRow]
    assert isinstance(language, LanguageRow)
    assert isinstance(card, NightCardRow)
    assert (language.code, language.by, card.body) == ("de", "command", "Breathe.")
    assert SetStyle("length", "longer") in actions
    thread, memory = held(actions)
    assert (thread.body, thread.open_in, thread.number) == ("the talk", "", 1)
    assert thread.at == AT - timedelta(days=3)
    assert (memory.body, memory.key != thread.key) == ("I sing", True)
    assert ForgetBrought("k") in actions
    assert not any(isinstance(one, RecordConsent) for one in actions)


def test_what_is_set_already_stays_and_lists_are_joined_without_doubles() -> None:
    rows = (
        BoundariesRow(
            Owner("ada"), body=boundaries.dump(Boundaries("Ada", "", ((7, "No PET names"),)))
        ),
        PeopleRow(Owner("ada"), body=people.dump((Listed(3, "SAM", "nights"),))),
        NightCardRow(Owner("ada"), body="Mine."),
        LanguageRow(Owner("ada"), code="fr", by="command"),
    )
    holding = Holding((ThreadRow(Owner("s"), "t", number=4, body="The  talk"),))
    state = replace(ticked(), preferences=rows, holding=holding, style=(("length", "shorter"),))
    actions = carried(document(), state)
    assert kept(actions).keys() == {BoundariesRow}
    own = kept(actions)[BoundariesRow]
    assert isinstance(own, BoundariesRow)
    assert boundaries.load(own.body) == Boundaries("Ada", "they", ((7, "No PET names"),))
    assert [one for one in actions if isinstance(one, SetStyle)] == [
        SetStyle("voice", "plain-voice")
    ]
    assert [one.body for one in held(actions)] == ["I sing"]


def test_a_stop_word_stays_beside_what_is_carried_over() -> None:
    state = replace(known(), preferences=(BoundariesRow(Owner("ada"), stop_word="hash"),))
    own = kept(carried(document(), state))[BoundariesRow]
    assert isinstance(own, BoundariesRow)
    assert own.stop_word == "hash"


def test_what_is_all_there_already_changes_nothing() -> None:
    actions = carried(document(**dict.fromkeys(WHOLE["carried"])), known())
    assert told(actions) == [SAID.nothing]


@pytest.mark.parametrize("level", [Level.PLAIN, Level.WARM, Level.ATTUNED])
def test_nothing_is_held_where_it_may_not_be(level: Level) -> None:
    assert held(carried(document(), known(level))) == []
    style = [one for one in carried(document(), known(level)) if isinstance(one, SetStyle)]
    assert (SetStyle("length", "longer") in style) == (level > Level.PLAIN)


def test_roles_come_only_where_the_level_uses_them_and_are_refused_as_by_command() -> None:
    roles = [
        {"text": "a gruff coach"},
        {"text": "my girlfriend"},
        {"text": "EMBER", "stance": "do"},
        {"text": "ok", "stance": "listen"},
    ]
    own = Norms((Norm(4, "ember", Stance.LISTEN),))
    for level, expected in ((Level.ATTUNED, []), (Level.ONGOING, ["ember", "a gruff coach"])):
        actions = carried(document(roles=roles), replace(ticked(level), norms=own))
        agreed = [one.norms for one in actions if isinstance(one, KeepNorms)]
        assert [one.words for norms in agreed for one in norms.every] == expected
    below = SAID.below.format(level=ENGLISH.level(Level.ONGOING))
    assert below in told(decide(brings(document()), ticked()).actions)[0]


def test_a_word_that_is_compared_as_one_that_is_agreed_on_stays_out() -> None:
    own = Norms((Norm(4, "ember", Stance.LISTEN),))
    roles = [{"text": "Ember!", "stance": "do"}, {"text": "ember"}]
    actions = carried(document(roles=roles), replace(ticked(Level.ONGOING), norms=own))
    (norms,) = [one.norms for one in actions if isinstance(one, KeepNorms)]
    assert [(one.words, one.stance) for one in norms.every] == [
        ("ember", Stance.LISTEN),
        ("ember", None),
    ]


def test_of_a_name_that_is_there_twice_the_first_counts() -> None:
    listed = [{"name": "Sam", "for": "walks"}, {"name": "Sam", "for": "talks"}, {"name": "SAM"}]
    row = kept(carried(document(people=listed), known()))[PeopleRow]
    assert isinstance(row, PeopleRow)
    assert people.load(row.body) == (Listed(1, "Sam", "walks"),)


def test_what_there_is_no_room_for_or_may_be_no_role_is_counted_on_the_card_and_after() -> None:
    own = Boundaries(nots=tuple((at, f"line {at}") for at in range(MOST_LINES)))
    rows = (BoundariesRow(Owner("ada"), body=boundaries.dump(own)),)
    state = replace(ticked(Level.ONGOING), preferences=rows)
    file = document(roles=[{"text": "my girlfriend"}, {"text": "ok", "stance": "listen"}])
    line = SAID.left_out.format(count=3)
    assert line in told(decide(brings(file), state).actions)[0]
    assert line in told(carried(file, state))[-1]
    assert (
        SAID.left_out.partition("{")[0] not in told(decide(brings(document()), ticked()).actions)[0]
    )


def test_the_command_that_a_card_names_says_why_nothing_is_held() -> None:
    young = replace(known(), person=replace(known().person, under_18=True))
    for state, why in ((known(), "below"), (young, "under_18")):
        assert SAID.not_held in told(decide(brings(document()), state).actions)[0]
        (text,) = told(decide(commands("memory on"), state).actions)
        assert getattr(ENGLISH.holding, why).partition("{")[0] in text


@pytest.mark.parametrize("code", OFFERED)
def test_a_card_is_short_in_every_language_also_where_much_stays_out(code: str) -> None:
    tongue = (LanguageRow(Owner("ada"), code=code, by="command"),)
    lines = [{"text": f"t{at}"} for at in range(150)]
    state = replace(known(), house=HOUSE.to(code), preferences=tongue)
    (text,) = told(decide(brings(document(threads=lines, memories=lines)), state).actions)
    assert len(text) <= LONGEST


def test_lines_of_a_life_at_risk_are_answered_and_no_file_waits() -> None:
    file = document(memories=[{"text": "I want to kill myself tonight"}])
    actions = decide(brings(file), ticked()).actions
    care, way_on = told(actions)
    assert ENGLISH.crisis.first in care
    assert way_on == SAID.at_risk
    assert not any(isinstance(one, KeepBrought) for one in actions)
    assert SAID.at_risk not in told(
        decide(commands("threads add I want to die now"), ticked()).actions
    )


def test_lists_get_no_longer_than_commands_let_them() -> None:
    lines, listed = [f"not {at}" for at in range(8)], [{"name": f"n{at}"} for at in range(20)]
    own = (
        BoundariesRow(Owner("ada"), body=boundaries.dump(Boundaries(nots=((1, "x"),)))),
        PeopleRow(Owner("ada"), body=people.dump((Listed(1, "Bo"),))),
    )
    threads = [{"text": f"t{at}"} for at in range(Held.THREADS.most + 50)]
    have = Holding(tuple(ThreadRow(Owner("s"), f"{at}", body=f"own {at}") for at in range(150)))
    file = document(boundaries={"not": lines}, people=listed, threads=threads)
    actions = carried(file, replace(ticked(), preferences=own, holding=have))
    row, other = kept(actions)[BoundariesRow], kept(actions)[PeopleRow]
    assert isinstance(row, BoundariesRow)
    assert isinstance(other, PeopleRow)
    assert len(boundaries.load(row.body).nots) == MOST_LINES
    assert len(people.load(other.body)) == people.MOST
    rows = held(actions)
    assert len([one for one in rows if isinstance(one, ThreadRow)]) == Held.THREADS.most - 150
    assert len({one.key for one in rows}) == len(rows)


def test_a_day_that_is_over_is_not_brought_up_and_one_to_come_is() -> None:
    days = ("2031-05-01T12:00:00+00:00", "2031-06-01T12:00:00+00:00")
    threads = [THREAD | {"text": day, "due": day} for day in days]
    over, to_come, _ = held(carried(document(threads=threads), ticked()))
    assert isinstance(over, ThreadRow)
    assert isinstance(to_come, ThreadRow)
    assert over.told_at == over.due
    assert (to_come.told_at, to_come.due) == (None, AT.replace(month=6, day=1))


def test_what_was_allowed_in_another_room_is_not_allowed_in_this_shared_one() -> None:
    found = read(document())
    assert isinstance(found, Brought)
    event = commands("import file", SHARED)
    state = replace(ticked(), is_direct=False)
    state = replace(state, space=replace(state.space, ceiling=int(Level.ATTUNED)))
    snapshot = replace(state, reading=None).for_event(event)
    plan = joined(found, event, snapshot)  # type: ignore[arg-type]
    assert plan.counts[Kind.THREADS] == 1
    assert not any(one.open_in for one in held(plan.actions))


def test_once_something_ended_here_or_the_file_is_gone_a_tap_does_nothing_and_says_so() -> None:
    after = waiting(document(), ticked(), epoch=-1)
    gone = replace(waiting(document(), ticked()), brought=None)
    for state in (after, gone):
        actions = decide(taps(SAID.carry), state).actions
        assert told(actions) == [SAID.over]
        assert not any(isinstance(one, KeepPreference | Hold | SetStyle) for one in actions)


def test_a_file_that_holds_nothing_gets_one_plain_line_with_no_choice_and_is_not_kept() -> None:
    event = brings(document(**dict.fromkeys(WHOLE["carried"])))
    snapshot = known().for_event(event)
    (line,) = asked(event.command, event, snapshot)  # type: ignore[arg-type]
    assert isinstance(line, Say)
    assert (line.text, line.choices) == (SAID.empty, ())


def test_a_file_of_which_nothing_can_be_carried_here_says_why_and_offers_nothing() -> None:
    only = dict.fromkeys(WHOLE["carried"]) | {"threads": [THREAD]}
    actions = decide(brings(document(**only)), known()).actions
    assert told(actions) == [f"{SAID.empty}\n{SAID.not_held}"]
    assert not any(isinstance(one, KeepBrought) for one in actions)
    assert not any(one.choices for one in actions if isinstance(one, Say))


def test_not_now_forgets_the_file() -> None:
    actions = decide(taps("Not now"), waiting(document(), ticked())).actions
    assert told(actions) == [SAID.not_now]
    assert ForgetBrought("k") in actions
    assert kept(actions) == {}
