"""Synapse in one thread: run by the Python of its own environment, with its own words.

Handing each question to SQLite to a thread and back takes a fifth of what a homeserver of a few
people does. Synapse's own tests ask in one thread, too.
"""

import runpy
from collections.abc import Callable
from typing import Any

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


threads.deferToThreadPool = here
ThreadedFileSender._on_thread_read_loop = write_here
runpy.run_module("synapse.app.homeserver", run_name="__main__")
