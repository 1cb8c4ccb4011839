"""What comes between a request and its answer: buckets of a rate limit, and faults."""

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from time import monotonic

from aiohttp import web

from tests.platforms.discord_server.rest.call import answered

FREELY = (1000, 1.0)  # requests, seconds: so that a test need not wait
AS_DISCORD = (5, 5.0)


@dataclass
class Limits:
    """One bucket a method, route and channel, told in headers; what passes it is refused."""

    bucket: tuple[int, float] = FREELY
    refused: Counter[str] = field(default_factory=Counter)  # how often one was asked to wait
    _began: dict[str, tuple[float, int]] = field(default_factory=dict)

    def take(self, method: str, path: str) -> tuple[dict[str, str], bool]:
        """Gives the headers of the request's bucket, and whether it may pass."""
        name = self._name(method, path)
        most, seconds = self.bucket
        began, count = self._began.get(name, (0.0, 0))
        now = monotonic()
        if now - began >= seconds:
            began, count = now, 0
        self._began[name] = began, count + 1
        left = began + seconds - now
        headers = {
            "X-RateLimit-Limit": str(most), "X-RateLimit-Bucket": f"b{abs(hash(name)) % 10**8}",
            "X-RateLimit-Remaining": str(max(0, most - count - 1)),
            "X-RateLimit-Reset-After": f"{left:.3f}",
        }  # fmt: skip
        return headers, count < most

    def refusal(self, path: str, headers: dict[str, str]) -> web.Response:
        """Asks to wait, as Discord does: with a `Via` header it is no ban."""
        self.refused[path] += 1
        wait = float(headers["X-RateLimit-Reset-After"])
        said = {"message": "You are being rate limited.", "retry_after": wait, "global": False}
        refusal = answered(said, 429)
        refusal.headers["Retry-After"] = str(int(wait) + 1)
        return refusal

    @staticmethod
    def _name(method: str, path: str) -> str:
        """Names the bucket: the route, with the channel or the token that tells it apart."""
        kept = re.match(r"/(channels|guilds|webhooks/\d+|interactions/\d+)/[^/]+", path)
        head = kept[0] if kept else ""
        return f"{method} {head}{re.sub(r'[0-9]+', ':id', path[len(head) :])}"


@dataclass
class Faults:
    """Faults that tests put in the way of requests, each once."""

    fails: list[tuple[str, str, int, int]] = field(
        default_factory=list
    )  # method, path, status, code
    choose: Callable[[str, str], str] | None = None  # gives "502", "lost", "hang", or ""
    limited: dict[str, int] = field(default_factory=dict)  # path: how many are asked to wait
    after: list[tuple[str, str]] = field(default_factory=list)  # done, but told as failed

    def before(self, asked: str, path: str) -> web.Response | None:
        """Gives the fault that is met in the place of an answer."""
        for place, (method, part, status, code) in enumerate(self.fails):
            if method == asked and part in path:
                del self.fails[place]
                return _failed(status, code)
        for part, left in self.limited.items():
            if part in path and left:
                self.limited[part] = left - 1
                headers = {"X-RateLimit-Reset-After": "0.3", "X-RateLimit-Limit": "5",
                           "X-RateLimit-Remaining": "0", "X-RateLimit-Bucket": "b"}  # fmt: skip
                refusal = Limits().refusal(path, headers)
                refusal.headers.update(headers)
                return refusal
        return None

    def chosen(self, asked: str, path: str) -> str:
        """Gives the fault that a test's own rule wants."""
        return self.choose(asked, path) if self.choose is not None else ""

    def loses_answer(self, asked: str, path: str) -> bool:
        """Whether what was done is told as a failure: its answer got lost."""
        for place, (method, part) in enumerate(self.after):
            if method == asked and part in path:
                del self.after[place]
                return True
        return False


def _failed(status: int, code: int) -> web.Response:
    if status == 502:
        return web.Response(status=502, text="<html>502</html>")
    return answered({"message": str(status), "code": code}, status)
