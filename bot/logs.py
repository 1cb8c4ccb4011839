"""The log: stderr, one line an event, key=value; no key that could hold a person's words."""

import logging
import sys

import structlog
from structlog.typing import EventDict, WrappedLogger

from bot.causes import in_words

# Which library, and the line of its source; what it wrote itself is shown at no level.
LIBRARY = "a library warned (its text is left out: it may hold words)"
ALLOWED = frozenset(
    {
        "event",
        "level",
        "timestamp",
        "person",
        "room",
        "scope",
        "error",
        "what",
        "seconds",
        "count",
        "number",
        "version",
    }
)


def configure(level: str) -> None:
    """Logs from that level on; of the libraries, who warned and how badly, never what.

    Args:
        level: debug, info, warning or error.
    """
    least = logging.getLevelNamesMapping()[level.upper()]
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            without_words,
            structlog.processors.KeyValueRenderer(key_order=["timestamp", "level", "event"]),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(least),
        logger_factory=_stderr,
        cache_logger_on_first_use=False,
    )
    _listen_to_libraries(max(least, logging.WARNING))


def reason(failure: BaseException | None) -> str:
    """Says what went wrong in words; its class stands in the log alone, at the level debug."""
    structlog.get_logger().debug("what went wrong", error=type(failure).__name__)
    return in_words(failure)


def without_words(_logger: WrappedLogger, _method: str, event: EventDict) -> EventDict:
    """Keeps what is allowed: known keys, plain values, and of an error its class alone."""
    if "exc_info" in event:
        event.setdefault("error", sys.exc_info()[0])
    if "error" in event:
        event["error"] = _class_name(event["error"])
    return {key: _plain(value) for key, value in event.items() if key in ALLOWED}


def _class_name(error: object) -> str:
    if isinstance(error, type):
        return error.__name__
    if isinstance(error, str) and error.isidentifier():
        return error
    return type(error).__name__


def _plain(value: object) -> object:
    # The repr of anything else could hold words.
    if value is None or isinstance(value, str | int | float | bool):
        return value
    return type(value).__name__


def _stderr(*_names: object) -> structlog.WriteLogger:
    # Asked for at every line: a terminal may have put its own stderr in place since.
    return structlog.WriteLogger(sys.stderr)


class _Library(logging.Handler):
    """Tells that a library logged something; its text may carry words and stays unread."""

    def emit(self, record: logging.LogRecord) -> None:
        log = structlog.get_logger()
        tell = log.error if record.levelno >= logging.ERROR else log.warning
        tell(LIBRARY, what=record.name, number=record.lineno)


def _listen_to_libraries(least: int) -> None:
    root = logging.getLogger()
    root.handlers = [_Library(least)]
    root.setLevel(least)
