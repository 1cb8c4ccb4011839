"""One request and its answer, as Discord has them; what it refuses and its schemas do not tell."""

import json
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

JSON = dict[str, Any]
PREFIX = "/api/v10"
NOTHING = 204
LONGEST, MOST_IN_A_ROW = 2000, 5


class RestError(Exception):
    """Says how Discord refuses a request."""

    def __init__(self, status: int, code: int, message: str) -> None:
        super().__init__(message)
        self.status, self.code = status, code


@dataclass
class Call:
    """One request, parsed."""

    method: str
    parts: tuple[str, ...]
    query: dict[str, str]
    body: JSON | list[JSON] | None = field(repr=False)

    @property
    def json(self) -> JSON:
        return self.body if isinstance(self.body, dict) else {}


def answered(data: object, status: int = 200) -> web.Response:
    """Answers as Discord does: its content type is exactly this."""
    headers = {"Via": "1.1 stand-in", "Content-Type": "application/json"}
    return web.Response(status=status, body=json.dumps(data).encode(), headers=headers)


async def body_of(request: web.Request) -> Any:
    """Gives the JSON of a request; of a form, its payload."""
    if not request.can_read_body:
        return None
    if request.content_type == "multipart/form-data":
        form = await request.post()
        return json.loads(str(form["payload_json"]))
    text = await request.text()
    return json.loads(text) if text else None


def check_message(body: JSON, *, is_edit: bool = False) -> None:
    """Refuses what Discord refuses and its description does not tell."""
    content = body.get("content") or ""
    if len(content) > LONGEST:
        raise RestError(400, 50035, "Invalid Form Body: content over 2000")
    if not is_edit and not content.strip() and not body.get("embeds"):
        raise RestError(400, 50006, "Cannot send an empty message")
    for row in body.get("components") or []:
        if len(row.get("components", [])) > MOST_IN_A_ROW:
            raise RestError(400, 50035, "Invalid Form Body: more than five buttons in a row")
        ids = [one.get("custom_id") for one in row["components"] if one.get("custom_id")]
        if len(ids) != len(set(ids)):
            raise RestError(400, 50035, "Invalid Form Body: custom id twice")
