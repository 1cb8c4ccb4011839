"""How a process stands when it is asked: its queues, platforms, the oldest send on its way."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

from bot.metering import Load

LATELY_S: Final = 300.0  # for so long a model's failure counts
Line = tuple[str, bool, int]  # a platform, whether it is served now, how often it was lost


@dataclass(slots=True)
class Answers:
    """Whether the models answered lately, on the event loop's clock."""

    now: Callable[[], float]
    failed_at: float | None = None

    def failed(self) -> None:
        """Notes that an endpoint failed."""
        self.failed_at = self.now()

    def answered(self) -> None:
        """Notes that one wrote a reply."""
        self.failed_at = None

    @property
    def are_well(self) -> bool:
        """Whether none failed lately without one that answered since; unasked, all is well."""
        return self.failed_at is None or self.now() - self.failed_at > LATELY_S


@dataclass(slots=True, eq=False)  # a registry holds it as a key
class Standing(Collector):
    """Gives gauges at the moment in which they are read; nothing here waits.

    Args:
        lines: each platform that is set.
        oldest_s: the age of the oldest send on its way, as last looked up.
    """

    load: Callable[[], Load] = Load
    lines: Callable[[], Iterable[Line]] = tuple
    oldest_s: float = 0.0
    unsent: int = 0
    _said: tuple[tuple[str, str], ...] = field(
        default=(
            ("replies_waiting", "Replies that wait for their turn."),
            ("replies_running", "Replies that are being written."),
            ("left", "Sends and replies that wait until a platform or the database is back."),
            ("tasks_open", "Tasks that events caused and that are not over."),
            ("outbox", "Sends on their way, as last looked up."),
            ("outbox_age_seconds", "The age of the oldest of them."),
        ),
        repr=False,
    )

    def collect(self) -> Iterator[Metric]:
        """Yields every gauge."""
        now = self.load()
        values = (now.waiting, now.running, now.left, now.open, self.unsent, self.oldest_s)
        for (name, said), value in zip(self._said, values, strict=True):
            yield GaugeMetricFamily(f"attune_{name}", said, value=value)
        up = GaugeMetricFamily("attune_platform_up", "Whether it is served.", labels=("platform",))
        said = "How often a platform's line was lost and made anew."
        lost = CounterMetricFamily("attune_reconnections", said, labels=("platform",))
        for name, is_up, losses in self.lines():
            up.add_metric((name,), float(is_up))
            lost.add_metric((name,), losses)
        yield from (up, lost)
