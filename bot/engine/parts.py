"""The parts of a companion: one implementation of each port."""

from collections.abc import Callable
from dataclasses import dataclass

from bot.engine.age_check import AgeCheck
from bot.governor.filter import Governed
from bot.metering import NO_METER, Meter
from bot.model.judge import Judge
from bot.ports import Chat, Classifier, Clock, Model, Store, Vault


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of a companion."""

    chat: Chat
    models: tuple[Model, ...]  # in the order in which they are asked
    store: Store
    vault: Vault
    clock: Clock
    judge: Judge | None = None
    classifier: Classifier | None = None  # without it patterns and rules read alone
    age_check: AgeCheck | None = None  # the operator's own
    governing: Callable[..., Governed] = Governed  # makes the governor of each draft
    meter: Meter = NO_METER
