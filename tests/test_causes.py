"""What went wrong is said in words, and no sentence of an operator's carries a class's name."""

import ast
import asyncio
import errno
import socket
import ssl
from collections.abc import Iterator
from pathlib import Path

import aiohttp
import pytest
import structlog
from aiohttp.client_reqrep import ConnectionKey
from structlog.testing import capture_logs
from yarl import URL

from bot import causes
from bot.logs import reason

ROOT = Path(__file__).parent.parent
SECRET = "https://ada:hunter2@example.org"
KEY = ConnectionKey("example.org", 443, True, True, None, None, None)
# Who may name a class where it is no sentence: the log itself, and what is stored of an action.
NOT_SAID = {"bot/logs.py", "bot/engine/codec.py"}


def failed(number: int) -> OSError:
    return OSError(number, SECRET)


def caused(outer: Exception, inner: Exception) -> Exception:
    outer.__cause__ = inner
    return outer


@pytest.mark.parametrize(
    ("failure", "said"),
    [
        (failed(errno.ENOSPC), causes.FULL),
        (failed(errno.EDQUOT), causes.FULL),
        (failed(errno.EROFS), causes.READ_ALONE),
        (failed(errno.EACCES), causes.NOT_ALLOWED),
        (failed(errno.ENOENT), causes.NOT_THERE),
        (failed(errno.EADDRINUSE), causes.TAKEN),
        (failed(errno.ENETUNREACH), causes.NOWHERE),
        (ConnectionRefusedError(SECRET), causes.NOBODY),
        (ConnectionResetError(SECRET), causes.CUT),
        (TimeoutError(SECRET), causes.LATE),
        (aiohttp.ServerTimeoutError(SECRET), causes.LATE),
        (aiohttp.ServerDisconnectedError(SECRET), causes.CUT),
        (aiohttp.ClientPayloadError(SECRET), causes.CUT),
        (aiohttp.InvalidURL(URL(SECRET)), causes.NO_ADDRESS),
        (asyncio.IncompleteReadError(b"", 4), causes.CUT),
        (socket.gaierror(-2, SECRET), causes.NO_HOST),
        (ssl.SSLCertVerificationError(1, SECRET), causes.CERTIFICATE),
        (ssl.SSLError(1, SECRET), causes.NOT_SECURE),
        (aiohttp.ClientConnectorError(KEY, failed(errno.EHOSTUNREACH)), causes.NOWHERE),
        (aiohttp.ClientConnectorError(KEY, socket.gaierror(-2, "")), causes.NO_HOST),
        (aiohttp.ClientConnectorError(KEY, OSError(SECRET)), causes.NOBODY),
        (aiohttp.ClientConnectorCertificateError(KEY, ssl.CertificateError()), causes.CERTIFICATE),
        (caused(aiohttp.ClientError(SECRET), TimeoutError()), causes.LATE),
        (aiohttp.ClientError(SECRET), causes.FAILED),
        (OSError(SECRET), causes.REFUSED),
        (ValueError(SECRET), causes.UNREADABLE),
        (RuntimeError(SECRET), causes.UNKNOWN),
        (None, causes.UNKNOWN),
    ],
)
def test_what_went_wrong_is_said_in_words_and_never_in_its_own(
    failure: BaseException | None, said: str
) -> None:
    assert causes.in_words(failure) == said
    assert SECRET not in said
    assert type(failure).__name__ not in said


def test_an_exception_that_caused_itself_ends() -> None:
    first, second = RuntimeError(), RuntimeError()
    first.__cause__, second.__cause__ = second, first
    assert causes.in_words(first) == causes.UNKNOWN


def test_the_class_stands_in_the_log_alone() -> None:
    structlog.reset_defaults()  # whichever level a test before it set
    with capture_logs() as logged:
        assert reason(failed(errno.ENOSPC)) == causes.FULL
    assert [(one["log_level"], one["error"]) for one in logged] == [("debug", "OSError")]


# -- no sentence carries a class's name ----------------------------------------------------------


def told(source: str) -> Iterator[int]:
    """Gives the lines where the name of an exception's class goes elsewhere than into a log."""
    tree = ast.parse(source)
    allowed = {id(one) for node in ast.walk(tree) for one in _logged(node)}
    for node in ast.walk(tree):
        if _is_class_name(node) and id(node) not in allowed:
            yield getattr(node, "lineno", 0)
        if isinstance(node, ast.ExceptHandler) and node.name:
            yield from _spelled(node)


def _is_class_name(node: ast.AST) -> bool:
    """Says whether it is `type(something).__name__`."""
    if not (isinstance(node, ast.Attribute) and node.attr == "__name__"):
        return False
    return isinstance(node.value, ast.Call) and getattr(node.value.func, "id", "") == "type"


def _spelled(handler: ast.ExceptHandler) -> Iterator[int]:
    """Gives the lines that show the repr of what was caught: it begins with the class's name."""
    for node in ast.walk(handler):
        is_repr = isinstance(node, ast.FormattedValue) and node.conversion == ord("r")
        if is_repr and getattr(getattr(node, "value", None), "id", "") == handler.name:
            yield getattr(node, "lineno", 0)


def _logged(node: ast.AST) -> Iterator[ast.AST]:
    """Gives what is within a field of the log that holds a class, or an error of a programmer's."""
    if isinstance(node, ast.keyword) and node.arg in {"error", "failure", "why"}:
        yield node.value
    if isinstance(node, ast.Dict):
        fields = zip(node.keys, node.values, strict=True)
        yield from (
            of for key, of in fields if isinstance(key, ast.Constant) and key.value == "error"
        )
    if isinstance(node, ast.Assign):
        yield from _assigned(node)
    if isinstance(node, ast.Raise) and isinstance(node.exc, ast.Call):
        name = node.exc.func
        if isinstance(name, ast.Name) and name.id in {"ValueError", "TypeError"}:
            yield from ast.walk(node)


def _assigned(node: ast.Assign) -> Iterator[ast.AST]:
    """Gives what is given the name `error`, which goes into the log."""
    target = node.targets[0]
    pairs = [(target, node.value)]
    if isinstance(target, ast.Tuple) and isinstance(node.value, ast.Tuple):
        pairs = list(zip(target.elts, node.value.elts, strict=True))
    yield from (of for name, of in pairs if isinstance(name, ast.Name) and name.id == "error")


def test_no_sentence_carries_the_name_of_an_exceptions_class() -> None:
    every = [path for folder in ("bot", "adapters") for path in (ROOT / folder).rglob("*.py")]
    named = {str(path.relative_to(ROOT)): path for path in every}
    found = {
        f"{name}:{line}"
        for name, path in named.items()
        if name not in NOT_SAID
        for line in told(path.read_text("utf-8"))
    }
    assert found == set()


@pytest.mark.parametrize(
    "line",
    [
        "raise PlatformAway(f'It failed: {type(failure).__name__}.')",
        "why = type(failure).__name__",
        "print('It failed:', type(failure).__name__)",
        "said = FORM.format(cause=type(failure).__name__)",
        "try:\n    x()\nexcept OSError as error:\n    print(f'It failed: {error!r}')",
    ],
)
def test_a_class_in_a_sentence_is_found(line: str) -> None:
    assert len(list(told(line))) == 1
