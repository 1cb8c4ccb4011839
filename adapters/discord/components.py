"""How a message is written for Discord, and how what is tapped is read again: pure."""

import hashlib
import re
from typing import Any, NamedTuple

from bot.ids import SendKey
from bot.layout.window import AT_ONCE, NO_VALUES, Picker, Values, is_list

JSON = dict[str, Any]
ROW, BUTTON, SELECT, BOX = 1, 2, 3, 17
ROLES, CHANNELS = 6, 8  # lists of the server's own
GREY = 2  # of every button: no choice weighs more than another
IN_A_MENU, MOST_ROWS = 25, 5  # lines, and rows of a message
CHOICE, STOP, PRIVATE, NOTE, ASIDE = "c:", "stop", "private", "note:", "wrong"
MENU, LIST = "more:", "pick:"  # of what finds no room in the row, and of the values of one thing
ALONE = 1 << 2  # shows no previews, and tells that it was said to one person alone
NOBODY: JSON = {"parse": []}
MOST = 2000  # characters of a message
_CODE = r"```.*?(?:```|\Z)|`[^`\n]{1,400}`"
# A bare address shows a preview, and fetching it tells its owner; between these marks it does not.
_ADDRESS = re.compile(
    rf"{_CODE}|(?<![<\w])(https?://(?!discord\.com/channels/)[^\s<>`]+)", re.DOTALL | re.I
)
# "[your bank](https://elsewhere)" shows words in the place of where it leads: apart, both are read.
_MASKED = re.compile(rf"{_CODE}|\](?=\([ \t]?<?[a-z]{{1,20}}:)", re.DOTALL | re.I)
_TRAILING = ".,;:!?)]}\"'*_~|”’»"
_QUIET = re.compile(r"<(https?://[^\s<>]+)>", re.I)


class OwnButton(NamedTuple):
    """A button of the adapter's own, which is no choice of the core's."""

    custom_id: str
    label: str


class Under(NamedTuple):
    """What can be tapped under a message.

    Args:
        own: a button of the adapter's own.
        more: what stands on the menu of what finds no room in the row.
        about: the message whose choices these are, if it is another than the one shown.
        pick: what stands on the list of values while none of them holds.
        values: which of the choices are the values of one thing.
        pickers: which of them are lists of the server's own channels or roles.
    """

    choices: tuple[str, ...] = ()
    own: OwnButton | None = None
    more: str = ""
    about: str = ""
    pick: str = ""
    values: Values = NO_VALUES
    pickers: tuple[Picker, ...] = ()


NOTHING = Under()


def content(text: str, under: Under = NOTHING) -> JSON:
    """Gives a message of talk as JSON: its words, and below them what can be tapped."""
    return {"content": quiet(text), "components": rows(under), "allowed_mentions": NOBODY}


def rows(under: Under) -> list[JSON]:
    """Gives what can be tapped: a list of values, one row of buttons, the rest as a menu below.

    A button's id holds its label, and so does a line of a menu: a restart loses nothing.
    """
    own = [under.own] if under.own is not None else []
    values, among = under.values, frozenset(under.values.labels)
    picked = frozenset(one.label for one in under.pickers)
    tapped_ = [one for one in under.choices if one not in picked]
    is_listed = is_list(values, len(tapped_) + len(own))
    listed = [one for one in tapped_ if is_listed and one in among]
    chosen = [_choice(one, under) for one in tapped_ if one not in listed]
    if len(chosen) + len(own) <= AT_ONCE:
        shown, rest = [*chosen, *own], []
    else:
        shown, rest = chosen[: AT_ONCE - 1], [*chosen[AT_ONCE - 1 :], *own]
    found = _menus(LIST, [_choice(one, under) for one in listed], under.pick, values.holds)
    found += [_picker(one, under) for one in under.pickers]
    found += [_row([_button(*one) for one in shown])] if shown else []
    return [*found, *_menus(MENU, rest, under.more)][:MOST_ROWS]


def _choice(label: str, under: Under) -> OwnButton:
    return OwnButton(f"{CHOICE}{under.about}:{label}"[:100], label)


def quiet(text: str) -> str:
    """Gives a text whose addresses show no preview, and stand behind no other words.

    They stand in marks, or without "https://" if the text is too long for that.
    """
    apart = _MASKED.sub(lambda one: "] " if one[0] == "]" else one[0], text)
    marked = _ADDRESS.sub(_marked, apart)
    return marked if len(marked) <= MOST else _ADDRESS.sub(_unlinked, text)


def unquieted(text: str) -> str:
    """Gives the words of a message as they were before `quiet`."""
    return _QUIET.sub(r"\1", text)


def _marked(found: re.Match[str]) -> str:
    if found[1] is None:
        return found[0]
    address = found[1].rstrip(_TRAILING)
    return f"<{address}>{found[1][len(address) :]}"


def _unlinked(found: re.Match[str]) -> str:
    return found[0] if found[1] is None else found[1].partition("://")[2]


def _row(each: list[JSON]) -> JSON:
    return {"type": ROW, "components": each}


def _button(custom_id: str, label: str) -> JSON:
    return {"type": BUTTON, "style": GREY, "label": label[:80], "custom_id": custom_id}


def _picker(one: Picker, under: Under) -> JSON:
    """Gives a list of the server's own channels or roles, of which several may be picked."""
    custom_id = _choice(one.label, under).custom_id
    named = {"placeholder": one.label[:150], "min_values": 1, "max_values": IN_A_MENU}
    roles, channels = (
        {"type": ROLES, "custom_id": custom_id},
        {"type": CHANNELS, "custom_id": custom_id},
    )
    return _row([{**(roles if one.of == "roles" else channels), **named}])


def _menus(kind: str, lines: list[OwnButton], says: str, holds: str = "") -> list[JSON]:
    """Gives lines as menus of that kind, each in a row of its own; what holds stands as picked."""
    each = [lines[start : start + IN_A_MENU] for start in range(0, len(lines), IN_A_MENU)]
    named = {"placeholder": says[:150]} if says else {}
    return [
        _row([{"type": SELECT, "custom_id": f"{kind}{place}", **named,
               "options": [_line(one, holds) for one in found]}])
        for place, found in enumerate(each)
    ]  # fmt: skip


def _line(one: OwnButton, holds: str) -> JSON:
    line: JSON = {"label": one.label[:100], "value": one.custom_id}
    return line | ({"default": True} if holds and one.label == holds else {})


def choice(custom_id: str) -> tuple[str, str] | None:
    """Gives the message whose choice was pressed ("" for the one shown) and the choice's label."""
    if not custom_id.startswith(CHOICE):
        return None
    about, _, label = custom_id.removeprefix(CHOICE).partition(":")
    return about, label


def tapped(data: JSON) -> str:
    """Gives the id of the button that was pressed, or of the line that was picked in a menu."""
    values = data.get("values") if data.get("component_type") not in (CHANNELS, ROLES) else None
    picked = values[:1] if isinstance(values, list) else []
    return str((picked or [data.get("custom_id")])[0])


def parts_of(message: JSON) -> list[JSON]:
    """Gives the rows, texts and lines of a message, those within its containers too."""
    found: list[JSON] = []
    for one in _listed(message.get("components")):
        found += _listed(one.get("components")) if one.get("type") == BOX else [one]
    return found


def buttons(message: JSON) -> list[JSON]:
    """Gives all that can be tapped under a message: buttons, and lines of menus as such."""
    each = [one for row in parts_of(message) for one in _listed(row.get("components"))]
    found = [line for one in each for line in _lines(one)]
    return [one for one in found if one.get("custom_id")]


def _lines(one: JSON) -> list[JSON]:
    if one.get("type") in (CHANNELS, ROLES):
        return [{"custom_id": one.get("custom_id"), "label": one.get("placeholder")}]
    if one.get("type") != SELECT:
        return [one]
    lines = _listed(one.get("options"))
    return [{"custom_id": line.get("value"), "label": line.get("label")} for line in lines]


def _listed(found: object) -> list[JSON]:
    return [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []


def choices(message: JSON) -> tuple[str, ...]:
    """Gives the labels of the choices under a message."""
    found = (choice(str(one["custom_id"])) for one in buttons(message))
    return tuple(one[1] for one in found if one is not None)


def under_of(message: JSON) -> Under:
    """Gives what can be tapped under a message, so that it can be shown anew."""
    found = [OwnButton(str(one["custom_id"]), str(one.get("label"))) for one in buttons(message)]
    own = next((each for each in found if choice(each.custom_id) is None), None)
    named = (choice(each.custom_id) for each in found)
    about = next((one[0] for one in named if one is not None), "")
    menus, lists = _menus_of(message, MENU), _menus_of(message, LIST)
    says, values = (_says(menus), _says(lists)), _values_in(lists)
    return Under(choices(message), own, says[0], about, says[1], values, _pickers_in(message))


def _menus_of(message: JSON, kind: str) -> list[JSON]:
    each = [one for row in parts_of(message) for one in _listed(row.get("components"))]
    menus = (one for one in each if one.get("type") == SELECT)
    return [one for one in menus if str(one.get("custom_id")).startswith(kind)]


def _pickers_in(message: JSON) -> tuple[Picker, ...]:
    each = [one for row in parts_of(message) for one in _listed(row.get("components"))]
    return tuple(
        Picker(str(one.get("placeholder")), "roles" if one.get("type") == ROLES else "rooms")
        for one in each
        if one.get("type") in (CHANNELS, ROLES)
    )


def _says(menus: list[JSON]) -> str:
    return next((str(one["placeholder"]) for one in menus if one.get("placeholder")), "")


def _values_in(lists: list[JSON]) -> Values:
    """Gives the values that stand in the lists of a message, and which of them holds."""
    lines = [line for one in lists for line in _listed(one.get("options"))]
    labelled = [(choice(str(line.get("value"))) or ("", ""))[1] for line in lines]
    holds = (label for label, line in zip(labelled, lines, strict=True) if line.get("default"))
    return Values(tuple(labelled), next(holds, ""))


def nonce(key: SendKey) -> str:
    """Gives the nonce of a send's key, by which Discord deduplicates sends for some minutes."""
    return hashlib.sha256(key.encode()).hexdigest()[:25]
