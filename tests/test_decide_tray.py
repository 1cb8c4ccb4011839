"""What is asked about a server in a direct message, where nobody says the roles of its people."""

from dataclasses import replace
from typing import Any

import pytest

from bot.actions.platform import Say
from bot.actions.state import EmptyTray, RecordConsent
from bot.choices import AcceptOffer, Choice, Offer, RenewOffer
from bot.commands import Term
from bot.consent import ends
from bot.house_rules import DEEPEST_FOR, MINORS, Rule, with_value
from bot.ids import Named, Scope
from bot.levels import Level
from bot.records import Owner, SpaceRow
from bot.snapshot import TrayLine
from bot.strings import ENGLISH
from tests.scene import ADA, AT, HOUSE, SHARED, Known, commands, decide, known, post, taps, told

ROLE = Named("role:1", "@teens", is_role=True)
THERE = Scope(SHARED.space, ADA)
OPEN = SpaceRow(Owner("house"), ceiling=int(Level.ONGOING))
OF_ROLES: tuple[tuple[Rule[Any], Any], ...] = (
    (MINORS, (ROLE,)),
    (DEEPEST_FOR, ((ROLE, Level.PLAIN),)),
)


def waiting(line: str, space: SpaceRow) -> tuple[object, ...]:
    """Gives what the next private occasion makes of a line about a server."""
    agreed = known(Level.WARM, direct=False).scope
    agreed = replace(agreed, state="expired") if line == "renew" else agreed
    waits = TrayLine(line, THERE, agreed, space)
    return decide(commands("status"), replace(known(), tray=(waits,))).actions


@pytest.mark.parametrize("line", ["renew", "wants attuned"])
@pytest.mark.parametrize(("rule", "now"), OF_ROLES)
def test_a_question_about_a_server_waits_where_its_roles_bound_it(
    line: str, rule: Rule[Any], now: Any
) -> None:
    asked = EmptyTray(THERE, line)
    assert asked in waiting(line, OPEN)
    bounded = waiting(line, with_value(OPEN, rule, now))
    assert asked not in bounded
    assert not any(isinstance(one, Say) and one.scope == THERE for one in bounded)


def on_a_card(space: SpaceRow, *, renews: bool) -> Known:
    """Gives a card about a server in a direct message, which offers the level attuned."""
    state = replace(known(direct=False), space=space)
    offer = Offer(Level.ATTUNED, Level.ATTUNED, Term(), HOUSE.policy, 0)
    offer = replace(offer, until=ends(Level.ATTUNED, Term(), AT))
    agreed = replace(state.scope, state="expired", level=int(Level.ATTUNED)) if renews else None
    means = RenewOffer(offer) if renews else AcceptOffer(offer)
    card = post(Choice("Yes", means), space=SHARED.space)
    return replace(state, scope=agreed or state.scope, post=card)


@pytest.mark.parametrize("renews", [True, False])
@pytest.mark.parametrize(("rule", "now"), OF_ROLES)
def test_a_yes_from_afar_is_never_deeper_than_any_role_there_may_have(
    renews: bool, rule: Rule[Any], now: Any
) -> None:
    def yes(space: SpaceRow) -> tuple[object, ...]:
        return decide(taps("Yes"), on_a_card(space, renews=renews)).actions

    assert any(isinstance(one, RecordConsent) and one.level for one in yes(OPEN))
    bounded = decide(taps("Yes"), on_a_card(with_value(OPEN, rule, now), renews=renews)).actions
    assert not any(isinstance(one, RecordConsent) for one in bounded)
    assert ENGLISH.consent.only_plain in told(bounded)


def test_a_yes_in_the_server_itself_goes_by_the_roles_that_it_says() -> None:
    state = on_a_card(with_value(OPEN, *OF_ROLES[1]), renews=False)
    there = replace(state, where=replace(SHARED, roles=("role:2",)))
    turn = decide(replace(taps("Yes"), where=SHARED), there).actions
    assert ENGLISH.consent.only_plain not in told(turn)
