"""The pieces people read at first sight: `python -m tests.first_sight` says how long each is.

A piece is one function under `@piece`, by its name; it gives the message on a platform of those
abilities. `tests/test_first_sight.py` holds each to its bounds. What the same piece was long in
release 0.1 stands in `tests/words/first_sight_before.json`.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

from bot.actions.platform import Say
from bot.actions.state import AnswerCard
from bot.capabilities import Capabilities
from bot.choices import Choice
from bot.commands import Topic, command_in
from bot.decide import Decision
from bot.events import CommandGiven, Event
from bot.export import KeptIn
from bot.house_rules import (
    BY_NAME,
    DEEPEST_FOR,
    DEEPEST_IN,
    REPAIR_EMOJIS,
    SPEAKS_IN,
    TALKS_TO,
    with_value,
)
from bot.house_rules.kinds.named import Places
from bot.ids import Named, Scope, SpaceId, Where
from bot.layout import markup
from bot.levels import Level, Stance
from bot.records import (
    BoundariesRow,
    Chapter,
    LedgerRow,
    NightCardRow,
    Owner,
    PersonRow,
    RepairRow,
    SpaceRow,
    StyleRow,
)
from bot.repair import Mended, one_tap
from bot.rupture import Rupture
from bot.snapshot import Place, Reported, TrayLine
from bot.strings import ENGLISH
from tests.scene import (
    ADA,
    AT,
    DIRECT,
    HOUSE,
    SHARED,
    Known,
    commands,
    decide,
    known,
    post,
    reply,
    says,
    taps,
)

BEFORE: dict[str, int] = json.loads(
    (Path(__file__).parent / "words" / "first_sight_before.json").read_text("utf-8")
)
A_MOMENT = "27 November 2027"  # the longest that a client shows in its place
# As long as a name is that somebody would really give.
OPERATOR = "Rheinische Friedrich-Wilhelms-Universität Bonn, Hochschulrechenzentrum"
CONTACT = "datenschutzbeauftragte@uni-bonn.example"
HOSTS = (
    "inference-europe-west4.models.university-computing.example",
    "fallback-europe-north1.models.university-computing.example",
    "judge.models.university-computing.example",
)
SPACE = "!abcdefghijklmnopqr:matrix.university-computing.example"
PLACES = tuple(Place(Scope(SpaceId(SPACE), ADA), AT - timedelta(days=at)) for at in range(5))
KEPT = (
    KeptIn(
        None, rows=(PersonRow(Owner("p"), last_at=AT), NightCardRow(Owner("p"), body="Sam. " * 99))
    ),
    KeptIn(
        Scope(SpaceId(SPACE), ADA),
        AT,
        (
            StyleRow(Owner("s"), "length", value="shorter"),
            *(RepairRow(Owner("s"), f"r:{at:02}", AT, "cold") for at in range(40)),
        ),
        ((1, LedgerRow("s", "given", 1, "", "v1", AT)),),
    ),
)
LONG = replace(HOUSE, operator=OPERATOR, contact=CONTACT, hosts=HOSTS, judge=HOSTS[2])
PLATFORMS: dict[str, Capabilities] = {
    "Discord": Capabilities(
        follows_threads=True,
        serves_guests=True,
        renders_moments=True,
        has_servers=True,
        has_roles=True,
        has_lists=True,
        has_pickers=True,
    ),
    "Matrix": Capabilities((4000,), has_powers=True),
    "console": Capabilities((4000,)),
}


@dataclass(frozen=True, slots=True)
class Seen:
    """One message as it stands at first sight."""

    text: str
    choices: tuple[Choice, ...] = ()

    @property
    def shown(self) -> str:
        """Its text as a client shows it: a moment as a day, and without marks."""
        text = self.text
        for mark, _, _ in markup.moments(text):
            text = text.replace(mark, A_MOMENT)
        return text.replace("**", "").replace(markup.SMALL, "").replace("\\", "")

    @property
    def labels(self) -> tuple[str, ...]:
        """What can be tapped."""
        return tuple(one.label for one in self.choices)


Piece = Callable[[Capabilities], Seen]
PIECES: dict[str, Piece] = {}


def piece(name: str) -> Callable[[Piece], Piece]:
    """Names a function that gives a piece."""

    def named(function: Piece) -> Piece:
        assert name not in PIECES
        PIECES[name] = function
        return function

    return named


# -- what pieces are made with -------------------------------------------------------------------


def at(can: Capabilities, where: Where = DIRECT) -> Where:
    """Gives a place on a platform that can do this."""
    return replace(where, can=can)


def someone(level: Level = Level.PLAIN, *, direct: bool = True) -> Known:
    """Gives a person at a level, where every name is long and a yes is of today's policy."""
    of = known(level, direct=direct)
    return replace(of, house=LONG, scope=replace(of.scope, policy=LONG.policy))


def given(words: str, can: Capabilities, where: Where = DIRECT) -> CommandGiven:
    """Gives a command on a platform; an admin's begins with "admin "."""
    event = commands(words, at(can, where))
    if not words.startswith("admin "):
        return event
    line = f"attune-{words}"
    return replace(event, command=command_in(line), typed=line)


def last(event: Event, state: Known) -> Seen:
    """Gives the last message that a person reads of a decision."""
    return of(decide(event, state))


def of(turn: Decision) -> Seen:
    """Gives the last message of a decision, new or in the place of another."""
    read = [one for one in turn.actions if isinstance(one, Say | AnswerCard)]
    return Seen(read[-1].text or "", read[-1].choices)


def tapped(card: Seen, label: str, can: Capabilities, state: Known) -> Seen:
    """Gives what a card becomes, or leads to, after a tap on it."""
    event = replace(taps(label), where=at(can))
    return last(event, replace(state, post=post(*card.choices)))


# -- consent -------------------------------------------------------------------------------------


@piece("consent card, warm")
def _warm(can: Capabilities) -> Seen:
    return last(given("on", can), someone())


@piece("consent card, attuned")
def _attuned(can: Capabilities) -> Seen:
    return last(given("on attuned", can), someone())


@piece("consent card, ongoing")
def _ongoing(can: Capabilities) -> Seen:
    return last(given("on ongoing", can), someone())


@piece("consent card, shared room, more asked for than is allowed")
def _above(can: Capabilities) -> Seen:
    return last(given("on attuned", can, SHARED), someone(direct=False))


@piece("a yes that ran out")
def _renewal(can: Capabilities) -> Seen:
    state = someone(Level.ONGOING)
    gone = replace(state.scope, expires_at=AT - timedelta(hours=1))
    turn = decide(replace(says("hello"), where=at(can)), replace(state, scope=gone))
    card = next(one for one in turn.actions if isinstance(one, Say) and one.choices)
    return Seen(card.text, card.choices)


@piece("a deeper level is allowed now")
def _risen(can: Capabilities) -> Seen:
    state = someone(Level.WARM)
    place = Scope(SpaceId("!qkzvXbTnRcYwLdHsJf:matrix.university-computing.example"), ADA)
    space = replace(state.space, ceiling=int(Level.ONGOING))
    waits = TrayLine("wants ongoing", place, state.scope, space)
    return last(given("status", can), replace(someone(), tray=(waits,)))


@piece("accepted")
def _accepted(can: Capabilities) -> Seen:
    return tapped(_warm(can), "Yes", can, someone())


@piece("not now")
def _not_now(can: Capabilities) -> Seen:
    return tapped(_warm(can), "Not now", can, someone())


# -- help, repairs, why, data, admins --------------------------------------------------------------

ADMIN = replace(SHARED, by_admin=True)


@piece("help")
def _help(can: Capabilities) -> Seen:
    return last(given("help", can, ADMIN), someone(direct=False))


def _topic(topic: Topic) -> Piece:
    def page(can: Capabilities) -> Seen:
        event = replace(taps(ENGLISH.help.topics[topic]), where=at(can, ADMIN))
        return last(event, replace(someone(direct=False), post=post(*_help(can).choices)))

    return page


for _each in Topic:
    piece(f"help: {_each}")(_topic(_each))


@piece("below a repaired reply")
def _repaired(_can: Capabilities) -> Seen:
    mended = Mended((Rupture.TOO_CLOSE, Rupture.COLD), "It takes a while.", Stance.LISTEN)
    return Seen("", one_tap(mended, ENGLISH))


@piece("why this reply")
def _why(can: Capabilities) -> Seen:
    found = '[["hook", "drop"], ["flattery", "drop"], ["number", "drop"], ["assent", "redraft"]]'
    return last(given("why", can), replace(someone(), reply=reply(findings=found)))


@piece("why, of another's reply")
def _why_in_general(can: Capabilities) -> Seen:
    return last(given("why", can), someone())


@piece("what is kept")
def _data(can: Capabilities) -> Seen:
    return last(
        given("data", can), replace(someone(Level.WARM), kept=KEPT, elsewhere_places=PLACES)
    )


@piece("what is kept, of what was set")
def _data_page(can: Capabilities) -> Seen:
    label = ENGLISH.data.chapters[Chapter.SET]
    return tapped(_data(can), label, can, replace(someone(Level.WARM), kept=KEPT))


@piece("before an erase")
def _erase(can: Capabilities) -> Seen:
    return last(given("data erase", can), someone(Level.WARM))


@piece("erased")
def _erased(can: Capabilities) -> Seen:
    return tapped(_erase(can), "Erase", can, someone(Level.WARM))


@piece("an admin's panel")
def _settings(can: Capabilities) -> Seen:
    return last(given("admin settings", can, ADMIN), someone(direct=False))


@piece("an admin's panel, changed")
def _settings_changed(can: Capabilities) -> Seen:
    page = _set_deepest(can)
    event = replace(taps("plain"), where=at(can, ADMIN))
    card = post(*page.choices, space=ADMIN.space)
    return last(event, replace(someone(direct=False), post=card))


@piece("an admin's panel, a setting")
def _set_deepest(can: Capabilities) -> Seen:
    return last(given("admin set deepest", can, ADMIN), someone(direct=False))


@piece("an admin's panel, all changed")
def _settings_all(can: Capabilities) -> Seen:
    state = someone(direct=False)
    return last(given("admin settings", can, ADMIN), replace(state, space=everything_set(state)))


@piece("an admin's panel, other emojis for repairs")
def _emojis_set(can: Capabilities) -> Seen:
    row = with_value(someone(direct=False).space, REPAIR_EMOJIS, five_emojis(1))
    named = {one.shown: one for one in five_emojis(2)}
    line = f"admin set repair-emojis {' '.join(named)}"
    event = replace(given(line, can, ADMIN), named=tuple(named.items()))
    return last(event, replace(someone(direct=False), space=row))


@piece("an admin's setup")
def _setup(can: Capabilities) -> Seen:
    return last(given("admin setup", can, ADMIN), someone(direct=False))


def five_emojis(of: int) -> tuple[Named, ...]:
    """Gives as many emojis as may repair in a space, with the longest names."""
    each = (f"<a:{'n' * 32}:{of}{one}{'9' * 18}>" for one in range(5))
    return tuple(Named(f"emoji {one[-22:]}".replace(" ", ":"), one, is_emoji=True) for one in each)


def everything_set(state: Known) -> SpaceRow:
    """Gives the row of a space whose admins changed every setting, with extreme names."""
    rooms = tuple(Named(f"r{one}", SPACE, is_role=False) for one in range(9))
    roles = tuple(replace(one, is_role=True) for one in rooms)
    each = {
        DEEPEST_IN.name: tuple((one, Level.PLAIN) for one in rooms),
        DEEPEST_FOR.name: tuple((one, Level.PLAIN) for one in roles),
        SPEAKS_IN.name: Places("not", rooms),
        TALKS_TO.name: roles,
        REPAIR_EMOJIS.name: five_emojis(1),
    }
    row = replace(state.space, crisis_text=SPACE * 5, crisis_url="https://example.org")
    for name, now in each.items():
        row = with_value(row, BY_NAME[name], now)
    return row


@piece("reports")
def _reports(can: Capabilities) -> Seen:
    links = tuple(Reported(AT, f"https://discord.com/channels/1/2/{one}", 2) for one in range(5))
    return last(given("admin reports", can, ADMIN), replace(someone(direct=False), reports=links))


@piece("reports, with what was said")
def _reports_said(can: Capabilities) -> Seen:
    chat = "https://discord.com/channels/1199999999999999999/1299999999999999999"
    links = tuple(Reported(AT, f"{chat}/139999999999999999{one}", 99) for one in range(5))
    texts = tuple((one.link, "I do not think **so**, @you. " * 9) for one in links)
    event = replace(given("admin reports", can, ADMIN), own_texts=texts)
    return last(event, replace(someone(direct=False), reports=links))


@piece("no such command")
def _unknown(can: Capabilities) -> Seen:
    return last(given("frob", can), someone())


@piece("no such command, and one that is like it")
def _mistyped(can: Capabilities) -> Seen:
    return last(given("threds", can), someone())


@piece("no such command: a setting, and one that is like it")
def _no_setting(can: Capabilities) -> Seen:
    words = f"admin set quiethours {'x' * 60}"
    return last(given(words, can, ADMIN), someone(direct=False))


# -- the panel, about, and what commands answer ---------------------------------------------------

KEPT_HERE = tuple(RepairRow(Owner("a"), str(one), kind="cold", at=AT) for one in range(12))
STYLE = (("length", "shorter"), ("questions", "no-questions"))


def used(level: Level = Level.WARM, **changed: object) -> Known:
    """Gives a person of whom something is kept."""
    of = someone(level)
    scope = replace(of.scope, entered_at=AT, **changed)  # type: ignore[arg-type]
    own = BoundariesRow(Owner("a"), body="{}")
    held = (*of.preferences, own)
    return replace(of, scope=scope, style=STYLE, repairs=KEPT_HERE, preferences=held)


@piece("panel")
def _panel(can: Capabilities) -> Seen:
    return last(given("status", can), used())


@piece("panel, above what is allowed")
def _panel_above(can: Capabilities) -> Seen:
    return last(given("status", can, SHARED), replace(used(Level.ATTUNED), is_direct=False))


@piece("panel, paused")
def _panel_paused(can: Capabilities) -> Seen:
    return last(given("status", can), used(paused_until=AT + timedelta(hours=2)))


@piece("panel, level")
def _panel_level(can: Capabilities) -> Seen:
    return tapped(_panel(can), "Level", can, used())


@piece("panel, style")
def _panel_style(can: Capabilities) -> Seen:
    return tapped(_panel(can), "Style", can, used())


@piece("panel, pause")
def _panel_pause(can: Capabilities) -> Seen:
    return tapped(_panel(can), "Pause", can, used())


@piece("about")
def _about(can: Capabilities) -> Seen:
    return last(given("about", can), someone())


@piece("style")
def _style(can: Capabilities) -> Seen:
    return last(given("style", can), used())


@piece("emojis")
def _emojis(can: Capabilities) -> Seen:
    return last(given("emojis", can), someone())


@piece("level, down")
def _down(can: Capabilities) -> Seen:
    return last(given("level warm", can), someone(Level.ATTUNED))


@piece("a level that is more than is allowed")
def _too_deep(can: Capabilities) -> Seen:
    return last(given("level attuned", can, SHARED), someone(Level.WARM, direct=False))


@piece("pause")
def _pause(can: Capabilities) -> Seen:
    return last(given("pause 2h", can), someone(Level.WARM))


@piece("resume")
def _resume(can: Capabilities) -> Seen:
    return last(given("resume", can), used(paused_until=AT + timedelta(hours=2)))


@piece("off")
def _off(can: Capabilities) -> Seen:
    return last(given("off", can), someone(Level.WARM))


@piece("off, when it was off")
def _off_already(can: Capabilities) -> Seen:
    return last(given("off", can), someone())


@piece("what may mean off")
def _may_mean_off(can: Capabilities) -> Seen:
    return last(replace(says("I want out"), where=at(can)), someone(Level.WARM))


@piece("under 18")
def _under_18(can: Capabilities) -> Seen:
    return last(given("under-18", can), someone())


@piece("the question of age")
def _age(can: Capabilities) -> Seen:
    return last(replace(says("I'm 15"), where=at(can)), someone())


def table() -> str:
    """Gives how long each piece was and is, in characters at first sight on Discord."""
    rows = [("piece", "before", "now", "choices")]
    for name, shows in PIECES.items():
        seen, before = shows(PLATFORMS["Discord"]), BEFORE.get(name)
        was = str(before) if before is not None else "–"
        rows.append((name, was, str(len(seen.shown)), " · ".join(seen.labels)))
    return "\n".join(f"{name:58} {was:>6} {now:>5}  {taps_}" for name, was, now, taps_ in rows)


if __name__ == "__main__":
    print(table())
