"""The forms (modals): under "That landed wrong", and for the admins' line; pure, so none waits."""

from typing import Any

from adapters.discord import menus
from adapters.discord.commands import Given, is_bare
from adapters.discord.components import ASIDE
from adapters.discord.sentences import said_on_discord
from bot.commands import BY_NAME, KINDS, picked
from bot.rupture import Rupture
from bot.strings import Strings

JSON = dict[str, Any]
ASKED, LINE = "repair:", "crisis-line"
KIND, NOTE, WORDS, URL = "kind", "note", "text", "url"
LABEL, SELECT, TEXT, SHORT = 18, 3, 4, 1
MOST_OF_A_NOTE, MOST_OF_AN_ADDRESS = 300, 500


def opened(given: JSON, strings: Strings) -> JSON | None:
    """Gives the form that a menu opens, or a command in which nothing was picked; else None."""
    if menus.chosen(given) == menus.WRONG:
        return wrong(str(given["target_id"]), strings)
    return line(strings) if is_bare(given, LINE) else None


def wrong(message: str, strings: Strings) -> JSON:
    """Gives the form that asks what was off about a reply."""
    said = said_on_discord(strings).form
    options = [{"label": strings.repair.kinds[Rupture(one)], "value": one} for one in KINDS]
    select = {"type": SELECT, "custom_id": KIND, "options": options, "required": False}
    select |= {"placeholder": said["no_kind"]}
    title = said_on_discord(strings).buttons[ASIDE]
    note = _typed(NOTE, MOST_OF_A_NOTE)
    asked = [_labelled(said[KIND], select), _labelled(said[NOTE], note)]
    return {"custom_id": f"{ASKED}{message}", "title": title, "components": asked}


def line(strings: Strings) -> JSON:
    """Gives the form of the admins' own line; how long it may be is said of what was sent off."""
    said, title = strings.help.options, said_on_discord(strings).form[LINE]
    words = _typed(WORDS, MOST_OF_A_NOTE, is_required=True)
    asked = [_labelled(said[f"{LINE}.{WORDS}"], words)]
    asked += [_labelled(said[f"{LINE}.{URL}"], _typed(URL, MOST_OF_AN_ADDRESS))]
    return {"custom_id": LINE, "title": title, "components": asked}


def _labelled(label: str, component: JSON) -> JSON:
    return {"type": LABEL, "label": label, "component": component}


def _typed(name: str, most: int, *, is_required: bool = False) -> JSON:
    field: JSON = {"type": TEXT, "custom_id": name, "style": SHORT, "required": is_required}
    return field | {"max_length": most}


def asked_about(data: JSON) -> str | None:
    """Gives the message that a submitted form is about, or None for any other form."""
    custom_id = str(data.get("custom_id"))
    return custom_id.removeprefix(ASKED) if custom_id.startswith(ASKED) else None


def filled(data: JSON) -> Given | None:
    """Gives the command that a submitted form means, or None for any other form.

    A `target_id` names the message if its id differs from the one in the form.
    """
    parts = [one.get("component") or {} for one in data.get("components") or []]
    words = {str(one.get("custom_id")): _said(one) for one in parts if one.get("type") == TEXT}
    if data.get("custom_id") == LINE:
        return Given(picked(BY_NAME[LINE], words), "\n".join(words.values()))
    about = data.get("target_id") or asked_about(data)
    if about is None:
        return None
    chosen = [str(value) for one in parts for value in one.get("values") or []]
    kind, note = chosen[0] if chosen and chosen[0] in KINDS else "", words.get(NOTE, "")
    options = {"kind": kind, "id": str(about), "note": note}
    return Given(picked(BY_NAME["repair"], options), note)


def _said(component: JSON) -> str:
    return str(component.get("value") or "")
