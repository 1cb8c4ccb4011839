"""The demonstration voice's replies: humane, within every rule, and never the same twice."""

import re
from dataclasses import replace
from itertools import pairwise

import pytest

from adapters.cli.weights import FOLDER
from bot.governor.check import NO_PLACE, found, said_plainly
from bot.governor.filter import Governed
from bot.ids import RoomId
from bot.levels import LEVELS, Level, Stance
from bot.model.classifier import loaded
from bot.model.demonstrated import Turn, chosen, every_reply
from bot.model.offline import LATELY
from bot.model.situations import Heard
from bot.model.told import situations_in
from bot.rupture import Rupture
from bot.strings.demonstration import FAMILIES, UNSURE, Replies, Situation, demonstration
from bot.text.sentences import split
from bot.words import Brief, Draft, Prompt, PromptLine
from tests.demonstration import demonstrating
from tests.in_english import in_english
from training.situations.lines import read

SAY = demonstration("en")
ROOM = RoomId("dm")
FORBIDDEN = (
    "effective",
    "consented",
    "scope",
    "ledger",
    "stance",
    "epoch",
    "UTC",
    "!",
    " we ",
    " us ",
)
CLAIMS = re.compile(r"\bI(?:'m| am) (?:sorry|glad|happy|sad|proud)|\bI (?:feel|love|care|miss)\b")


def brief(level: Level = Level.PLAIN, stance: Stance | None = None) -> Brief:
    row = LEVELS[level]
    return Brief(level, stance, row.questions, row.reflection, room=ROOM)


def heard(name: str) -> Heard:
    return Heard(name, SAY.situations[name].family)


def every_text() -> list[tuple[str, str]]:
    """Gives every reply with the name of its situation or family."""
    named = [(name, one.replies) for name, one in SAY.situations.items()]
    every = (*named, *SAY.families.items())
    return [(name, text) for name, it in every for text in every_reply(it)]


# A dangerous pair of medicines is warned of above any reply, so it stands for no situation here.
FAMILY = {name: one.family for name, one in SAY.situations.items()}
LINES = [one for one in read(families=FAMILY) if one.situation]  # the others have a tone alone
EXAMPLES = {one.situation: one.text for one in LINES} | {"medical": "is this mole bad"}


# -- every reply -----------------------------------------------------------------------------------


@pytest.mark.parametrize("level", Level)
def test_every_reply_passes_the_governor_unchanged(level: Level) -> None:
    for name, text in every_text():
        context = in_english(EXAMPLES.get(name, "so, that was my week"), level)
        it = Governed(0, context=context)
        released = (*it.feed(Draft(text, is_written=True)), *it.end())
        assert ("".join(one.text for one in released), it.findings) == (text, []), name


def test_no_reply_is_flagged_by_what_the_classifier_makes_of_it() -> None:
    network = loaded(FOLDER)
    for name, text in every_text():
        context = in_english(EXAMPLES.get(name, "so, that was my week"), Level.WARM)
        for sentence in split(text):
            plain = said_plainly(sentence.text, context)
            leanings = network.leanings(plain) if plain else None
            finding = found(sentence.text, context, NO_PLACE, leanings)
            assert finding is None, (name, sentence.text, finding.rule)


def test_no_reply_asks_or_claims_to_feel_or_uses_a_word_that_nobody_says() -> None:
    for name, text in every_text():
        assert "?" not in text, name
        assert not CLAIMS.search(text), (name, text)
        assert not [one for one in FORBIDDEN if one in text], (name, text)
        assert "{" not in text


def test_each_reply_is_short_and_stands_once() -> None:
    texts = [text for name, text in every_text() if "stay" not in text]
    assert max(map(len, texts)) <= 240
    own = [text for one in SAY.situations.values() for text in every_reply(one.replies)]
    assert len(own) == len(set(own))
    assert len(SAY.situations) >= 70
    assert min(len(set(one.replies.say)) for one in SAY.situations.values()) >= 4


def test_every_situation_has_examples_by_each_writer_and_every_example_a_situation() -> None:
    seen = {(one.writer, one.situation) for one in LINES}
    learnt = {name for _, name in seen}
    assert learnt | {"emoji"} | situations_in("en") == set(SAY.situations)
    writers = {writer for writer, _ in seen}
    assert len(writers) >= 3
    assert len(seen) == len(writers) * len(learnt)
    counts = [sum(one.situation == name for one in LINES) for _, name in seen]
    assert min(counts) >= 12


# -- which one ------------------------------------------------------------------------------------


@pytest.mark.parametrize("level", Level)
@pytest.mark.parametrize("name", [*SAY.situations, *SAY.families])
def test_nothing_is_said_twice_in_ten_turns(name: str, level: Level) -> None:
    here = heard(name) if name in SAY.situations else Heard("", name)
    said: list[str] = []
    for _ in range(10):
        said.append(chosen(Turn(brief(level), "again", here, said), SAY))
    assert len(set(said)) == 10


async def test_a_room_remembers_what_was_said_in_it_and_no_other_room_does() -> None:
    model, one = demonstrating(), PromptLine("user", "i cant sleep")
    assert LATELY >= 10

    async def said(to: Brief) -> str:
        lines = (PromptLine("system", "rules"), one)
        return "".join([draft.proposed async for draft in model.stream(Prompt(to, lines))])

    told = [await said(brief()) for _ in range(10)]
    assert len(set(told)) == 10
    other = replace(brief(), room=RoomId("other"))
    assert await said(other) == told[0]


@pytest.mark.parametrize("kind", Rupture)
@pytest.mark.parametrize("level", Level)
def test_a_repair_says_something_else(kind: Rupture, level: Level) -> None:
    for name in ("grief_fresh", "work_slip", "decision", "joke", "fact"):
        first = chosen(Turn(brief(level), "again", heard(name)), SAY)
        mended = replace(brief(level), rupture=kind)
        assert chosen(Turn(mended, "again", heard(name), (first,)), SAY) != first


def test_who_wants_a_plan_gets_one_and_who_wants_to_be_heard_gets_no_advice() -> None:
    said = Turn(brief(stance=Stance.DO), "so", heard("work_slip"))
    assert chosen(said, SAY).startswith("1. ")
    only_listens = Turn(brief(stance=Stance.LISTEN), "so", heard("exam"))
    assert chosen(only_listens, SAY) in SAY.families["life"].listen


@pytest.mark.parametrize("name", SAY.situations)
def test_company_is_one_short_sentence_wherever_it_is_wanted(name: str) -> None:
    said = chosen(Turn(brief(stance=Stance.STAY), "so", heard(name)), SAY)
    assert said in SAY.families[heard(name).family].stay


def test_deeper_than_plain_it_is_warmer_and_too_long_becomes_the_shortest() -> None:
    own = SAY.situations["tired"].replies
    assert chosen(Turn(brief(Level.WARM), "so", heard("tired")), SAY) in own.warm
    assert chosen(Turn(brief(), "so", heard("tired")), SAY) in own.say
    short = replace(brief(), rupture=Rupture.TOO_LONG)
    assert chosen(Turn(short, "so", heard("tired")), SAY) == min(own.say, key=len)


def test_styles_and_what_repairs_taught_change_the_reply() -> None:
    def said(*style: str) -> str:
        styled = replace(brief(Level.WARM), style=tuple(("manner", one) for one in style))
        return chosen(Turn(styled, "so", heard("overload")), SAY)

    own = SAY.situations["overload"].replies
    assert said("shorter") == min(own.warm, key=len)
    assert said("reserved") in own.say
    assert len(said("longer")) > len(said())
    taught = replace(brief(Level.WARM), learnt=("a little more reserved",))
    assert chosen(Turn(taught, "so", heard("overload")), SAY) in own.say
    steps = replace(brief(stance=Stance.DO), style=(("manner", "plain-voice"),))
    assert "1." not in chosen(Turn(steps, "so", heard("work_slip")), SAY)


def test_unsure_is_honest_of_what_is_told_and_of_what_is_asked() -> None:
    said = [chosen(Turn(brief(), str(at), Heard()), SAY) for at in range(60)]
    assert set(said) == set(SAY.families[UNSURE].say)
    asks = [Turn(brief(), f"is it {at}", Heard(), asks=True) for at in range(60)]
    asked = [chosen(one, SAY) for one in asks]
    assert set(asked) == set(SAY.families[UNSURE].asked)


def test_a_question_of_no_sure_situation_is_answered_as_one() -> None:
    own = SAY.families["heavy"]
    asking = Turn(brief(), "is that normal", Heard("", "heavy"), asks=True)
    assert chosen(asking, SAY) in own.asked
    assert chosen(Turn(brief(), "that was it", Heard("", "heavy")), SAY) in own.say
    sure = Turn(brief(), "is that normal", heard("tired"), asks=True)
    assert chosen(sure, SAY) in SAY.situations["tired"].replies.say


# -- files ----------------------------------------------------------------------------------------


def test_the_types_say_what_a_file_holds() -> None:
    one = SAY.situations["fact"]
    assert isinstance(one, Situation)
    assert isinstance(one.replies, Replies)
    assert one.asks_for_facts
    assert FAMILIES == "families.toml"
    assert all(before != after for before, after in pairwise(sorted(SAY.situations)))
