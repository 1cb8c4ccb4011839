"""What a homeserver can answer instead of what was asked, translated once, and how it is retried.

nio gives errors back instead of raising them; here each becomes one PlatformError.
"""

import asyncio
import re
from collections.abc import Awaitable, Callable
from typing import TypeVar

import structlog
from aiohttp import ClientError
from nio import ErrorResponse, Response
from nio.exceptions import EncryptionError, LocalProtocolError, SendRetryError
from tenacity import AsyncRetrying, RetryCallState, retry_if_exception_type, stop_after_delay
from tenacity.stop import stop_never
from tenacity.wait import wait_random_exponential

from bot.errors import NeedsOperator, PlatformAway, PlatformError

R = TypeVar("R", bound=Response)
T = TypeVar("T")
log = structlog.get_logger()

BRIEFLY_S = 30.0  # for what may be left out: typing, receipts, an edit that another follows
SURELY_S = 900.0  # for what must be said
SHORTEST_S, LONGEST_S = 1.0, 30.0  # between two tries
CODE = re.compile(r"[A-Z][A-Z0-9_.]{1,60}")  # what a homeserver writes elsewhere is not told on
BREAKS = (ClientError, asyncio.TimeoutError, OSError, ValueError)


class Transient(PlatformAway):
    """Says that the homeserver could not do it now; the same request may work later."""

    def __init__(self, what: str, after_s: float = 0.0) -> None:
        super().__init__(what)
        self.after_s = after_s


class MatrixRefused(PlatformError):
    """Says that the homeserver will not do it; `code` is Matrix's own errcode."""

    def __init__(self, code: str) -> None:
        self.code = code if CODE.fullmatch(code) else "an unknown code"
        super().__init__(f"The homeserver refused: {self.code}.")


class WantsPassword(MatrixRefused):
    """Says that this needs the account's password; `session` names the attempt."""

    def __init__(self, session: str) -> None:
        super().__init__("M_FORBIDDEN")
        self.session = session


class SignedOut(NeedsOperator):
    """Says that the access token opens nothing any more; a soft logout keeps the device."""

    def __init__(self, *, is_soft: bool) -> None:
        super().__init__(
            "The homeserver signed this session out. Set ATTUNE_MATRIX_PASSWORD, or a new "
            "ATTUNE_MATRIX_ACCESS_TOKEN with its ATTUNE_MATRIX_DEVICE_ID."
        )
        self.is_soft = is_soft


class IdentityLost(NeedsOperator):
    """Says that the keys of this account are not the ones kept here, and what mends it."""


class OtherAccount(NeedsOperator):
    """Says that what the folder or the token holds belongs to another account."""


def fault(code: str | None, status: int, after_ms: int | None, *, is_soft: bool) -> PlatformError:
    """Gives the fault that an answer of a homeserver stands for."""
    if code == "M_UNKNOWN_TOKEN":
        return SignedOut(is_soft=is_soft)
    if code == "M_LIMIT_EXCEEDED" or status == 429:
        return Transient("The homeserver asks for patience.", (after_ms or 5000) / 1000)
    if code is None or code == "M_UNKNOWN" or status >= 500:
        return Transient(f"The homeserver failed with status {status}.")
    return MatrixRefused(code)


async def request_once(make: Callable[[], Awaitable[object]], kind: type[R]) -> R:
    """Asks once and gives the answer of that kind. Raises Passing, Refused or SignedOut."""
    try:
        answer = await make()
    except BREAKS as broken:
        raise Transient(f"The homeserver could not be reached: {type(broken).__name__}.") from None
    except (EncryptionError, LocalProtocolError, SendRetryError) as refused:
        raise Transient(f"It cannot be encrypted yet: {type(refused).__name__}.") from None
    sent = answer.transport_response if isinstance(answer, Response) else None
    status = sent.status if sent is not None else 0
    if isinstance(answer, kind) and status >= 400:  # nio looks at bodies alone
        raise fault(None, status, None, is_soft=False)
    if isinstance(answer, kind):
        return answer
    if isinstance(answer, ErrorResponse):
        code = answer.status_code
        raise fault(code, status, answer.retry_after_ms, is_soft=answer.soft_logout)
    raise Transient("The homeserver answered with something else.")


def _pause(state: RetryCallState) -> float:
    failure = state.outcome.exception() if state.outcome is not None else None
    wanted = failure.after_s if isinstance(failure, Transient) else 0.0
    backed_off = wait_random_exponential(multiplier=SHORTEST_S, max=LONGEST_S)(state)
    return max(wanted, SHORTEST_S, backed_off)


def _note(state: RetryCallState) -> None:
    failure = state.outcome.exception() if state.outcome is not None else None
    wait = state.next_action.sleep if state.next_action is not None else 0
    log.warning("matrix: asked again later", what=str(failure), seconds=round(wait, 1))


async def patiently(make: Callable[[], Awaitable[T]], seconds: float | None = BRIEFLY_S) -> T:
    """Tries again while the fault passes, at most once a second, for so long; None: for ever."""
    retrying = AsyncRetrying(
        retry=retry_if_exception_type(Transient),
        wait=_pause,
        before_sleep=_note,
        reraise=True,
        stop=stop_never if seconds is None else stop_after_delay(seconds),
    )
    return await retrying(make)
