"""Translates the errors of the model's library into this program's errors, once.

No such error holds, as text or as cause, anything that the endpoint or the library said.
"""

import httpx2
from openai import APIConnectionError, APIStatusError, APITimeoutError, OpenAIError

from bot.errors import ModelBusy, ModelError, ModelRefused, ModelUnreachable

# What comes out of the libraries: malformed events are a bare ValueError, deadlines TimeoutError.
FOREIGN = (OpenAIError, httpx2.HTTPError, ValueError, TimeoutError)
NO_REPLY = "The endpoint answered, but not with a reply."
KEY_REFUSED = (401, 403)
_REFUSALS = {
    401: "did not accept the key",
    403: "did not accept the key",
    404: "knows no such address or model",
    429: "allows no more requests just now",
}


def translated(error: Exception) -> ModelError:
    """Gives this program's error for an error of the library."""
    match error:
        case APITimeoutError() | TimeoutError() | httpx2.TimeoutException():
            return ModelUnreachable("The endpoint did not answer in time.")
        case APIStatusError():
            return refusal(error.status_code)
        case APIConnectionError() | httpx2.HTTPError():
            return unreachable()
        case _:
            return ModelRefused(NO_REPLY)


def unreachable() -> ModelError:
    """Gives the error for an endpoint that nobody reached."""
    return ModelUnreachable("The endpoint could not be reached.")


def refusal(status: int) -> ModelError:
    """Gives the error for an answer with such a status."""
    if status >= 500:
        return ModelUnreachable(f"The endpoint is out of order (status {status}).")
    other = "points to another address" if status < 400 else "did not accept the request"
    kind = ModelBusy if status == 429 else ModelRefused
    return kind(f"The endpoint {_REFUSALS.get(status, other)} (status {status}).")
