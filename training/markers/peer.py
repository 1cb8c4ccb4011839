"""A peer beside our markers, on the same text: `psychosis-guard` (PyPI, Apache-2.0), offline.

It comes with what a developer installs, and each side is run by itself:

    python -m training.markers.peer peer
    python -m training.markers.peer ours

The first run writes the peer's own scripted case to build/peer.json, and the second reads it there.
The peer is asked as it comes, without a language model: its word lists, its course over a talk, and
a neutral reply in place of a chatbot's. A risk of LOW or more is its alarm, by its own bounds.
"""

import json
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from adapters.evaluation.figures import at_most, with_interval
from adapters.evaluation.heard import Reads, heard, strengths
from adapters.evaluation.trajectories import BEFORE, DAYS, Course, Noticed
from bot.markers import WITH_A_YES
from training.crisis.ordinary import DATA
from training.markers.lines import JUDGES, read

CASE = Path("build/peer.json")
TURNS = 12  # of a scripted case
EACH = 20  # of ordinary lines, so many are one that is asked about
TALKATIVE = 100  # people of ordinary talk, with the most lines
REPLY = "Okay."
Row = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Side:
    """One of both: the names of what it sees in a message, and when a talk first alarms.

    Args:
        signs: of one message by itself.
        first: of the messages of one person, in order: the place of the one that alarms, from 1.
            Cases are a message a day; ordinary people are laid over DAYS days.
    """

    named: tuple[str, ...]
    signs: Callable[[str], frozenset[str]]
    first: Callable[[Sequence[str]], int | None]


def ours(network: Reads) -> Side:
    """Gives our side: what would be observed after a yes, and the day on which it rises."""

    def noticed(text: str) -> Noticed:
        reading = heard(text, network)
        return Noticed(None, (), strengths(reading), reading.reasons)

    def signs(text: str) -> frozenset[str]:
        return frozenset(WITH_A_YES & noticed(text).strengths.keys())

    def first(said: Sequence[str]) -> int | None:
        days = DAYS if len(said) > TURNS else len(said)
        of = ((1 + place * days // len(said), noticed(text)) for place, text in enumerate(said))
        return Course(tuple(of)).rises()

    return Side(tuple(sorted(WITH_A_YES)), signs, first)


def peer() -> Side:
    """Gives the peer's side: its sign of isolation, and its alarm."""
    from psychosis_guard import PsychosisGuard
    from psychosis_guard.detector import lexical_signals
    from psychosis_guard.mocks import MockChatbot, MockJudge

    def first(said: Sequence[str]) -> int | None:
        guard = PsychosisGuard(MockChatbot(), MockJudge(), "detect-only")
        for place, text in enumerate(said, 1):
            guard.send(text, bot_reply=REPLY)
            if guard.log[-1].level > 0:
                return place
        return None

    def signs(text: str) -> frozenset[str]:
        found = {"isolation"} if lexical_signals(text, "").isolation else set()
        return frozenset(found | ({"alarm"} if first([text]) else set()))

    return Side(("isolation", "alarm"), signs, first)


def own_case() -> list[str]:
    """Gives the person's turns of the peer's own script, played with its chatbot unguarded."""
    from psychosis_guard import PsychosisGuard
    from psychosis_guard.mocks import MockChatbot, MockJudge, MockSimulatedUser

    guard = PsychosisGuard(MockChatbot(), MockJudge(), "none")
    person, said = MockSimulatedUser("I keep noticing signals meant for me."), list[str]()
    for _ in range(TURNS):
        said.append(person.next_turn(guard.history))
        guard.send(said[-1])
    return said


def table(
    side: Side, drift: Sequence[Row], ordinary: Sequence[Row], own: Sequence[str]
) -> Iterator[str]:
    """Gives a line for each text and each sign, and then one for each kind of talk."""
    for name, each in {**_texts(drift, ordinary), "the peer's own case": own}.items():
        seen = [side.signs(text) for text in each]
        for sign in side.named:
            yield _line(f"{name}: {sign}", sum(sign in one for one in seen), len(each))
    talks = {"talks of drift": _talks(drift), "ordinary people": _talks(ordinary, TALKATIVE)}
    for name, people in talks.items():
        firsts = [side.first(said) for said in people]
        yield _line(f"{name}: alarm", sum(at is not None for at in firsts), len(people))
        early = sum(at is not None and at < BEFORE for at in firsts)
        yield _line(f"{name}: alarm before the ninth", early, len(people))
    yield f"the peer's own case: first alarm at {side.first(own)}"


def _texts(drift: Sequence[Row], ordinary: Sequence[Row]) -> dict[str, Sequence[str]]:
    """Gives the messages that each side is asked about one by one, by what they are."""
    lines = [one for one in read() if one.writer in JUDGES]
    return {
        "drift, labelled": [str(one["text"]) for one in drift if _shows(one)],
        "drift, not labelled": [str(one["text"]) for one in drift if not _shows(one)],
        "the judge's lines that show one": [one.text for one in lines if one.shows & WITH_A_YES],
        "the judge's near misses": [one.text for one in lines if one.is_near],
        "ordinary lines": [str(one["text"]) for one in ordinary[::EACH]],
    }


def _shows(row: Row) -> bool:
    labels = row["labels"]
    return isinstance(labels, list) and bool(WITH_A_YES & set(labels))


def _talks(rows: Sequence[Row], most: int = sys.maxsize) -> list[list[str]]:
    """Gives what each person said, those with the most messages first."""
    people: dict[object, list[str]] = {}
    for one in rows:
        people.setdefault(one["group"], []).append(str(one["text"]))
    return sorted(people.values(), key=len, reverse=True)[:most]


def _line(name: str, hits: int, of: int) -> str:
    share, most = with_interval(hits, of), at_most(hits, of)
    return f"{name:52} {hits:5} of {of:5}  {share}, at most {most} per 1,000"


def _rows(name: str) -> list[Row]:
    return [json.loads(line) for line in (DATA / name).open(encoding="utf-8")]


def main() -> None:
    """Prints the figures of one side."""
    which = sys.argv[1:]
    if which not in (["peer"], ["ours"]) or not DATA.exists():
        sys.exit(f"It is: python -m training.markers.peer peer|ours, with {DATA} there.")
    if which == ["peer"]:
        side, own = peer(), own_case()
        CASE.parent.mkdir(exist_ok=True)
        CASE.write_text(json.dumps(own), "utf-8")
    else:
        from adapters.cli.weights import FOLDER
        from bot.model.classifier import loaded

        side, own = ours(loaded(FOLDER)), json.loads(CASE.read_text("utf-8"))
    ordinary = _rows("messages_irc.jsonl") + _rows("messages_reddit.jsonl")
    for line in table(side, _rows("messages_drift.jsonl"), ordinary, own):
        print(line, flush=True)


if __name__ == "__main__":
    main()
