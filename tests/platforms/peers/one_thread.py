"""Synapse in one thread: run by the Python of its own environment, with its own words.

Handing each question to SQLite to a thread and back takes a fifth of what a homeserver of a few
people does. Synapse's own tests ask in one thread, too.
"""

import runpy
from collections.abc import Callable
from typing import Any

from twisted.internet import defer, threads  # type: ignore[import-not-found]


def here(reactor: Any, _pool: Any, work: Callable[..., Any], *given: Any, **named: Any) -> Any:
    """Does the work as soon as what is done now is done, where another thread would be asked to."""
    waiting: Any = defer.Deferred()
    waiting.addCallback(lambda _: work(*given, **named))
    reactor.callLater(0, waiting.callback, None)
    return waiting


threads.deferToThreadPool = here
runpy.run_module("synapse.app.homeserver", run_name="__main__")
