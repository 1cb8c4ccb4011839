"""What in the bot's own replies may have added to what was noticed, and how it is said."""

import json
from dataclasses import replace
from datetime import timedelta

from bot.decide.noticed_pages import Pages
from bot.engine.load import Gathering
from bot.engine.load.observed import shown
from bot.engine.pseudonyms import Pseudonyms
from bot.governor.rules.every import RULES
from bot.governor.rules.flags import Flag
from bot.ids import Scope
from bot.layout.dates import Occasion
from bot.markers import Fed, Marker, Observation
from bot.markers.fed import LATELY, fed
from bot.ports import Unit
from bot.records import Owner, ReplyRow
from bot.rupture import Rupture
from bot.snapshot import Observed
from bot.strings import ENGLISH
from tests.fakes import FakeStore, FakeVault
from tests.scene import ADA, AT, DIRECT, HOUSE

RULE = {rule.flag: rule.name for rule in RULES}


def reply(*flags: Flag, rupture: str = "") -> ReplyRow:
    """Gives a reply in which these flags were found."""
    findings = json.dumps([(RULE[flag], "drop") for flag in flags])
    return ReplyRow(Owner("s"), "r", at=AT, findings=findings, rupture=rupture)


def test_a_reply_counts_once_for_each_kind_found_in_it_or_complained_about() -> None:
    hooked = reply(Flag.ATTACHMENT_HOOK, Flag.ATTACHMENT_HOOK, Flag.FLATTERY)
    long = reply(rupture=Rupture.TOO_LONG)
    close = reply(Flag.ROMANCE, rupture=Rupture.TOO_CLOSE)
    found = fed((hooked, long, close, reply()))
    assert found == {Fed.CLOSENESS: 2, Fed.AGREEMENT: 1, Fed.LENGTH: 1}


def test_what_is_no_closeness_agreement_or_length_does_not_count() -> None:
    findings = json.dumps([("of an earlier release", "drop"), (RULE[Flag.BOILERPLATE], "drop")])
    assert fed((replace(reply(rupture=Rupture.COLD), findings=findings),)) == {}
    assert fed((replace(reply(), findings=""),)) == {}


def test_a_flag_feeds_closeness_agreement_or_nothing() -> None:
    fed_by = {kind: {flag for flag in Flag if flag.traits.feeds is kind} for kind in Fed}
    assert fed_by == {
        Fed.CLOSENESS: {
            *(Flag.ATTACHMENT_HOOK, Flag.FAREWELL_PRESSURE, Flag.CLAIMED_FEELINGS, Flag.ROMANCE),
        },
        Fed.AGREEMENT: {Flag.FLATTERY, Flag.CAPITULATION, Flag.DELUSION_REINFORCEMENT},
        Fed.LENGTH: set(),
    }


async def test_only_the_replies_of_the_last_week_are_looked_at() -> None:
    vault = FakeVault()
    store, names, scope = FakeStore(vault), Pseudonyms(vault), Scope(DIRECT.space, ADA)
    of = replace(reply(Flag.FLATTERY), owner=names.scope(scope))
    old = replace(of, key="old", at=AT - LATELY - timedelta(seconds=1))

    async def work(unit: Unit) -> Observed:
        for row in (of, old):
            await unit.put(row)
        return await shown(Gathering(unit, names, HOUSE), scope, AT)

    found = await store.deciding(names.person(ADA), work)
    assert found.fed == {Fed.AGREEMENT: 1}


def test_why_says_it_where_anything_was_found_and_nothing_where_nothing_was() -> None:
    seen = (Observation(Marker.EXCLUSIVITY, AT.date(), 0.9, "only_you"),)
    without = Pages(ENGLISH, Observed(seen), Occasion(AT), is_noticing=True)
    found = replace(without, observed=Observed(seen, fed={Fed.CLOSENESS: 2, Fed.LENGTH: 1}))
    assert "Part of it may be me" not in without.why(Marker.EXCLUSIVITY)[0]
    text = found.why(Marker.EXCLUSIVITY)[0]
    assert "Part of it may be me." in text
    assert "writing as if I were more than a bot (2)" in text
    assert "more length than you wanted (1)" in text
    assert len(text) <= 600
