"""The table of which function applies which type of action: exactly one a type."""

from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

from bot.actions import Action
from bot.engine.apply.applying import Applying

A = TypeVar("A", bound=Action)
Apply = Callable[[Applying, A], Awaitable[None]]
APPLIES: dict[type, Apply[Any]] = {}


def applies(kind: type[A]) -> Callable[[Apply[A]], Apply[A]]:
    """Registers a function as the one that applies actions of this type.

    Raises:
        TypeError: the type has such a function already.
    """

    def registered(function: Apply[A]) -> Apply[A]:
        if kind in APPLIES:
            raise TypeError(f"Two functions apply {kind.__name__}.")
        APPLIES[kind] = function
        return function

    return registered
