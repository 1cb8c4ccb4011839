"""Everything that reads text in the program: patterns, functions, streams."""

import dataclasses
import importlib
import inspect
import json
import pkgutil
import re
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from itertools import product
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy

import adapters
import bot
from adapters.cli.weights import FOLDER
from adapters.console import render, rows, sight
from adapters.console.transcript import Message
from adapters.discord import history
from adapters.discord.links import linked
from adapters.discord.named_places import NamedPlaces
from adapters.discord.typed import takes_effect
from adapters.evaluation.heard import heard as of_a_file
from adapters.matrix import addressed, form, worded
from adapters.matrix.chat import LONGEST as MATRIX_LONGEST
from bot.boundaries import Boundaries
from bot.clock import SystemClock
from bot.commands import parse
from bot.commands.values import Off
from bot.crisis.jests import is_jest
from bot.crisis.judge_filter import is_unsure, may_hint
from bot.crisis.scores import WIDTH, Scores
from bot.crisis.signs import FAMILIES
from bot.crisis.signs.earnest import around_of, is_told, stand_of
from bot.crisis.signs.languages import told_in_quotes
from bot.crisis.texts import is_vital, next_to_first
from bot.crisis.tiers import stated
from bot.decide.admin_panel import pages
from bot.decide.crisis_settings import MOST_OF_A_LINE, is_flagged
from bot.engine.posts import choices_of
from bot.engine.pseudonyms import Pseudonyms
from bot.engine.space_emojis import SpaceEmojis
from bot.governor.addressing import cut, unwanted_calls
from bot.governor.backing import flagged_alone, is_vetoed, suspected, warmth
from bot.governor.beginnings import must_be_whole
from bot.governor.cells import Cells, is_free
from bot.governor.check import LONGEST, doubted, found, said_plainly
from bot.governor.coming import Coming
from bot.governor.composed import may_be_of_it
from bot.governor.context import Context
from bot.governor.echoes import Echoes
from bot.governor.emitted import Emitted
from bot.governor.exclaimed import asks_for_nothing
from bot.governor.filter import Governed
from bot.governor.gaps import announced, is_block
from bot.governor.halves import half
from bot.governor.health import names_help
from bot.governor.heard import heard
from bot.governor.identity.admitted import agrees_to_human
from bot.governor.identity.feelings import claims_a_body, claims_to_feel
from bot.governor.instead import first
from bot.governor.joints import half_elsewhere
from bot.governor.languages import FAMILIES as FAMILIES_ELSEWHERE
from bot.governor.languages import entry_finds, finds, words_for, words_of
from bot.governor.leanings import LEANINGS, Leanings
from bot.governor.loops import circles
from bot.governor.marks import Marks
from bot.governor.numbering import NONE
from bot.governor.plainly import is_plain_truth
from bot.governor.posing import as_words
from bot.governor.positions import claims, contradicts
from bot.governor.questions import is_question
from bot.governor.recital import looked_for, said_back
from bot.governor.rules.boundaries import brings_up, calls_otherwise
from bot.governor.rules.every import RULES
from bot.governor.rules.tongue import is_other
from bot.governor.siding import set_against, takes_over
from bot.governor.turns import speaks_of_marks, turns
from bot.governor.weighing import Weighing
from bot.governor.wrapped import Unwrapped
from bot.holding import Held, orders
from bot.holding.days import is_none, moment_named, of_a_line, without_day
from bot.holding.goodbyes import says_goodbye
from bot.house_rules import RULES as SETTINGS
from bot.house_rules import Given
from bot.house_rules.kinds.plain import level_called
from bot.house_rules.near import meant
from bot.ids import MessageId, RoomId
from bot.levels import Level, Stance
from bot.lexicon import lexicon
from bot.lexicon.lazy import LazyPattern
from bot.markers.reasons import reasons
from bot.markers.shares import Shares
from bot.model.another import asks_about_them, is_safe_now
from bot.model.calibrated import EVEN
from bot.model.classifier import MOST, Network
from bot.model.demonstrated import Turn, chosen
from bot.model.elsewhere import windows
from bot.model.hidden import LAYERS
from bot.model.hidden import WIDTH as WIDTH_OF_LAYERS
from bot.model.remote.reply import step_of
from bot.model.remote.server_sent_events import ServerSentEvents
from bot.model.signs import is_borne_out
from bot.model.situations import Heard, Situations, head_of, toned
from bot.model.thinking import Thinking
from bot.model.told import told
from bot.model.voice import Voice, hears_nothing
from bot.model.weighed import told_alone, weighed
from bot.norms import Norms, shorthand
from bot.people import Listed, with_one
from bot.people.asked_after import is_grave_beside
from bot.prompt.canned import own_words
from bot.prompt.fitting import fitted
from bot.reach import Wanted
from bot.reach.drafts import sendable
from bot.reading import Reading, read
from bot.recall.terms import names_in, telling
from bot.records import Owner, ThreadRow
from bot.repair import Exchange, guess
from bot.repair.stack import Version
from bot.strings import ENGLISH
from bot.strings.demonstration import demonstration
from bot.summary.asking import parted
from bot.summary.checked import kept, may_stand
from bot.summary.lines import is_held, offered
from bot.text.borne import share, things
from bot.text.chunking import parts
from bot.text.quotes import Quoting, without_closer
from bot.text.sentences import LONGEST_ROW, Kind, Sentence, Sentences
from bot.text.wording import wording
from bot.text.wordpiece import encoded, vocabulary
from bot.whole_messages.lines import lines_of, values_in
from bot.whole_messages.reading import LONGEST as LONGEST_WHOLE
from bot.whole_messages.tables import LANGUAGES, Language, by_head
from bot.withdrawal.fillers import fillers_of
from bot.withdrawal.reading import READ
from bot.withdrawal.reading import READ as READ_OF_A_WISH
from bot.words import Brief, Draft, PromptLine
from tests.fakes import FakeStore, FakeVault
from tests.heads import blank
from tests.in_english import in_english
from tests.scene import says

# What a parameter is called that holds words of a person or of a model.
WORDS = frozenset(
    (
        *("text", "words", "said", "line", "lines", "sentence", "own", "whole", "clause"),
        *("typed", "rest", "emoji", "draft", "word", "html"),
    )
)
Reads = Callable[[str], object]
_ENTRY = re.compile(r"([\w.]+)\.(\w+)\.entries\[(\d+)\]\.pattern")  # of a module's lexicon


def modules() -> Iterator[ModuleType]:
    """Gives every module of the program, migrations aside."""
    for package in (bot, adapters):
        for one in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            if "migrations" not in one.name:
                yield importlib.import_module(one.name)


def patterns() -> dict[str, re.Pattern[Any]]:
    """Gives every compiled pattern by where it was found first, by a name of its own if it has one.

    Its own name says whether it is only matched; its place in a lexicon does not.
    """
    found: dict[re.Pattern[Any], str] = {}
    for module in modules():
        seen: set[int] = set()
        own_first = sorted(vars(module).items(), key=lambda one: not _is_pattern(one[1]))
        for name, value in own_first:
            for where, pattern in _patterns_in(value, f"{module.__name__}.{name}", seen):
                found.setdefault(pattern, where)
    for where, pattern in _read_later():
        found.setdefault(pattern, where)
    return {where: pattern for pattern, where in found.items()}


def _read_later() -> Iterator[tuple[str, re.Pattern[Any]]]:
    """Yields the patterns of files that are read when somebody first talks in their language."""
    for code, family in product(LANGUAGES, FAMILIES_ELSEWHERE):
        words = words_of(family, code)
        for place, entry in enumerate(words.entries if words is not None else ()):
            one: Any = entry.pattern
            yield f"bot.governor.languages.{code}.{family}[{place}]", one.compiled


def _is_pattern(value: object) -> bool:
    return isinstance(value, re.Pattern | LazyPattern)


def _patterns_in(
    value: object, where: str, seen: set[int]
) -> Iterator[tuple[str, re.Pattern[Any]]]:
    if isinstance(value, re.Pattern | LazyPattern):
        yield where, value.compiled if isinstance(value, LazyPattern) else value
        return
    if id(value) in seen or isinstance(value, str | bytes | type):
        return
    seen.add(id(value))
    for name, inner in _inside(value):
        yield from _patterns_in(inner, f"{where}{name}", seen)


def _inside(value: object) -> Iterator[tuple[str, object]]:
    if isinstance(value, dict):
        for at, (key, inner) in enumerate(value.items()):
            yield from ((f"[{at}]", inner), (f"[{at}]", key))
    elif isinstance(value, tuple | list | set | frozenset):
        yield from ((f"[{at}]", inner) for at, inner in enumerate(value))
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield f".{field.name}", getattr(value, field.name, None)


def is_only_matched(where: str) -> bool:
    """Whether a pattern of a module is used with `match` and `fullmatch` alone: it never slides."""
    if found := _ENTRY.fullmatch(where):
        module, name, place = found.groups()
        of = getattr(importlib.import_module(module), name)
        used = set(_ways_of(rf'{name}\["{of.entries[int(place)].id}"\]', sys.modules[module]))
        return bool(used) and used <= {"match", "fullmatch"}
    module, _, name = where.rpartition(".")
    if "[" in where or not name.isidentifier():
        return False
    sources = [importlib.import_module(module)] if name.startswith("_") else modules()
    used = {each for one in sources for each in _ways_of(name, one)}
    return bool(used) and used <= {"match", "fullmatch"}


def _ways_of(name: str, module: ModuleType) -> list[str]:
    return re.findall(rf"\b{name}\.(\w+)\(", Path(str(module.__file__)).read_text("utf-8"))


def readers() -> dict[str, Reads | None]:
    """Gives every public function and method that is given words; None where nobody says how."""
    return {name: _way(name, function) for name, function in _functions()}


def most_of(name: str) -> int:
    """Gives how long a text is at most that a reader is given at once."""
    bounds = (most for begins, most in AT_MOST.items() if name.startswith(begins))
    return next(bounds, 65_536)


def _functions() -> Iterator[tuple[str, Callable[..., object]]]:
    for module in modules():
        for name, value in vars(module).items():
            if getattr(value, "__module__", "") != module.__name__ or name.startswith("_"):
                continue
            if inspect.isclass(value):
                yield from _methods(f"{module.__name__}.{name}", value)
            elif inspect.isfunction(value) and _takes_words(value):
                yield f"{module.__name__}.{name}", value


def _methods(where: str, kind: type) -> Iterator[tuple[str, Callable[..., object]]]:
    for name, value in vars(kind).items():
        if not name.startswith("_") and inspect.isfunction(value) and _takes_words(value):
            yield f"{where}.{name}", value


def _takes_words(function: Callable[..., object]) -> bool:
    if inspect.iscoroutinefunction(function) or inspect.isasyncgenfunction(function):
        return False
    asked = inspect.signature(function).parameters.values()
    return any(one.name in WORDS and str(one.annotation) in _STRINGS for one in asked)


_STRINGS = (str(str), "str", "str | None", str(str | None))


def _way(name: str, function: Callable[..., object]) -> Reads | None:
    if name in GIVEN:
        return GIVEN[name]
    asked = [
        one for one in inspect.signature(function).parameters.values() if one.default is one.empty
    ]
    names = tuple(one.name for one in asked if one.kind is not one.VAR_POSITIONAL)
    if len(names) == 1 and "." not in function.__qualname__:
        return function
    if names == ("sentence", "context", "before"):
        return lambda text: function(text, _context(text), ())
    return None


def _context(text: str) -> Context:
    return in_english(text, earlier=(text,), earlier_user=(text,), crisis="acute")


_NOW = datetime(2031, 5, 4, 12, tzinfo=UTC)
_NORMS = Norms().having("red", Stance.LISTEN)
_SET = Boundaries("Nel", "no pet names", ((1, "diets"), (2, '"my boss"')))


def _bounded(text: str) -> Context:
    return in_english(text, earlier_user=(text,), boundaries=_SET)


def _streamed(feed: Callable[[str], object], end: Callable[[], object]) -> Reads:
    def streamed(text: str) -> None:
        for at in range(0, len(text), 4):
            feed(text[at : at + 4])
        end()

    return streamed


def _split(text: str) -> None:
    sentences = Sentences()
    _streamed(sentences.feed, sentences.end)(text)


def _flushed(text: str) -> None:
    sentences = Sentences()
    for at in range(0, len(text), 64):
        sentences.feed(text[at : at + 64])
        sentences.flush()
    sentences.end()


def _thought(text: str) -> None:
    thinking = Thinking()
    _streamed(thinking.feed, thinking.end)(text)


def _governed(text: str) -> None:
    governed = Governed(1, context=in_english("so?", earlier=("It ends in May.",)))
    _streamed(lambda piece: list(governed.feed(Draft(piece))), lambda: list(governed.end()))(text)


def _chunk(text: str) -> str:
    return json.dumps({"choices": [{"delta": {"content": text}}]})


def _fed(text: str) -> None:
    events, stream = ServerSentEvents(), text.encode("utf-8", "replace")
    for at in range(0, len(stream), 64):
        list(events.feed(stream[at : at + 64]))


_SIGN = FAMILIES[0].signs[0]
_AROUND = around_of(lexicon("de/dying"))
_ME = addressed.Me("@attune:example.org", ["Attune"])
_MENTIONED = {"m.mentions": {"user_ids": [_ME.user]}}
_ANSWERS = {"m.in_reply_to": {"event_id": "$1"}}
_CARD = Message(
    MessageId("u1"), RoomId("dm"), None, datetime.fromtimestamp(0, UTC), "", choices=("Accept",)
)
_GERMAN = in_english("sie fragt jeden tag ob ich sie abhole")
_HOOKS, _PRAISE = (one for name in ("hooks", "flattery") if (one := words_of(name, "de")))
_FILLERS = fillers_of(("a|so|no",))
(_LINE,) = lines_of(("a|so|, -|a|so b|, a",), {}, " ")
_TABLE = Language("de", " ", by_head((("stop", _LINE),)), _FILLERS, frozenset(("so",)))
_QUOTED = Quoting(is_open=True, opened="“")
_WEIGHING = Weighing(in_english("so?", earlier=("It ends in May.",)))
_BRIEF = Brief(Level.PLAIN, None, 1, 1)
# How to give words to what takes more than words.
PIECES = vocabulary("[CLS]\n[SEP]\n[UNK]\na\n##a\n.")
NETWORK = Network(
    lambda rows: [[0.0] * (WIDTH + len(LEANINGS))] * len(rows), PIECES, EVEN
)  # all but the runtime, which is given a bounded number of pieces
NO_HEADS = blank()
_EVERY = Shares(1.0, 1.0, 1.0, 1.0)  # each marker counts, so that a reason is looked for
_LAYERS = numpy.zeros((LAYERS, WIDTH_OF_LAYERS), "float32")
SITUATIONS = Situations(lambda _row: _LAYERS + 1, PIECES, head_of(FOLDER))
GIVEN: dict[str, Reads] = {
    "adapters.discord.named_places.NamedPlaces.in_words": lambda text: NamedPlaces(
        lambda _number: None, lambda _guild, _number: False
    ).in_words("1", text),
    "bot.house_rules.kinds.plain.level_called": lambda text: level_called(text, ENGLISH),
    "bot.house_rules.near.meant": lambda text: meant(text, SETTINGS, ENGLISH),
    "bot.decide.admin_panel.changing.typed": lambda text: [
        (rule.kind.read(given, rule.default), rule.fault(given, rule.default))
        for given in (Given(tuple(text.split()), {}, ENGLISH),)
        for rule in SETTINGS
    ],
    "bot.decide.admin_panel.pages.form": lambda text: pages.form(SETTINGS[0], text),
    "bot.engine.space_emojis.SpaceEmojis.rules_out": lambda text: SpaceEmojis(
        FakeStore(), Pseudonyms(FakeVault()), SystemClock()
    ).rules_out((), text),
    "adapters.discord.links.linked": lambda text: linked(text, {"attune": "1"}),
    "bot.text.wordpiece.encoded": lambda text: encoded(text, PIECES, MOST),
    "bot.reading.Reading.with_scores": lambda text: Reading(language="en").with_scores(
        (Scores(1.0, marked=_EVERY),), text
    ),
    "bot.markers.reasons.reasons": lambda text: reasons(_EVERY, text),
    "adapters.evaluation.heard.heard": lambda text: of_a_file(text, NETWORK),
    "bot.model.elsewhere.Heads.lettered": lambda text: NO_HEADS.lettered(text),
    "bot.model.elsewhere.Heads.tongue": lambda text: NO_HEADS.tongue(text),
    "bot.model.elsewhere.windows": windows,
    "bot.model.elsewhere.Heads.is_english": lambda text: NO_HEADS.is_english(text),
    "bot.model.classifier.Network.scores": NETWORK.scores,
    "bot.model.classifier.Network.leanings": NETWORK.leanings,
    "bot.engine.posts.choices_of": lambda text: choices_of(
        (Version("tap", "cold", 1),), text, ENGLISH
    ),
    "bot.recall.terms.telling": lambda text: telling(text, ("en", "ja")),
    "bot.recall.terms.names_in": lambda text: names_in(text, ("en",)),
    "bot.engine.exchange.context_of": lambda text: read_by_rules(_context(text)),
    "bot.people.asked_after.is_grave_beside": lambda text: is_grave_beside(("so",), text),
    "bot.people.with_one": lambda text: with_one((Listed(1, text),), text, text),
    "bot.governor.addressing.cut": lambda text: cut(text, unwanted_calls(_SET, text)),
    "bot.governor.addressing.unwanted_calls": lambda text: unwanted_calls(_SET, text),
    "bot.governor.rules.boundaries.brings_up": lambda text: brings_up(text, _bounded(text), ()),
    "bot.governor.rules.boundaries.calls_otherwise": lambda text: calls_otherwise(
        text, _bounded(text), ()
    ),
    "bot.summary.checked.kept": lambda text: kept(text, (text,), in_english(text)),
    "bot.summary.checked.may_stand": lambda text: may_stand(
        text, frozenset(), text, in_english(text)
    ),
    "bot.summary.lines.is_held": lambda text: is_held(
        text, (ThreadRow(Owner("s"), "key", body=text),)
    ),
    "bot.summary.lines.offered": lambda text: offered(text, (text,), in_english(text)),
    "bot.engine.summaries.written": lambda text: (
        *parted(text),
        kept(text, (text,), in_english(text)),
        offered(text, (text,), in_english(text)),
    ),
    "bot.text.borne.share": lambda text: share(text, things(text)),
    "bot.governor.coming.Coming.own": lambda text: Coming(_context("so")).own(text, is_line=True),
    "bot.governor.coming.Coming.circles": lambda text: Coming(_context("so")).circles(text),
    "bot.governor.echoes.Echoes.of": lambda text: Echoes(_context(text)).of(text, Quoting()),
    "bot.governor.echoes.Echoes.keep": lambda text: Echoes(_context("so")).keep(text),
    "bot.governor.recital.said_back": lambda text: said_back(text, looked_for((text,), "")),
    "bot.governor.heard.heard": lambda text: heard((text,), text, text),
    "bot.governor.composed.may_be_of_it": lambda text: may_be_of_it(text, text, (text,)),
    "bot.governor.loops.circles": circles,
    "bot.governor.turns.Turns.own": lambda text: turns().own(text, is_line=True),
    "bot.governor.turns.turns": lambda text: turns("Ada", text),
    "bot.governor.turns.speaks_of_marks": speaks_of_marks,
    "bot.governor.wrapped.Unwrapped.feed": lambda text: Unwrapped().feed('{"text": "' + text),
    "bot.crisis.signs.earnest.is_told": lambda text: is_told(text, _AROUND),
    "bot.crisis.signs.languages.told_in_quotes": lambda text: told_in_quotes(text, text),
    "bot.crisis.signs.earnest.stand_of": lambda text: [
        stand_of(_SIGN, found, text, _AROUND) for found in re.finditer("a|$", text)
    ],
    "bot.crisis.jests.is_jest": lambda text: is_jest(_SIGN, text, text, is_shame=True),
    "bot.governor.positions.contradicts": lambda text: contradicts(text, claims(text)),
    "bot.text.wording.wording": wording,
    "bot.text.chunking.parts": lambda text: (parts(text, 2000), parts(text, 30_000)),
    "bot.governor.halves.half": lambda text: half(text, lambda words: "a" in words),
    "bot.governor.joints.half_elsewhere": lambda text: half_elsewhere(
        text, "de", lambda words: "a" in words
    ),
    "bot.governor.health.names_help": lambda text: names_help(text, "heart"),
    "bot.governor.rules.tongue.is_other": lambda text: is_other("de", text, _GERMAN, ()),
    "bot.governor.instead.first": lambda text: first(text, _context(text)),
    "bot.governor.siding.set_against": lambda text: set_against(text, text),
    "bot.governor.siding.takes_over": lambda text: [
        takes_over(text, claim, frozenset({"a"})) for claim in claims("The capital is a city.")
    ],
    "bot.governor.identity.admitted.agrees_to_human": lambda text: agrees_to_human(text, text),
    "bot.governor.posing.as_words": lambda text: as_words(text, ENGLISH),
    "bot.decide.crisis_settings.is_flagged": lambda text: is_flagged(text, ENGLISH),
    "bot.governor.cells.is_free": lambda text: is_free(text, in_english(), Emitted()),
    "bot.governor.exclaimed.asks_for_nothing": lambda text: asks_for_nothing(text, text),
    "bot.governor.identity.feelings.claims_to_feel": lambda text: claims_to_feel(text, text),
    "bot.governor.identity.feelings.claims_a_body": lambda text: claims_a_body(text, text, "de"),
    "bot.governor.languages.words_for": lambda text: words_for("hooks", text, _GERMAN),
    "bot.governor.languages.finds": lambda text: finds(_HOOKS, "makes_itself_needed", text),
    "bot.governor.languages.entry_finds": lambda text: entry_finds(_PRAISE, "names_why", text),
    "bot.governor.context.Context.language_of": lambda text: in_english().language_of(text),
    "bot.withdrawal.fillers.Fillers.are_all_of": lambda text: _FILLERS.are_all_of(text),
    "bot.whole_messages.lines.values_in": lambda text: values_in(_LINE, text),
    "bot.whole_messages.tables.Language.may_begin": lambda text: _TABLE.may_begin(f"a{text}"),
    "bot.whole_messages.tables.Language.said": lambda text: _TABLE.said(text),
    "bot.whole_messages.tables.Language.first_said": lambda text: _TABLE.first_said(text),
    "bot.governor.plainly.is_plain_truth": lambda text: is_plain_truth(text, _context(text)),
    "bot.text.quotes.Quoting.after": lambda text: Quoting(is_announced=True).after(text),
    "bot.text.sentences.Sentences.feed": _split,
    "bot.text.sentences.split": _flushed,
    "bot.governor.beginnings.must_be_whole": lambda text: must_be_whole(
        text, has_rules=True, may_ask=True
    ),
    "bot.governor.echoes.Echoes.of_told": lambda text: Echoes(_context(text)).of_told(text),
    "bot.text.quotes.Quoting.closed_by": _QUOTED.closed_by,
    "bot.governor.emitted.Emitted.with_added": lambda text: Emitted().with_added(text, ""),
    "bot.governor.weighing.Weighing.cell": lambda text: _WEIGHING.cell(text, Emitted()),
    "bot.governor.gaps.announced": lambda text: announced(text, Kind.PROSE),
    "bot.governor.gaps.is_block": lambda text: is_block(text, Kind.PROSE),
    "bot.governor.numbering.Numbering.shown": lambda text: NONE.shown(text, is_line=True),
    "bot.governor.numbering.Numbering.dropped": lambda text: NONE.dropped(text, is_line=True),
    "bot.governor.emitted.Emitted.own": lambda text: Emitted().own(text),
    "bot.text.quotes.without_closer": lambda text: without_closer(text, "“"),
    "bot.governor.emitted.Emitted.without_orphan": lambda text: Emitted(orphan="“").without_orphan(
        text
    ),
    "bot.governor.emitted.Emitted.late_marks": lambda text: Emitted().late_marks(text),
    "bot.governor.emitted.Emitted.without": lambda text: Emitted().without(text),
    "bot.governor.marks.Marks.passed": lambda text: Marks().passed(text),
    "bot.governor.check.found": lambda text: found(text, _context("so?")),
    "bot.governor.backing.flagged_alone": lambda text: flagged_alone(
        text, _context("so?"), Leanings()
    ),
    "bot.governor.backing.is_vetoed": lambda text: is_vetoed(RULES[0], text, Leanings()),
    "bot.governor.backing.warmth": lambda text: warmth(text, _context("so?"), Leanings()),
    "bot.governor.check.said_plainly": lambda text: said_plainly(text, _context("so?")),
    "bot.governor.weighing.Weighing.plainly": lambda text: Weighing(_context("so?")).plainly(
        text, Emitted()
    ),
    "bot.governor.backing.suspected": lambda text: suspected(text, _context("so?"), Leanings()),
    "bot.governor.check.doubted": lambda text: doubted(text, _context("so?"), Leanings()),
    "bot.crisis.texts.is_vital": lambda text: is_vital(ENGLISH, text),
    "bot.crisis.texts.next_to_first": lambda text: next_to_first(ENGLISH, text),
    "bot.prompt.canned.own_words": lambda text: own_words(text, ENGLISH),
    "bot.model.demonstrated.chosen": lambda text: chosen(
        Turn(_BRIEF, text, Heard(), (text,)), demonstration("en")
    ),
    "bot.model.another.asks_about_them": lambda text: asks_about_them(text, "en"),
    "bot.model.another.is_safe_now": lambda text: is_safe_now(text, "en"),
    "bot.model.voice.hears_nothing": hears_nothing,
    "bot.model.voice.Voice.heard": Voice(ENGLISH).heard,
    "bot.model.voice.Voice.written": lambda text: Voice(ENGLISH).written(_BRIEF, text),
    "bot.model.situations.Situations.heard": SITUATIONS.heard,
    "bot.model.situations.Head.scores": lambda text: SITUATIONS.head.scores(
        SITUATIONS.layers((1,)), text
    ),
    "bot.model.situations.toned": lambda text: toned(SITUATIONS.layers((1,)), text),
    "bot.model.told.told": told,
    "bot.holding.days.moment_named": lambda text: moment_named(text, ENGLISH, _NOW),
    "bot.holding.days.is_none": is_none,
    "bot.holding.days.of_a_line": lambda text: of_a_line(Held.THREADS, text, ENGLISH, _NOW),
    "bot.holding.orders.order_in": orders.order_in,
    "bot.holding.orders.asked_in": lambda text: orders.asked_in(text, orders.Order(Held.MEMORY)),
    "bot.holding.orders.wording": lambda text: orders.wording(
        Held.MEMORY, f"remember that i {text}"
    ),
    "bot.holding.days.without_day": lambda text: without_day(f"{text} by {text}", ENGLISH, _NOW),
    "bot.norms.shorthand.stance_said": lambda text: shorthand.stance_said(text, _NORMS),
    "bot.norms.shorthand.without_same": lambda text: shorthand.without_same(_NORMS, text),
    "bot.holding.goodbyes.says_goodbye": lambda text: says_goodbye(text, "de"),
    "bot.model.signs.is_borne_out": lambda text: is_borne_out("eating", text),
    "bot.model.weighed.told_alone": lambda text: told_alone(text, demonstration("de")),
    "bot.model.weighed.weighed": lambda text: weighed(text, Heard(), demonstration("en")),
    "bot.model.thinking.Thinking.feed": _thought,
    "adapters.console.sight.label_of": lambda text: sight.label_of(_CARD, text),
    "adapters.console.rows.Rows.is_more": lambda text: rows.Rows().is_more(
        _CARD.id, tuple("abcdef"), text, "More"
    ),
    "adapters.discord.history.Me.without": lambda text: history.Me("1").without(text),
    "adapters.discord.typed.takes_effect": lambda text: takes_effect(Off(), text),
    "adapters.matrix.addressed.Me.without": _ME.without,
    "adapters.matrix.addressed.Me.is_at": _ME.is_at,
    "adapters.matrix.addressed.Me.is_linked": _ME.is_linked,
    "adapters.matrix.addressed.names": lambda text: addressed.names(_MENTIONED, text, _ME),
    "adapters.matrix.addressed.heard": lambda text: addressed.heard(_MENTIONED, text, _ME),
}
# What is given words and looks at none of them, or hands them to one of the above.
_SPEAKER = "adapters.console.speaker.Speaker"
CARRIES = frozenset(
    (
        "bot.boundaries.Boundaries.with_line",
        "bot.holding.Held.added",
        "bot.norms.Norms.having",
        "bot.decide.holding.by_command.refusal",
        "bot.decide.holding.pages.noting",
        "bot.decide.holding.pages.with_day",
        "bot.decide.admin_panel.names.page",  # its first forty characters, and a value as `typed`
        "bot.decide.admin_panel.names.instead",  # at most sixty
        "bot.decide.admin_panel.pages.given",  # parted at blanks
        "adapters.console.lines.unknown",  # its first forty characters
        "bot.commands.near.as_typed",  # at most sixty
        "bot.commands.parse.again",  # likewise
        "bot.engine.space_emojis.Known.has",  # one emoji, as `rules_out` lets it
        "bot.decide.people.on_a_card",
        "bot.engine.stop_words.StopWord.is_in",
        "bot.layout.markup.with_last",
        "bot.prompt.canned.stands_under_replies",
        "bot.engine.generate.again",
        "bot.prompt.marks.noted",
        "bot.ports.Key.seal",
        "bot.engine.streaming_message.StreamingMessage.led",
        "bot.engine.recent_risk.RecentRisk.replied",
        "bot.engine.recent_risk.RecentRisk.told",
        "bot.decide.decision.answered",
        "bot.decide.decision.card",
        "bot.decide.decision.told",
        "bot.decide.decision.mentioned",
        "bot.store.sealing.sealed_words",
        "bot.vault.sealing.DataKey.seal",
        "bot.vault.sealing.DataKey.tag",
        "bot.ports.Key.tag",
        "bot.crisis.texts.acute",  # the line is the admins' own, and bounded
        "bot.crisis.texts.private",
        "bot.crisis.texts.elevated",
        "bot.crisis.texts.help_line",
        "bot.repair.stack.made_by",
        "adapters.cli.publishing.put",
        "adapters.evaluation.heard.Reads.scores",
        "adapters.evaluation.heard.Reads.leanings",
        "adapters.console.chat.Console.is_more",
        "adapters.console.chat.Console.shown",
        "adapters.console.out.Out.line",
        "adapters.console.sight.Sight.named",
        "adapters.console.sight.Sight.mine",
        "adapters.console.terminal.as_choice",
        "adapters.discord.cards.card",
        "adapters.discord.cards.edited",
        "adapters.discord.history.Me.linked",
        f"{_SPEAKER}.say",
        f"{_SPEAKER}.reply",
        f"{_SPEAKER}.edit",
        f"{_SPEAKER}.delete",
        f"{_SPEAKER}.react",
        f"{_SPEAKER}.unreact",
        f"{_SPEAKER}.choose",
        f"{_SPEAKER}.command",
    )
)
# What is never given 64 KB at once: what a caller bounds, and what comes as a stream.
_STREAM = 2_048  # of one piece; between two of them everything else goes on
AT_MOST = {
    "adapters.kit.marked.": MATRIX_LONGEST,  # a message
    "bot.governor.addressing.cut": LONGEST,
    "bot.governor.rules.": LONGEST,  # a sentence: `found` reads no more of it
    "bot.governor.positions.contradicts": LONGEST,
    "bot.governor.siding.": LONGEST,
    "bot.governor.manners.": LONGEST,
    "bot.governor.exclaimed.": LONGEST,
    "bot.governor.languages.": LONGEST,
    "bot.governor.context.Context.language_of": LONGEST,
    "bot.whole_messages.lines.": LONGEST_WHOLE,  # a sentence: a longer one says nothing
    "bot.whole_messages.tables.": LONGEST_WHOLE,
    "bot.withdrawal.fillers.": READ_OF_A_WISH,
    "bot.governor.dialled.": LONGEST,
    "bot.governor.spelled.": LONGEST,
    "bot.governor.backing.": LONGEST,
    "bot.governor.posing.as_words": LONGEST,
    "bot.governor.halves.": LONGEST,
    "bot.governor.loops.": LONGEST,
    "bot.governor.acting.": LONGEST,
    "bot.governor.turns.Turns.own": LONGEST,
    "bot.governor.echoes.": LONGEST,
    "bot.governor.coming.Coming": LONGEST,
    "bot.governor.openers.": LONGEST,
    "bot.governor.cells.": LONGEST_ROW,
    "bot.governor.weighing.": LONGEST,
    "bot.withdrawal.words.clauses": READ,
    "bot.prompt.fitting.fitted": 16_384,  # a line for each character: more than a talk has
    "bot.decide.crisis_settings.is_flagged": MOST_OF_A_LINE,
    "adapters.matrix.form.content": MATRIX_LONGEST,
    "bot.text.sentences.": _STREAM,
    "bot.governor.filter.Governed.feed": _STREAM,
    "bot.model.thinking.Thinking.feed": _STREAM,
}
# Besides those: what reads a text that is a part of something else.
BESIDE: dict[str, Reads] = {
    "bot.reading.read": lambda text: read(says(text)),
    "bot.model.remote.reply.step_of": lambda text: step_of(_chunk(text)),
    "bot.model.remote.reply.step_of: odd": step_of,
    "bot.model.remote.server_sent_events.ServerSentEvents.feed": _fed,
    "bot.model.remote.server_sent_events.ServerSentEvents.feed: data": lambda text: _fed(
        f"data: {text}\n\n"
    ),
    "bot.crisis.judge_filter.is_unsure": lambda text: is_unsure(
        (), stated(text), hints=may_hint(text)
    ),
    "adapters.matrix.form.content": lambda text: form.content(form.OwnMessage(text)),
    "adapters.matrix.worded.body_of": lambda text: worded.body_of(
        {"msgtype": "m.text", "body": f"> <{text}", "m.relates_to": _ANSWERS}
    ),
    "adapters.console.render.Page.lines": lambda text: render.visible(text),
    "bot.governor.filter.Governed.feed": _governed,
    "bot.governor.cells.Cells.left": lambda text: Cells(_WEIGHING, Emitted(), 1).left(f"|{text}"),
    "bot.governor.questions.is_question": lambda text: is_question(Sentence(text, Kind.PROSE)),
    "bot.prompt.fitting.fitted": lambda text: fitted(
        tuple(PromptLine("user", each) for each in text.split("\n")),
        PromptLine("user", text),
        4000,
        1000,
    ),
    "bot.commands.parse.parse: on": lambda text: parse(f"attune on {text}"),
    "bot.commands.parse.parse: pause": lambda text: parse(f"attune pause {text}"),
    "bot.commands.parse.parse: repair": lambda text: parse(f"attune repair {text}"),
    "bot.commands.parse.parse: night-card": lambda text: parse(f"attune night-card {text}"),
    "bot.commands.parse.parse: boundaries": lambda text: parse(f"attune boundaries not {text}"),
    "bot.commands.parse.parse: threads": lambda text: parse(f"attune threads add {text}"),
    "bot.commands.parse.parse: roles": lambda text: parse(f"attune roles when {text}: listen"),
    "bot.commands.parse.parse: people": lambda text: parse(f"attune people add {text}"),
    "bot.commands.parse.parse: reach": lambda text: parse(f"attune reach {text}"),
    "bot.reach.drafts.sendable": lambda text: sendable(
        Draft(f"[1]\n{text}\n[2]\n{text}\n[3]\n{text}"), Wanted(text)
    ),
    "bot.commands.parse.parse: ask": lambda text: parse(f"attune ask {text}"),
    "bot.repair.guess": lambda text: guess(Exchange(text, text, Level.WARM, None)),
}


def every_way() -> dict[str, Reads]:
    """Gives everything that reads words, by its name."""
    return {**{name: way for name, way in readers().items() if way is not None}, **BESIDE}


def read_by_rules(context: Context) -> None:
    """Reads what a context is asked by its rules."""
    for name in ("said", "said_before", "all_before", "claimed", "is_leaving", "has_feeling"):
        getattr(context, name)
    for name in ("is_in_danger", "is_serious", "asks_about_ai", "asks_if_ai", "courts"):
        getattr(context, name)
