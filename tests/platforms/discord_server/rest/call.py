"""One request and its answer, as Discord has them; what it refuses and its schemas do not tell."""

import json
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

from tests.platforms.discord_server.layout import IS_CARD, faults

JSON = dict[str, Any]
PREFIX = "/api/v10"
NOTHING = 204
LONGEST = 2000


class RestError(Exception):
    """Says how Discord refuses a request."""

    def __init__(self, status: int, code: int, message: str) -> None:
        super().__init__(message)
        self.status, self.code = status, code


class LayoutRefused(RestError):
    """Says what of a message's layout no client may ever send."""

    def __init__(self, fault: str) -> None:
        super().__init__(400, 50035, f"Invalid Form Body: {fault}")


@dataclass
class Call:
    """One request, parsed."""

    method: str
    parts: tuple[str, ...]
    query: dict[str, str]
    body: JSON | list[JSON] | None = field(repr=False)
    attached: list[JSON] = field(default_factory=list, repr=False)  # as a message has them

    @property
    def json(self) -> JSON:
        return self.body if isinstance(self.body, dict) else {}


def answered(data: object, status: int = 200) -> web.Response:
    """Answers as Discord does: its content type is exactly this."""
    headers = {"Via": "1.1 stand-in", "Content-Type": "application/json"}
    return web.Response(status=status, body=json.dumps(data).encode(), headers=headers)


async def body_of(request: web.Request) -> tuple[Any, list[tuple[str, bytes]]]:
    """Gives the JSON of a request; of a form its payload, and the names and bytes of its files."""
    if not request.can_read_body:
        return None, []
    if request.content_type == "multipart/form-data":
        form = await request.post()
        parts = (form.get(f"files[{place}]") for place in range(10))
        files = [one for one in parts if isinstance(one, web.FileField)]
        return json.loads(str(form["payload_json"])), [(f.filename, f.file.read()) for f in files]
    text = await request.text()
    return (json.loads(text) if text else None), []


def check_message(body: JSON, stands: JSON | None = None) -> None:
    """Refuses what Discord refuses and its description does not tell.

    Args:
        stands: the message that an edit changes.
    """
    content = body.get("content") or ""
    if len(content) > LONGEST:
        raise RestError(400, 50035, "Invalid Form Body: content over 2000")
    fault = next(faults(body, stands or {}), None)
    if fault is not None:
        raise LayoutRefused(fault)
    is_card = int(body.get("flags") or 0) & IS_CARD
    if stands is None and not is_card and not content.strip() and not body.get("embeds"):
        raise RestError(400, 50006, "Cannot send an empty message")
