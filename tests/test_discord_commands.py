"""The commands as Discord is told of them, and what is picked there."""

from datetime import timedelta

import pytest

from adapters.discord.commands import (
    GROUPED,
    Given,
    completed,
    given_in,
    payload,
)
from adapters.discord.modal import LINE, WORDS, filled, wrong
from bot.commands import COMMANDS, KINDS, Lasts, Term
from bot.commands.of_impact import MyStudy
from bot.commands.values import (
    Command,
    CrisisLine,
    Data,
    DataDeed,
    MySummary,
    NightCard,
    On,
    Pause,
    Receipt,
    Repair,
    Resume,
    TellAdmins,
    Unparsable,
    WantStance,
    WhatChanged,
    Why,
)
from bot.ids import MessageId
from bot.impact.study import StudyDeed
from bot.levels import Level, Stance
from bot.rupture import Rupture
from bot.strings import ENGLISH, OFFERED
from bot.summary import SummaryDeed
from tests.platforms.discord_server.registry import faults, length, nodes


def test_the_commands_keep_discords_limits() -> None:
    assert all(len(subs) <= 25 for subs in GROUPED.values())
    for command in payload(ENGLISH):
        for sub in command.get("options", []):
            assert len(sub["description"]) <= 100
            assert len(sub.get("options", [])) <= 25
            for option in sub.get("options", []):
                assert len(option["description"]) <= 100
                assert len(option.get("choices", [])) <= 25
                assert all(len(one["name"]) <= 100 for one in option.get("choices", []))
            required = [one.get("required", False) for one in sub.get("options", [])]
            assert required == sorted(required, reverse=True)


@pytest.mark.parametrize("code", OFFERED)
def test_in_every_language_the_commands_keep_discords_limits(code: str) -> None:
    commands = payload(ENGLISH.to(code))
    assert list(faults(commands)) == []
    for command in commands:
        assert length(command) <= 8000
        for node in nodes(command):
            told = (
                node.get("description"),
                *(node.get("description_localizations") or {}).values(),
            )
            assert all(one is None or 1 <= len(one) <= 100 for one in told)
            named = node.get("name_localizations", {}).values()
            assert all(1 <= len(one) <= 100 for one in named)


@pytest.mark.parametrize("code", OFFERED[1:])
def test_every_command_is_described_in_every_language(code: str) -> None:
    called = {"es": ("es-ES", "es-419"), "pt": ("pt-BR",)}.get(code, (code,))
    english = [node for one in payload(ENGLISH)[:2] for node in nodes(one)]
    own = [node for one in payload(ENGLISH.to(code))[:2] for node in nodes(one)]
    for node, theirs in zip(english, own, strict=True):
        for field in ("description", "name") if "value" in node else ("description",):
            told = node.get(f"{field}_localizations", {})
            assert {told.get(one, node.get(field)) for one in called} == {theirs.get(field)}
            back = theirs.get(f"{field}_localizations", {})
            assert back.get("en-US", theirs.get(field)) == node.get(field)


def test_levels_stances_kinds_and_manners_are_called_as_the_language_calls_them() -> None:
    german = ENGLISH.to("de")
    called = {
        node["value"]: node["name_localizations"]["de"]
        for node in nodes(payload(ENGLISH)[0])
        if "name_localizations" in node
    }
    assert called["warm"] == german.level(Level.WARM)
    assert called["listen"] == german.choices.stances[Stance.LISTEN]
    assert called["too long"] == german.repair.kinds[Rupture.TOO_LONG]
    assert called["no-questions"] == german.status.manners["no-questions"]
    assert called["reset"] == german.status.manners["reset"]
    assert all(" " not in one["name"] for one in payload(ENGLISH)[0]["options"])


def picked(name: str, sub: str, given: dict[str, str]) -> Given | None:
    options = [{"name": key, "type": 3, "value": value} for key, value in given.items()]
    return given_in({"name": name, "options": [{"name": sub, "type": 1, "options": options}]})


def test_every_command_of_the_core_can_be_picked_and_is_understood() -> None:
    reached = set()
    for name, subs in GROUPED.items():
        for sub in subs:
            needed = {
                one.name: [*one.choices, "words"][0] for one in sub.options if one.is_required
            }
            if sub.name == LINE:  # where nothing is picked, its form opens
                needed = {WORDS: "words"}
            chosen = ({one.name: value} for one in sub.options for value in one.choices)
            for given in (needed, *(needed | one for one in chosen)):
                found = picked(name, sub.name, given)
                assert found is not None
                assert not isinstance(found.command, Unparsable)
                reached |= {found.command.name}
    assert reached == {one.name for one in COMMANDS}


@pytest.mark.parametrize(
    ("sub", "options", "means"),
    [
        ("on", {"level": "attuned", "for": "7 days"}, On(Level.ATTUNED, Term(7))),
        ("on", {"for": "for conversation"}, On(Level.WARM, Term(Lasts.CONVERSATION))),
        ("on", {"for": "ever"}, Unparsable("on")),
        ("pause", {"time": "2h"}, Pause(timedelta(hours=2))),
        ("pause", {"end": "now"}, Resume()),
        ("stance", {"what": "stay"}, WantStance(Stance.STAY)),
        ("data", {"what": "list"}, Data()),
        ("data", {"what": "erase"}, Data(DataDeed.ERASE)),
        ("data", {"what": "receipt"}, Receipt()),
        ("status", {"what": "study", "words": "warm"}, MyStudy(StudyDeed.WARM)),
        ("why", {}, Why()),
        ("why", {"what": "why", "id": "5"}, Why(MessageId("5"))),
        ("why", {"what": "what-changed", "id": "5"}, WhatChanged(MessageId("5"))),
        ("why", {"what": "report", "id": "5"}, TellAdmins(MessageId("5"))),
        ("repair", {"kind": "too long"}, Repair(Rupture.TOO_LONG)),
        ("night-card", {"words": " Call Bo "}, NightCard("Call Bo")),
        ("night-card", {"words": "Erase"}, NightCard(erases=True)),
    ],
)
def test_what_is_picked_becomes_its_value(
    sub: str, options: dict[str, str], means: Command
) -> None:
    found = picked("attune", sub, options)
    assert found is not None
    assert found.command == means
    assert found.typed == "\n".join(options.values())


def test_the_address_of_a_line_may_stand_in_its_text() -> None:
    line = CrisisLine("Night line", "https://a.example/n")
    for options in (
        {"text": "Night line", "url": "https://a.example/n"},
        {"text": "Night line https://a.example/n"},
    ):
        found = picked("attune-admin", "crisis-line", options)
        assert found is not None
        assert found.command == line


def test_what_is_no_command_means_nothing() -> None:
    assert given_in({"name": "attune", "options": [{"name": "dance"}]}) is None
    assert given_in({"name": "other"}) is None


def test_completions_follow_what_is_typed() -> None:
    typing = {"name": "for", "value": "day", "focused": True}
    found = completed({"name": "attune", "options": [{"name": "on", "options": [typing]}]})
    assert [one["value"] for one in found] == ["7 days", "30 days", "180 days"]
    typing = {"name": "language", "value": "Españ", "focused": True}
    found = completed({"name": "attune", "options": [{"name": "language", "options": [typing]}]})
    assert [one["value"] for one in found] == ["Español"]
    assert completed({}) == []


def test_the_form_of_what_was_off_leads_to_a_repair() -> None:
    form = wrong("123", ENGLISH)
    assert len(form["title"]) <= 45
    options = form["components"][0]["component"]["options"]
    assert [one["value"] for one in options] == list(KINDS)
    assert len(options) <= 25
    answer = {"type": 18, "component": {"type": 3, "custom_id": "kind", "values": ["cold"]}}
    sent = {"custom_id": form["custom_id"], "components": [answer]}
    note = {"type": 18, "component": {"type": 4, "custom_id": "note", "value": "I asked twice"}}
    about = MessageId("123")
    assert filled(sent) == Given(Repair(Rupture.COLD, about))
    noted = filled({**sent, "components": [answer, note]})
    assert noted == Given(Repair(Rupture.COLD, about, "I asked twice"), "I asked twice")
    assert "twice" not in repr(noted)
    assert filled({**sent, "components": []}) == Given(Repair(None, about))
    assert filled({"custom_id": "other"}) is None


@pytest.mark.parametrize(
    ("options", "means"),
    [
        ({"what": "summary"}, MySummary()),
        ({"what": "summary", "words": "off"}, MySummary(SummaryDeed.OFF)),
        (
            {"what": "summary", "words": "edit I am in Ghent"},
            MySummary(SummaryDeed.EDIT, "I am in Ghent"),
        ),
    ],
)
def test_the_summary_stands_beside_memory_with_all_that_is_done_with_it(
    options: dict[str, str], means: MySummary
) -> None:
    chosen = [{"name": name, "value": value} for name, value in options.items()]
    given = given_in({"name": "attune", "options": [{"name": "memory", "options": chosen}]})
    assert given is not None
    assert given.command == means
