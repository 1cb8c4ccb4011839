"""bot.metering.Meter over prometheus_client: labels of closed lists, all there from the start.

A registry of its own, so that nothing is created at import and no other library's figures come in.
"""

from collections.abc import Iterable
from importlib.metadata import version
from typing import Final

from prometheus_client import CollectorRegistry, Counter, Histogram, Info
from prometheus_client.process_collector import ProcessCollector

from bot.metering import ACTIONS, FLAGS, OTHER, Ended, Fault, Kind, Refusal, What, Work

PLATFORMS: Final = ("console", "discord", "matrix", OTHER)
OUTCOMES: Final = ("decided", "failed")
MOST_ENDPOINTS: Final = 8  # each by its place; those after them share one label (bounded)
_LATER: Final = "later"
QUICK: Final = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10)
SLOW: Final = (0.25, 0.5, 1, 2, 4, 8, 15, 30, 60, 120, 300, 3600)


class PrometheusMeter:
    """Takes measures into a registry."""

    def __init__(self, endpoints: int = 1) -> None:
        """Makes it.

        Args:
            endpoints: how many models may be asked.
        """
        self.registry = of = CollectorRegistry(auto_describe=True)
        ProcessCollector(registry=of)
        Info("attune_build", "The version of this program.", registry=of).info(
            {"version": version("attune")}
        )
        self._endpoints = tuple(map(_place, range(max(1, endpoints))))
        self._of_events(of)
        self._of_replies(of)
        self._of_what_fails(of)
        self._begun()

    def _of_events(self, of: CollectorRegistry) -> None:
        labels = ("kind", "platform", "outcome")
        self.events = Counter("attune_events", "Events, by kind and platform.", labels, registry=of)
        said = "Seconds from an event to its committed decision."
        self.decisions = Histogram("attune_decision_seconds", said, buckets=QUICK, registry=of)
        said = "Seconds of one unit of work, or one look, of the database."
        self.work = Histogram(
            "attune_database_seconds", said, ("work",), buckets=QUICK, registry=of
        )

    def _of_replies(self, of: CollectorRegistry) -> None:
        said = "Seconds from a message to the first words of its reply, its turn's wait included."
        self.first = Histogram("attune_first_words_seconds", said, buckets=SLOW, registry=of)
        said = "Seconds from a message or a request for repair to the end of what answers it."
        self.whole = Histogram("attune_reply_seconds", said, ("what",), buckets=SLOW, registry=of)
        labels, said = ("what", "ended"), "Replies and repairs, by how they ended."
        self.replies = Counter("attune_replies", said, labels, registry=of)
        labels, said = ("flag", "action"), "What the governor left out, or had written anew."
        self.findings = Counter("attune_findings", said, labels, registry=of)

    def _of_what_fails(self, of: CollectorRegistry) -> None:
        labels, said = ("endpoint", "fault"), "Requests that brought no whole reply."
        self.faults = Counter("attune_model_errors", said, labels, registry=of)
        said = "Replies and repairs that an endpoint wrote."
        self.answers = Counter("attune_model_answers", said, ("endpoint",), registry=of)
        said = "Sends that a platform did not take."
        self.refusals = Counter("attune_sends_refused", said, ("why",), registry=of)

    # A series that begins with its first event has no increase then: so all are there at once.
    def _begun(self) -> None:
        for counter, lists in (
            (self.events, (Kind, PLATFORMS, OUTCOMES)),
            (self.replies, (What, Ended)),
            (self.findings, (FLAGS, ACTIONS)),
            (self.faults, (self._endpoints, Fault)),
            (self.answers, (self._endpoints,)),
            (self.refusals, (Refusal,)),
            (self.work, (Work,)),
            (self.whole, (What,)),
        ):
            for labels in _every(lists):
                counter.labels(*labels)

    def event(self, kind: Kind, platform: str, seconds: float, *, has_failed: bool) -> None:
        """Measures an event and its decision; a platform that is not known is another."""
        where = platform if platform in PLATFORMS else OTHER
        self.events.labels(kind.value, where, OUTCOMES[has_failed]).inc()
        self.decisions.observe(seconds)

    def answer(self, what: What, ended: Ended, first_s: float | None, whole_s: float) -> None:
        """Measures a reply or repair: seconds to its first words and to its end."""
        self.replies.labels(what.value, ended.value).inc()
        self.whole.labels(what.value).observe(whole_s)
        if first_s is not None:
            self.first.observe(first_s)

    def found(self, flag: str, action: str) -> None:
        """Measures that the governor left a part out, or had the rest written anew."""
        told = flag if flag in FLAGS else OTHER
        self.findings.labels(told, action if action in ACTIONS else OTHER).inc()

    def model_failed(self, place: int, fault: Fault) -> None:
        """Measures that an endpoint gave no whole reply."""
        self.faults.labels(_place(place), fault.value).inc()

    def model_answered(self, place: int) -> None:
        """Measures that an endpoint wrote a reply."""
        self.answers.labels(_place(place)).inc()

    def refused(self, why: Refusal) -> None:
        """Measures that a platform took no send."""
        self.refusals.labels(why.value).inc()

    def database(self, work: Work, seconds: float) -> None:
        """Measures one unit of work or one look."""
        self.work.labels(work.value).observe(seconds)


def _place(place: int) -> str:
    return str(place) if place < MOST_ENDPOINTS else _LATER


def _every(lists: Iterable[Iterable[str]]) -> Iterable[tuple[str, ...]]:
    """Gives each choice of one value of each list."""
    found: list[tuple[str, ...]] = [()]
    for values in lists:
        found = [(*one, str(value)) for one in found for value in values]
    return found
