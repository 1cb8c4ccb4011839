"""The small server beside what serves: /metrics, /healthz and /readyz, on this machine alone."""

from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from typing import Final

from aiohttp import web
from prometheus_client import CollectorRegistry
from prometheus_client.exposition import CONTENT_TYPE_LATEST, generate_latest

from bot.errors import SettingsFault
from bot.logs import reason

HERE: Final = "127.0.0.1"  # never another address: what reads from elsewhere comes by a proxy
Ready = Callable[[], Mapping[str, bool]]
_TAKEN = (
    "ATTUNE_METRICS_PORT: port {port} cannot be listened on ({error}); set another one, or 0 for "
    "none"
)


@asynccontextmanager
async def answering(port: int, registry: CollectorRegistry, ready: Ready) -> AsyncIterator[None]:
    """Answers until it is left. Raises SettingsFault where the port is another's."""
    runner = web.AppRunner(_app(registry, ready), access_log=None)
    await runner.setup()
    try:
        await web.TCPSite(runner, HERE, port).start()
    except OSError as error:
        await runner.cleanup()
        said = _TAKEN.format(port=port, error=reason(error))
        raise SettingsFault((said,)) from None
    try:
        yield
    finally:
        await runner.cleanup()


def _app(registry: CollectorRegistry, ready: Ready) -> web.Application:
    app = web.Application(client_max_size=1024)

    async def metrics(_asked: web.Request) -> web.Response:
        headers = {"Content-Type": CONTENT_TYPE_LATEST}
        return web.Response(body=generate_latest(registry), headers=headers)

    async def healthz(_asked: web.Request) -> web.Response:
        return web.json_response({"alive": True})  # a blocked loop answers nothing

    async def readyz(_asked: web.Request) -> web.Response:
        parts = ready()
        is_ready = all(parts.values())
        return web.json_response({"ready": is_ready, **parts}, status=200 if is_ready else 503)

    app.router.add_get("/metrics", metrics)
    app.router.add_get("/healthz", healthz)
    app.router.add_get("/readyz", readyz)
    return app
