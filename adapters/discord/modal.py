"""The form (modal) under "That landed wrong": pure, so that it opens without any wait."""

from typing import Any

from adapters.discord.commands import Given
from adapters.discord.components import ASIDE
from adapters.discord.sentences import said_on_discord
from bot.commands import BY_NAME, KINDS, picked
from bot.rupture import Rupture
from bot.strings import Strings

JSON = dict[str, Any]
ASKED = "repair:"
KIND, NOTE = "kind", "note"
LABEL, SELECT, TEXT, SHORT = 18, 3, 4, 1
MOST_OF_A_NOTE = 300


def wrong(message: str, strings: Strings) -> JSON:
    """Gives the form that asks what was off about a reply."""
    said = said_on_discord(strings).form
    options = [{"label": strings.repair.kinds[Rupture(one)], "value": one} for one in KINDS]
    select = {"type": SELECT, "custom_id": KIND, "options": options, "required": False}
    select |= {"placeholder": said["no_kind"]}
    asked = {"type": LABEL, "label": said[KIND], "component": select}
    note = {"type": TEXT, "custom_id": NOTE, "style": SHORT, "required": False}
    note |= {"max_length": MOST_OF_A_NOTE}
    told = {"type": LABEL, "label": said[NOTE], "component": note}
    title = said_on_discord(strings).buttons[ASIDE]
    return {"custom_id": f"{ASKED}{message}", "title": title, "components": [asked, told]}


def asked_about(data: JSON) -> str | None:
    """Gives the message that a submitted form is about, or None for any other form."""
    custom_id = str(data.get("custom_id"))
    return custom_id.removeprefix(ASKED) if custom_id.startswith(ASKED) else None


def filled(data: JSON) -> Given | None:
    """Gives the command that a submitted form means, or None for any other form.

    A `target_id` names the message if its id differs from the one in the form.
    """
    about = data.get("target_id") or asked_about(data)
    if about is None:
        return None
    parts = [one.get("component") or {} for one in data.get("components") or []]
    chosen = [str(value) for one in parts for value in one.get("values") or []]
    kind = chosen[0] if chosen and chosen[0] in KINDS else ""
    note = next((str(one.get("value") or "") for one in parts if one.get("type") == TEXT), "")
    options = {"kind": kind, "id": str(about), "note": note}
    return Given(picked(BY_NAME["repair"], options), note)
