"""The meter of a process: Prometheus' figures, and whether the models answered lately."""

import asyncio

from adapters.metrics.prometheus import PrometheusMeter
from adapters.metrics.standing import Answers
from bot.metering import Fault


class Noting(PrometheusMeter):
    """Measures, and remembers how the models answered last."""

    def __init__(self, endpoints: int = 1) -> None:
        super().__init__(endpoints)
        self.answers_lately = Answers(asyncio.get_running_loop().time)

    def model_failed(self, place: int, fault: Fault) -> None:
        """Measures that an endpoint gave no whole reply."""
        super().model_failed(place, fault)
        self.answers_lately.failed()

    def model_answered(self, place: int) -> None:
        """Measures that an endpoint wrote a reply."""
        super().model_answered(place)
        self.answers_lately.answered()
