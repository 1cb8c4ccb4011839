"""The demonstration voice in each other language: whole, within every rule, by plain words."""

from collections.abc import Iterator
from dataclasses import fields, replace

import pytest

from bot.governor.context import Context
from bot.governor.filter import Governed
from bot.levels import LEVELS, Level, Stance
from bot.lexicon.load import raw
from bot.model.demonstrated import every_reply
from bot.model.signs import tone, tones_in
from bot.model.situations import Heard
from bot.model.told import situations_in, told
from bot.model.voice import Voice, hears_nothing
from bot.strings import ENGLISH, OFFERED
from bot.strings.demonstration import Replies, demonstration
from bot.text.normalize import normalized
from bot.words import Brief, Draft

OTHERS = [code for code in OFFERED if code != "en"]
IN_ALL = {
    "greeting", "how_are_you", "thanks", "goodbye", "ack", "idk",
    "who_are_you", "are_you_human", "love_me", "feelings", "can_do", "compliment", "insult",
    "didnt_help", "you_there", "test", "remember", "privacy", "languages",
    "fact", "medical", "legal", "code", "write_for_me", "opinion", "joke", "bored",
    "good_news", "happy", "birthday", "tired", "sleepless", "overload", "bad_day", "crying",
    "lonely", "anxiety", "panic", "anger", "grief_fresh", "grief_pet", "breakup",
    "argument_partner", "argument_friend", "argument_parent", "boss", "work_slip", "fired",
    "money", "failed", "exam", "illness_own", "illness_grave", "illness_light", "illness_other",
    "decision", "vent", "company",
}  # fmt: skip
POOLS = tuple(one.name for one in fields(Replies))
LONGEST = 240
UNSAID = ("!", "！", "{", "?", "？")


def every_text(code: str) -> Iterator[tuple[str, str]]:
    """Gives every reply of a language with the name of its situation or family."""
    say = demonstration(code)
    named = ((name, one.replies) for name, one in say.situations.items())
    for name, it in (*named, *say.families.items()):
        yield from ((name, text) for text in every_reply(it))


def entries(code: str, file: str) -> list[tuple[str, list[str]]]:
    """Gives what each entry of a file tells, and its examples."""
    every = raw(f"{code}/offline/{file}")["entry"]
    return [(it.get("group") or it["id"], it["examples"]) for it in every]


@pytest.mark.parametrize("code", OTHERS)
def test_a_language_has_every_family_and_pool_and_the_situations_that_all_have(code: str) -> None:
    say, ours = demonstration(code), demonstration("en")
    assert say.situations.keys() >= IN_ALL
    assert say.families.keys() == ours.families.keys()
    for name, family in ours.families.items():
        for pool in POOLS:
            wanted = min(len(getattr(family, pool)), 4)
            assert len(getattr(say.families[name], pool)) >= wanted, (name, pool)
    for name, here in say.situations.items():
        there = ours.situations.get(name, here)  # people of one language write what others do not
        assert (here.family, here.asks_for_facts) == (there.family, there.asks_for_facts), name
        assert len(set(here.replies.say)) >= 4, name


@pytest.mark.parametrize("code", OTHERS)
def test_no_reply_asks_or_shouts_or_runs_on_or_stands_twice(code: str) -> None:
    own = [text for name, text in every_text(code) if name in demonstration(code).situations]
    assert len(own) == len(set(own))
    for name, text in every_text(code):
        assert len(text) <= LONGEST, (name, text)
        assert not [one for one in UNSAID if one in text], (name, text)


@pytest.mark.parametrize("code", OTHERS)
def test_every_reply_passes_the_governor_unchanged(code: str) -> None:
    examples = {name: told_in[0] for name, told_in in reversed(entries(code, "told"))}
    strings, say = ENGLISH.to(code), demonstration(code)
    for name, text in every_text(code):
        of = say.situations.get(name)
        is_of_bot = of is not None and of.family == "bot"  # who asks what it is has a fixed answer
        context = Context("hm" if is_of_bot else examples.get(name, "hm"), strings=strings)
        it = Governed(0, context=context)
        released = (*it.feed(Draft(text, is_written=True)), *it.end())
        assert ("".join(one.text for one in released), it.findings) == (text, []), name


@pytest.mark.parametrize("code", OFFERED)
def test_what_is_said_after_a_life_at_risk_passes_it_unchanged_too(code: str) -> None:
    strings = ENGLISH.to(code)
    for text in (*strings.offline.at_risk_still, *strings.offline.concern_still):
        it = Governed(0, context=Context("hm?", strings=strings))
        released = (*it.feed(Draft(text, is_written=True)), *it.end())
        assert ("".join(one.text for one in released), it.findings) == (text, [])


@pytest.mark.parametrize("code", OTHERS)
def test_what_leaves_no_doubt_is_heard_as_what_it_is(code: str) -> None:
    say = demonstration(code)
    assert say.situations.keys() >= situations_in(code)
    for name, examples in entries(code, "told"):
        assert [(one, told(normalized(one), code)) for one in examples] == [
            (one, name) for one in examples
        ]


@pytest.mark.parametrize("code", OTHERS)
def test_a_turn_of_phrase_tells_the_family_that_its_entry_names(code: str) -> None:
    assert demonstration(code).families.keys() >= tones_in(code)
    for name, examples in entries(code, "tones"):
        assert [(one, tone(normalized(one), code)) for one in examples] == [
            (one, name) for one in examples
        ]


@pytest.mark.parametrize("code", OTHERS)
@pytest.mark.parametrize("stance", [None, *Stance])
def test_a_voice_answers_each_of_its_examples_in_its_language(code: str, stance: Stance) -> None:
    level = LEVELS[Level.WARM]
    brief = Brief(Level.WARM, stance, level.questions, level.reflection)
    theirs = {text for _, text in every_text(code)}
    strings = ENGLISH.to(code)
    voice = Voice(strings, hears_nothing)
    for _name, examples in entries(code, "told"):
        said = voice.written(brief, examples[0])[0]
        assert said in theirs | set(_of_the_floor(code)), examples[0]


def _of_the_floor(code: str) -> tuple[str, ...]:
    """Gives what is said in place of a reply, of this language."""
    strings = ENGLISH.to(code)
    crisis = strings.crisis
    over = strings.offline.over_and_said
    return (strings.identity.is_ai, over, crisis.concern, crisis.steady)


@pytest.mark.parametrize("code", OTHERS)
def test_nothing_that_is_heard_is_answered_as_what_is_not_known(code: str) -> None:
    say = demonstration(code)
    voice = Voice(ENGLISH.to(code), lambda _text: Heard("fact", "asking"))
    assert voice.heard("zzz") == Heard()
    assert voice.written(Brief(Level.PLAIN, None, 0, 0), "zzz")[0] in say.families["unsure"].say


@pytest.mark.parametrize("code", OTHERS)
def test_a_sign_alone_is_not_answered_with_what_the_program_is(code: str) -> None:
    say = demonstration(code)
    emoji = say.situations.get("emoji")
    own = emoji.replies if emoji is not None else say.families["unsure"]
    assert (
        Voice(ENGLISH.to(code)).written(Brief(Level.PLAIN, None, 0, 0), "\U0001f62d")[0] in own.say
    )


@pytest.mark.parametrize("code", OFFERED)
def test_a_cold_and_a_cancer_are_met_apart_and_what_is_unsure_with_neither_words(code: str) -> None:
    say, by_id = demonstration(code), {it["id"]: it for it in raw(f"{code}/offline/told")["entry"]}
    kinds = ("illness_own", "illness_grave", "illness_light")
    own = [set(every_reply(say.situations[name].replies)) for name in kinds]
    assert not own[0] & own[1] | own[0] & own[2] | own[1] & own[2]
    for name in kinds[1:]:
        assert {told(normalized(text), code) for text in by_id[name]["examples"]} == {name}
        assert name not in {told(normalized(text), code) for text in by_id[name]["twins"]}


@pytest.mark.parametrize(
    ("code", "careful"),
    [
        ("de", "ich hab so kopfschmerzen"),
        ("es", "estoy enferma otra vez"),
        ("fr", "chuis malade depuis 3 semaines"),
        ("it", "ho la febbre da tre giorni"),
        ("ru", "у меня температура"),
        ("ja", "頭痛がひどい"),
        ("tr", "üç gündür hastayım"),
    ],
)
def test_an_illness_that_may_be_either_has_the_careful_words(code: str, careful: str) -> None:
    assert told(normalized(careful), code) == "illness_own"


def test_a_question_without_a_mark_is_answered_as_one_in_each_language() -> None:
    brief = Brief(Level.PLAIN, None, 0, 0)
    for code, said in (("de", "wo finde ich das denn"), ("ru", "где мне это найти")):
        say, voice = demonstration(code), Voice(ENGLISH.to(code))
        assert voice.written(brief, said)[0] in say.families["unsure"].asked


@pytest.mark.parametrize("code", OFFERED)
def test_beside_the_programs_first_sentence_at_a_life_at_risk_nothing_is_said_twice(
    code: str,
) -> None:
    strings = ENGLISH.to(code)
    own = strings.crisis
    brief = Brief(Level.PLAIN, None, 1, 1, crisis="elevated")
    voice = Voice(strings, hears_nothing)
    assert voice.written(brief, "hm")[0] == own.asked
    led = voice.written(replace(brief, is_led=True), "hm")[0]
    opening = own.asked.removesuffix(led)
    assert own.asked == opening + led
    assert 10 < len(opening) < 80
    assert {"?", "か"} & set(led.partition("。")[0])
