"""Discord's own descriptions, tightened, and the count of what was held to them."""

import copy
import json
import re
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import quote

from jsonschema_rs import (
    Draft7,
    Draft7Validator,
    Draft202012,
    Draft202012Validator,
    Registry,
    ValidationError,
)

JSON = dict[str, Any]
HELD: Counter[str] = Counter()  # all that was held to them in this process
HERE = Path(__file__).parent / "schemas"
# A format is a remark of a schema, no rule; and what is told masks the value.
_AS_DESCRIBED: dict[str, Any] = {"validate_formats": False, "mask": "…"}
BOOLEANS = ("with_response", "wait", "with_components")  # which discord.py writes as 1 and 0


class Violation(AssertionError):
    """Says what in a request or a frame is not as Discord describes it."""


class Checks:
    """Holds requests and frames to the schemas; everything that was held is counted."""

    def __init__(self) -> None:
        self.total = HELD  # a client that is not the bot counts elsewhere
        self.counted: Counter[str] = Counter()
        self.violations: list[str] = []

    def request(
        self, method: str, path: str, body: object, query: dict[str, str] | None = None
    ) -> None:
        """Checks the query and the body of one request against its route."""
        template, operation = _operation(method, path)
        self._count("requests")
        if operation is None:
            self.violated(f"{method} {template}: no such route")
            return
        for name, value in (query or {}).items():
            self._query(f"{method} {template}", operation, name, value)
        content = operation.get("requestBody", {}).get("content", {})
        kind = content.get("application/json") or content.get("multipart/form-data")
        if kind is None:
            if body not in (None, {}):
                self.violated(f"{method} {template}: a body where none is described")
            return
        if body is None and not operation["requestBody"].get("required"):
            return
        where = _pointer(template, method, content)
        for fault in map(_told, _validator(where).iter_errors(body)):
            self.violated(f"{method} {template}: {fault}")

    def _query(self, where: str, operation: JSON, name: str, value: str) -> None:
        """Checks one parameter of a query: of a listed deviation only that it is 0 or 1."""
        known = {one["name"]: one for one in operation.get("parameters", []) if "name" in one}
        if name in BOOLEANS and value in ("0", "1"):
            return
        if name not in known:
            self.violated(f"{where}: no such parameter: {name}")
            return
        read = json.loads(value) if re.fullmatch(r"[0-9]{1,15}|true|false", value) else value
        validator = _schema(json.dumps(known[name]["schema"], sort_keys=True))
        if not (validator.is_valid(read) or validator.is_valid(value)):
            self.violated(f"{where}: the parameter {name} is none that it takes")

    def sent(self, frame: JSON) -> None:
        """Checks a frame that a client sent."""
        self._count("frames received")
        schema = _gateway("gateway-sent.schema.json", "GatewaySendPayload")
        for fault in map(_told, schema.iter_errors(frame)):
            self.violated(f"gateway op {frame.get('op')}: {fault}")

    def event(self, name: str, data: JSON) -> None:
        """Checks an event that the stand-in sends; those that are not described pass."""
        self._count("frames sent")
        schema = _event(name)
        for fault in map(_told, schema.iter_errors(data)) if schema is not None else ():
            self.violated(f"event {name}: {fault}")

    def _count(self, what: str) -> None:
        self.counted[what] += 1
        self.total[what] += 1

    def violated(self, what: str) -> None:
        """Takes note of what is against Discord's rules: a test fails on it at its end."""
        self.violations.append(what)
        self.total["violations"] += 1


def _told(error: ValidationError) -> str:
    """Says where and what, without the value: that may be somebody's words."""
    branches = getattr(error.kind, "context", None) or [[error]]
    within = [one for branch in branches for one in branch]
    deepest = min(within, key=lambda one: -len(one.instance_path))
    where = "/".join(map(str, deepest.instance_path))
    return f"{where}: {deepest.kind.name}: {deepest.message[:200]}"


# -- the HTTP API ------------------------------------------------------------------------------


@cache
def _document() -> JSON:
    found: JSON = json.loads((HERE / "openapi.json").read_text("utf-8"))
    _tighten(found["components"]["schemas"])
    _tighten(found["paths"])
    return found


@cache
def locales() -> frozenset[str]:
    """Gives the codes of the languages that Discord knows."""
    known = _document()["components"]["schemas"]["AvailableLocalesEnum"]["oneOf"]
    return frozenset(str(one["const"]) for one in known)


def _tighten(node: Any) -> None:
    """Forbids what is not described, so that a slip of a name fails."""
    if isinstance(node, dict):
        if "properties" in node and node.get("type") in ("object", None):
            node.setdefault("additionalProperties", False)
        for value in node.values():
            _tighten(value)
    elif isinstance(node, list):
        for value in node:
            _tighten(value)


@cache
def _registry() -> Registry:
    return Registry([("urn:http", _document())], draft=Draft202012)


@cache
def _validator(pointer: str) -> Draft202012Validator:
    where = f"urn:http#{quote(pointer[1:], safe='/~')}"
    return Draft202012Validator({"$ref": where}, registry=_registry(), **_AS_DESCRIBED)


@cache
def _schema(text: str) -> Draft202012Validator:
    """Gives what checks a schema of the document that stands by itself, given as JSON."""
    schema = json.loads(text.replace('"#/', '"urn:http#/'))
    return Draft202012Validator(schema, registry=_registry(), **_AS_DESCRIBED)


@cache
def _routes() -> list[tuple[re.Pattern[str], str]]:
    """Gives every route as a pattern, the most literal first."""
    paths = sorted(_document()["paths"], key=lambda path: (path.count("{"), -len(path)))
    found = []
    for path in paths:
        pattern = re.sub(r"\{[^}]+\}", r"[^/]+", path.replace("@", "@"))
        found.append((re.compile(pattern), path))
    return found


def _operation(method: str, path: str) -> tuple[str, JSON | None]:
    for pattern, template in _routes():
        if pattern.fullmatch(path):
            operation = _document()["paths"][template].get(method.lower())
            if operation is not None:
                return template, operation
    return path, None


def _pointer(template: str, method: str, content: JSON) -> str:
    kind = "application/json" if "application/json" in content else "multipart/form-data"
    parts = ("paths", template, method.lower(), "requestBody", "content", kind, "schema")
    return "#/" + "/".join(part.replace("~", "~0").replace("/", "~1") for part in parts)


# -- the gateway -------------------------------------------------------------------------------


@cache
def _frames(name: str) -> JSON:
    found: JSON = json.loads((HERE / name).read_text("utf-8"))
    for title, definition in found["definitions"].items():
        if title.endswith("Flags"):  # a number of bits, where the schema lists single ones
            definition.clear()
            definition["type"] = "integer"
    return copy.deepcopy(found)


@cache
def _gateway(name: str, definition: str) -> Draft7Validator:
    registry = Registry([("urn:frames", _frames(name))], draft=Draft7)
    where = f"urn:frames#/definitions/{quote(definition)}"
    return Draft7Validator({"$ref": where}, registry=registry, **_AS_DESCRIBED)


@cache
def _event(name: str) -> Draft7Validator | None:
    properties = _frames("gateway-events.schema.json")["definitions"]["GatewayEvents"]
    found = properties["properties"].get(name)
    if found is None:
        return None
    return _gateway("gateway-events.schema.json", found["$ref"].rpartition("/")[2])
