"""Discord's own descriptions, tightened, and the count of what was held to them."""

import copy
import json
import re
from collections import Counter
from collections.abc import Callable
from functools import cache, lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import quote

from jsonschema import Draft7Validator, Draft202012Validator
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT7, DRAFT202012

JSON = dict[str, Any]
Faults = tuple[str, ...]
HELD: Counter[str] = Counter()  # all that was held to them in this process
HERE = Path(__file__).parent / "schemas"
# Which id, token and moment is no matter of a schema: what differs in nothing else is held once.
_ALIKE = (
    (re.compile(r'"[1-9][0-9]{16,18}"'), '"100000000000000001"'),
    (re.compile(r'"[0-9a-f]{32}"'), f'"{32 * "0"}"'),
    (
        re.compile(r'"20[0-9]{2}-[0-9]{2}-[0-9]{2}T[0-9:]{8}(\.[0-9]+)?\+00:00"'),
        '"2026-01-01T00:00:00+00:00"',
    ),
)
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
        for fault in _found(_faults, where, body):
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
        for error in _gateway("gateway-sent.schema.json", "GatewaySendPayload").iter_errors(frame):
            self.violated(f"gateway op {frame.get('op')}: {_told(error)}")

    def event(self, name: str, data: JSON) -> None:
        """Checks an event that the stand-in sends; those that are not described pass."""
        self._count("frames sent")
        for fault in _found(_faults_of_event, name, data):
            self.violated(f"event {name}: {fault}")

    def _count(self, what: str) -> None:
        self.counted[what] += 1
        self.total[what] += 1

    def violated(self, what: str) -> None:
        """Takes note of what is against Discord's rules: a test fails on it at its end."""
        self.violations.append(what)
        self.total["violations"] += 1


def _told(error: Any) -> str:
    """Says where and what, without the value: that may be somebody's words."""
    deepest = min(error.context or [error], key=lambda one: -len(one.path))
    where = "/".join(map(str, (*error.absolute_path, *deepest.path)))
    message = re.sub(r"'[^']{30,}'", "'…'", deepest.message)[:200]
    return f"{where}: {deepest.validator}: {message}"


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
def _validator(pointer: str) -> Draft202012Validator:
    resource = Resource.from_contents(_document(), default_specification=DRAFT202012)
    registry = Registry().with_resource("urn:http", resource)
    return Draft202012Validator({"$ref": f"urn:http{pointer}"}, registry=registry)


def _found(faults: Callable[[str, str], Faults], where: str, body: object) -> Faults:
    """Says what in a body is not as it is described; any fault is of the body as it is."""
    alike = whole = json.dumps(body, sort_keys=True)
    for one, another in _ALIKE:
        alike = one.sub(another, alike)
    return faults(where, alike) and faults(where, whole)


@lru_cache(5_000)
def _faults(pointer: str, body: str) -> Faults:
    """Says what in a body is not as it is described; every start sends all commands alike."""
    return tuple(map(_told, _validator(pointer).iter_errors(json.loads(body))))


@cache
def _schema(text: str) -> Draft202012Validator:
    """Gives what checks a schema of the document that stands by itself, given as JSON."""
    schema = json.loads(text.replace('"#/', '"urn:http#/'))
    resource = Resource.from_contents(_document(), default_specification=DRAFT202012)
    registry = Registry().with_resource("urn:http", resource)
    return Draft202012Validator(schema, registry=registry)


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
def _gateway(name: str, definition: str) -> Any:
    resource = Resource.from_contents(_frames(name), default_specification=DRAFT7)
    registry = Registry().with_resource("urn:frames", resource)
    where = f"urn:frames#/definitions/{quote(definition)}"
    return Draft7Validator({"$ref": where}, registry=registry)


@lru_cache(5_000)
def _faults_of_event(name: str, data: str) -> Faults:
    validator = _event(name)
    return () if validator is None else tuple(map(_told, validator.iter_errors(json.loads(data))))


@cache
def _event(name: str) -> Any:
    properties = _frames("gateway-events.schema.json")["definitions"]["GatewayEvents"]
    found = properties["properties"].get(name)
    if found is None:
        return None
    return _gateway("gateway-events.schema.json", found["$ref"].rpartition("/")[2])
