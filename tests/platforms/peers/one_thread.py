"""Synapse in one thread: run by the Python of its own environment, with its own words.

Handing each question to SQLite to a thread and back takes a fifth of what a homeserver of a few
people does. Synapse's own tests ask in one thread, too. A sixth of the rest is what it counts for a
Prometheus that nobody runs here, draws for the names of its log lines, and checks its schemas by.
"""

import gc
import runpy
from collections.abc import Callable
from typing import Any

from prometheus_client.metrics import MetricWrapperBase
from synapse.events import validator  # type: ignore[import-not-found]
from synapse.logging import context  # type: ignore[import-not-found]
from synapse.media._base import ThreadedFileSender  # type: ignore[import-not-found]
from twisted.internet import defer, threads  # type: ignore[import-not-found]


def here(reactor: Any, _pool: Any, work: Callable[..., Any], *given: Any, **named: Any) -> Any:
    """Does the work as soon as what is done now is done, where another thread would be asked to."""
    waiting: Any = defer.Deferred()
    waiting.addCallback(lambda _: work(*given, **named))
    reactor.callLater(0, waiting.callback, None)
    return waiting


def write_here(sender: Any) -> bool:
    """Writes a file piece by piece; what a thread asks to be written comes after its end here."""
    while not sender.stop_writing and sender.wakeup_event.is_set():
        if not (piece := sender.file.read(sender.CHUNK_SIZE)):
            return False
        sender._write(piece)
    return True


class Uncounted:
    """A figure that is kept nowhere."""

    def inc(self, *_given: object, **_named: object) -> None: ...

    dec = set = observe = set_function = inc


uncounted = Uncounted()
setattr(MetricWrapperBase, "labels", lambda *_given, **_named: uncounted)  # noqa: B010
context.random_string_insecure_fast = "x".__mul__  # it tells log lines apart, and nothing else
for each in (validator.POWER_LEVELS_VALIDATOR, validator.MENTIONS_VALIDATOR):
    each.check_schema = lambda *_given, **_named: None  # the same schema at each event
gc.set_threshold(50_000, 20, 20)
threads.deferToThreadPool = here
ThreadedFileSender._on_thread_read_loop = write_here
runpy.run_module("synapse.app.homeserver", run_name="__main__")
