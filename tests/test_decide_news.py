"""Decisions about what is said before a reply because it changed."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from bot.actions.platform import Say
from bot.actions.state import (
    AnswerCard,
    KeepInTray,
    PauseUntil,
    RaiseEpoch,
    RecordConsent,
    RememberPerson,
)
from bot.choices import Choice, RenewOffer, offers
from bot.choices.of_changes import GoOn, StayPlain, TakeExport
from bot.closing import Closing
from bot.consent import policy_version
from bot.decide import Decision
from bot.decide.news import first
from bot.layout.markup import SMALL
from bot.levels import Level
from bot.making import LEVELS_VERSION, Making, dump
from bot.panel import FOREVER
from bot.records import EpisodeRow, Owner
from bot.strings import ENGLISH
from tests.scene import (
    AT,
    DIRECT,
    HOUSE,
    MET,
    SHARED,
    Known,
    commands,
    decide,
    edits,
    known,
    post,
    reacts,
    reply,
    says,
    taps,
    writing,
)

SAID, LABELS = ENGLISH.continuity, ENGLISH.choices
A, B = Making(("a",), ("a.example",)), Making(("b",), ("a.example",))
CHANGED = SAID.models.format(now="b", before="a")


def told(before: Making | None, of: Known | None = None, now: Making | None = B) -> Known:
    """Gives somebody who heard of one making, in a house of another."""
    person = replace(MET, making=dump(before) if before is not None else "")
    return replace(of or known(), house=replace(HOUSE, making=now), person=person)


def said(of: Known, where: object = DIRECT, text: str = "and now?") -> list[Say]:
    actions = decide(says(text, where), of).actions  # type: ignore[arg-type]
    return [one for one in actions if isinstance(one, Say)]


def noted(of: Known, text: str = "and now?") -> list[str]:
    actions = decide(says(text), of).actions
    kept = (one.making for one in actions if isinstance(one, RememberPerson))
    return [one for one in kept if one is not None]


def test_a_card_says_before_the_reply_what_changed_and_is_noted_with_it() -> None:
    (card,) = said(told(A))
    assert card.text.startswith(f"**{SAID.changed}**\n- {CHANGED}\n")
    assert (card.to, card.is_card) == (says("x").person, True)
    assert card.choices == (Choice(LABELS.fine, GoOn()), Choice(LABELS.export, TakeExport()))
    assert noted(told(A)) == [dump(B)]


@pytest.mark.parametrize("before", [None, B])
def test_who_heard_no_other_hears_nothing(before: Making | None) -> None:
    assert said(told(before)) == []


def test_what_writes_the_first_reply_is_noted_and_nothing_where_nobody_is_told() -> None:
    assert noted(told(None)) == [dump(B)]
    assert noted(told(B)) == []
    assert noted(told(A, now=None)) == []


def test_plain_until_one_says_so_is_offered_where_it_is_deeper_and_is_a_pause() -> None:
    deeper = told(A, known(Level.WARM))
    (card,) = said(deeper)
    assert card.choices[1] == Choice(LABELS.stay_plain, StayPlain())
    shown = replace(deeper, post=post(*card.choices))
    actions = decide(taps(LABELS.stay_plain), shown).actions
    assert PauseUntil(FOREVER) in actions
    assert RaiseEpoch() in actions
    assert any(isinstance(one, AnswerCard) for one in actions)
    assert decide(taps(LABELS.fine), shown).actions == (AnswerCard(post().message),)


def test_where_others_read_it_is_a_small_line_that_all_may_see() -> None:
    (line,) = said(told(A, known(direct=False)), SHARED)
    assert line.text.startswith(f"{SMALL}{SAID.changed} {CHANGED}")
    assert (line.may_be_seen, line.choices, "\n" in line.text) == (True, (), False)


def test_a_changed_host_is_said_on_the_card_that_asks_for_the_yes_anew() -> None:
    moved = Making(("a",), ("b.example",))
    of = told(A, known(Level.WARM), moved)
    of = replace(of, house=replace(of.house, policy=policy_version(("b.example",))))
    (card,) = said(of)
    hosts = SAID.hosts.format(now="b.example", before="a.example")
    assert card.text.startswith(f"**{SAID.changed}**\n- {hosts}\n{ENGLISH.consent.renew_changed}")
    assert offers(card.choices, RenewOffer)
    assert card.choices[-1] == Choice(LABELS.export, TakeExport())
    assert len(card.choices) <= 5
    there = replace(of, is_direct=False)
    actions = decide(says("and now?", SHARED), there).actions
    assert KeepInTray("renew") in actions
    assert any(isinstance(one, RecordConsent) for one in actions)
    assert len(said(there, SHARED)) == 1


@pytest.mark.parametrize(
    "text", ["I want to kill myself tonight", "My friend wants to kill herself"]
)
def test_a_life_at_risk_comes_first_and_the_card_at_a_later_reply(text: str) -> None:
    assert CHANGED not in "\n".join(one.text for one in said(told(A), text=text))
    assert noted(told(A), text) == []
    lasting = replace(told(A), episode=EpisodeRow(Owner("episode"), at=AT))
    assert said(lasting) == []
    assert noted(lasting) == []


def test_none_follows_a_goodbye_in_its_persons_language() -> None:
    of = told(A)
    german = replace(of, house=of.house.to("de"))
    assert said(german, text="gute nacht") == []
    assert len(said(german, text="und jetzt?")) == 1


def test_none_follows_a_goodbye() -> None:
    assert said(told(A), text="good night") == []
    assert noted(told(A), "good night") == []


def test_it_is_said_before_a_repair_and_not_where_no_reply_comes() -> None:
    repaired = decide(reacts(), replace(told(A), reply=reply()))
    assert repaired.ask is not None
    assert any(CHANGED in one.text for one in repaired.actions if isinstance(one, Say))
    for event in (commands("status"), edits("hello")):
        actions = decide(event, told(A)).actions
        assert not any(CHANGED in one.text for one in actions if isinstance(one, Say))


def test_the_second_message_of_a_burst_hears_it_no_more() -> None:
    assert said(replace(told(B), running=(writing(),))) == []


def test_levels_that_mean_something_else_are_said_too() -> None:
    (card,) = said(told(replace(B, levels=f"{LEVELS_VERSION}x")))
    assert SAID.levels in card.text


def test_a_decision_without_a_reply_is_left_as_it_is() -> None:
    event, of = says("and now?"), told(A)
    assert first(event, of.for_event(event), Decision()) == Decision()


# -- the closing day -----------------------------------------------------------------------------

DAY = AT + timedelta(days=20)
CLOSES = Closing(DAY, "The money is gone")
CLOSED = SAID.closes.format(day="24 May")


def closing(of: Known | None = None, day: Closing | None = CLOSES, **heard: object) -> Known:
    """Gives somebody in a house that closes, who heard so much of it."""
    of = of or known()
    person = replace(MET, **heard)  # type: ignore[arg-type]
    return replace(of, house=replace(HOUSE, closing=day), person=person)


def heard(of: Known, at: datetime = AT) -> tuple[list[str], list[tuple[str | None, bool | None]]]:
    """Gives what is said before a reply, and what is noted of it."""
    actions = decide(says("and now?", at=at), of).actions
    kept = [one for one in actions if isinstance(one, RememberPerson) and one.closing is not None]
    texts = [one.text for one in actions if isinstance(one, Say)]
    return texts, [(one.closing, one.closing_soon) for one in kept]


def test_the_closing_day_is_said_once_with_why_and_what_becomes_of_what_is_kept() -> None:
    (card,), noted = heard(closing())
    because = SAID.because.format(operator="Ada", words="The money is gone")
    until = SAID.until.format(day="23 June")
    assert card == f"**{CLOSED}**\n- {because}\n- {until}"
    assert noted == [(CLOSES.named, False)]
    assert heard(closing(closing=CLOSES.named)) == ([], [])


def test_it_is_said_once_more_in_its_last_week_and_to_who_hears_it_then_only_once() -> None:
    late = DAY - timedelta(days=6)
    (card,), noted = heard(closing(closing=CLOSES.named), late)
    assert card.startswith(f"**{CLOSED}**")
    assert noted == [(CLOSES.named, True)]
    assert heard(closing(), late)[1] == [(CLOSES.named, True)]
    assert heard(closing(closing=CLOSES.named, closing_soon=True), late) == ([], [])


def test_another_day_is_said_anew_and_one_that_was_taken_back_too() -> None:
    other = Closing(DAY + timedelta(days=30))
    assert len(heard(closing(day=other, closing=CLOSES.named, closing_soon=True))[0]) == 1
    back = closing(day=None, closing=CLOSES.named, closing_soon=True)
    assert heard(back) == ([f"**{SAID.stays_open}**"], [("", False)])
    assert heard(closing(day=None)) == ([], [])


def test_where_others_read_it_says_how_all_is_taken_along() -> None:
    (line,), _ = heard(closing(known(direct=False)))
    actions = decide(says("and now?", SHARED), closing(known(direct=False))).actions
    (line,) = [one.text for one in actions if isinstance(one, Say)]
    assert line.startswith(f"{SMALL}{CLOSED} ")
    assert line.endswith(SAID.take_along)


def test_both_at_once_are_one_card() -> None:
    both = closing(making=dump(A))
    (card,), _ = heard(replace(both, house=replace(both.house, making=B)))
    assert card.startswith(f"**{CLOSED}**")
    assert f"**{SAID.changed}**\n- {CHANGED}" in card


def test_why_is_one_line_that_marks_nothing() -> None:
    (card,), _ = heard(closing(day=Closing(DAY, "**x**\n# <#1>")))
    assert "**x" not in card
    assert len(card.splitlines()) == 3
