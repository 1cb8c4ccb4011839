"""A homeserver's errors, translated once into PlatformErrors, and how they are retried.

nio returns errors instead of raising them; each becomes one PlatformError here.
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
from bot.logs import reason

R = TypeVar("R", bound=Response)
T = TypeVar("T")
log = structlog.get_logger()

BRIEFLY_S = 30.0  # for what may be left out: typing, receipts, an edit that another follows
SURELY_S = 900.0  # for what must be said
SHORTEST_S, LONGEST_S = 1.0, 30.0  # between two tries
CODE = re.compile(r"[A-Z][A-Z0-9_.]{1,60}")  # what a homeserver writes elsewhere is not told on
BREAKS = (ClientError, asyncio.TimeoutError, OSError, ValueError)


class Transient(PlatformAway):
    """A transient failure: the same request may succeed later."""

    def __init__(self, what: str, after_s: float = 0.0) -> None:
        super().__init__(what)
        self.after_s = after_s


class MatrixRefused(PlatformError):
    """The homeserver refused a request; `code` is Matrix's own errcode."""

    def __init__(self, code: str) -> None:
        self.code = code if CODE.fullmatch(code) else "an unknown code"
        super().__init__(f"The homeserver refused: {self.code}.")


class WantsPassword(MatrixRefused):
    """A request needs the account's password; `session` names the attempt."""

    def __init__(self, session: str) -> None:
        super().__init__("M_FORBIDDEN")
        self.session = session


class SignedOut(NeedsOperator, PlatformAway):
    """The access token is not valid, and no new one could be had.

    What was to be said waits as it does for a platform that is away, and is said at the next start.
    """

    def __init__(self) -> None:
        super().__init__(
            "The homeserver signed this session out. Set ATTUNE_MATRIX_PASSWORD, or a new "
            "ATTUNE_MATRIX_ACCESS_TOKEN with its ATTUNE_MATRIX_DEVICE_ID."
        )


class IdentityLost(NeedsOperator):
    """The keys of this account differ from those kept here; the text says what mends it."""


class OtherAccount(NeedsOperator):
    """The folder or the token belongs to another account."""


def fault(code: str | None, status: int, after_ms: int | None) -> PlatformError:
    """Gives the PlatformError for a homeserver's error answer."""
    if code == "M_UNKNOWN_TOKEN":
        return SignedOut()
    if code == "M_LIMIT_EXCEEDED" or status == 429:
        return Transient("The homeserver asks for patience.", (after_ms or 5000) / 1000)
    if code is None or code == "M_UNKNOWN" or status >= 500:
        return Transient(f"The homeserver failed with status {status}.")
    return MatrixRefused(code)


async def request_once(make: Callable[[], Awaitable[object]], kind: type[R]) -> R:
    """Sends a request once. Raises Transient, MatrixRefused or SignedOut."""
    try:
        answer = await make()
    except BREAKS as broken:
        raise Transient(f"The homeserver could not be reached: {reason(broken)}.") from None
    except (EncryptionError, LocalProtocolError, SendRetryError) as refused:
        log.debug("matrix: not encrypted yet", error=type(refused).__name__)
        raise Transient("It cannot be encrypted yet: a key is still missing.") from None
    sent = answer.transport_response if isinstance(answer, Response) else None
    status = sent.status if sent is not None else 0
    if isinstance(answer, kind) and status >= 400:  # nio looks at bodies alone
        raise fault(None, status, None)
    if isinstance(answer, kind):
        return answer
    if isinstance(answer, ErrorResponse):
        code = answer.status_code
        raise fault(code, status, answer.retry_after_ms)
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
    """Retries transient failures, at most once a second, for some seconds; None is for ever."""
    retrying = AsyncRetrying(
        retry=retry_if_exception_type(Transient),
        wait=_pause,
        before_sleep=_note,
        reraise=True,
        stop=stop_never if seconds is None else stop_after_delay(seconds),
    )
    return await retrying(make)
