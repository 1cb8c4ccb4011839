"""The form under "That landed wrong": pure, so that it is there without waiting for anything."""

from typing import Any

from adapters.discord.commands import KINDS, WRONG

JSON = dict[str, Any]
ASKED = "repair:"
KIND = "kind"
LABEL, SELECT = 18, 3


def wrong(message: str) -> JSON:
    """Gives the form that asks what was off about a reply."""
    options = [{"label": kind, "value": kind} for kind in KINDS]
    select = {"type": SELECT, "custom_id": KIND, "options": options, "required": False}
    select |= {"placeholder": "I cannot say"}
    asked = {"type": LABEL, "label": "What was off?", "component": select}
    return {"custom_id": f"{ASKED}{message}", "title": WRONG, "components": [asked]}


def asked_about(data: JSON) -> str | None:
    """Gives the message that a filled form is about; None where it is no such form."""
    custom_id = str(data.get("custom_id"))
    return custom_id.removeprefix(ASKED) if custom_id.startswith(ASKED) else None


def filled(data: JSON) -> str | None:
    """Gives the command that a filled form means, as the core reads it.

    A `target_id` names the message where it is known by another name than the form's.
    """
    about = data.get("target_id") or asked_about(data)
    if about is None:
        return None
    values = [value for one in data.get("components") or [] for value in _values(one)]
    kind = values[0] if values and values[0] in KINDS else ""
    return " ".join(f"attune repair {kind} {about}".split())


def _values(one: JSON) -> list[str]:
    found = one.get("component") or {}
    return [str(value) for value in found.get("values") or []]
