"""Whether a homeserver answers at an address, and what is said where none does."""

import asyncio
import ssl
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from aiohttp import web
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from adapters.matrix.reaching import homeserver

Answer = Callable[[web.Request], Awaitable[web.StreamResponse]]


@asynccontextmanager
async def serving(answer: Answer, secure: ssl.SSLContext | None = None) -> AsyncIterator[str]:
    """Gives host and port of a web server that answers everything so."""
    app = web.Application()
    app.router.add_route("*", "/{path:.*}", answer)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0, ssl_context=secure).start()
    host, port = runner.addresses[0][:2]
    yield f"{host}:{port}"
    await runner.cleanup()


async def versions(_request: web.Request) -> web.StreamResponse:
    return web.json_response({"versions": ["v1.11"]})


async def page(_request: web.Request) -> web.StreamResponse:
    return web.Response(text="<html>It works</html>", content_type="text/html")


async def elsewhere(request: web.Request) -> web.StreamResponse:
    if request.path != "/.well-known/matrix/client":
        return web.json_response({"errcode": "M_UNRECOGNIZED"}, status=404)
    return web.json_response({"m.homeserver": {"base_url": "https://matrix.example.org/"}})


async def never(_request: web.Request) -> web.StreamResponse:
    await asyncio.Event().wait()
    raise AssertionError


def untrusted(folder: Path) -> ssl.SSLContext:
    """Gives a certificate that signed itself."""
    key, began = ec.generate_private_key(ec.SECP256R1()), datetime(2020, 1, 1, tzinfo=UTC)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "127.0.0.1")])
    made = x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
    made = made.not_valid_before(began).not_valid_after(began + timedelta(days=36500))
    signed = made.sign(key, hashes.SHA256()).public_bytes(serialization.Encoding.PEM)
    form = serialization.PrivateFormat.PKCS8
    secret = key.private_bytes(serialization.Encoding.PEM, form, serialization.NoEncryption())
    (folder / "both.pem").write_bytes(secret + signed)
    secure = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    secure.load_cert_chain(folder / "both.pem")
    return secure


@pytest.mark.parametrize("slash", ["", "/"])
async def test_a_homeserver_is_found_with_and_without_a_slash_at_the_end(slash: str) -> None:
    async with serving(versions) as at:
        assert await homeserver(f"http://{at}{slash}") == (
            True,
            f"homeserver at http://{at}: it answers",
        )


async def test_a_web_server_that_is_no_homeserver_is_named_as_that() -> None:
    async with serving(page) as at:
        is_well, what = await homeserver(f"http://{at}")
    assert (is_well, "it is no homeserver" in what) == (False, True)


async def test_where_a_domain_names_its_homeserver_that_address_is_given() -> None:
    async with serving(elsewhere) as at:
        is_well, what = await homeserver(f"http://{at}")
    assert (is_well, "Set ATTUNE_MATRIX_HOMESERVER" in what) == (False, True)
    assert "https://matrix.example.org." in what


async def test_https_where_http_is_spoken_is_told_at_once() -> None:
    async with serving(versions) as at:
        is_well, what = await homeserver(f"https://{at}")
    assert (is_well, "it may speak http." in what) == (False, True)


async def test_http_where_https_is_spoken_is_told(tmp_path: Path) -> None:
    async with serving(versions, untrusted(tmp_path)) as at:
        is_well, what = await homeserver(f"http://{at}")
        is_trusted, why = await homeserver(f"https://{at}")
    assert (is_well, "https" in what.partition("://")[2]) == (False, True)
    assert (is_trusted, "certificate" in why) == (False, True)


async def test_what_never_answers_is_not_waited_for() -> None:
    async with serving(never) as at:
        is_well, what = await homeserver(f"http://{at}", 0.05)
    assert (is_well, "nothing came" in what) == (False, True)


async def test_what_takes_a_connection_and_speaks_no_tls_is_not_waited_for() -> None:
    is_told = asyncio.Event()

    async def silent(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await is_told.wait()
        writer.close()

    server = await asyncio.start_server(silent, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    is_well, what = await homeserver(f"https://127.0.0.1:{port}", 0.2)
    is_told.set()
    server.close()
    await asyncio.sleep(0)
    assert (is_well, "it may speak http and not this" in what) == (False, True)


async def test_an_address_where_nothing_answers_is_named() -> None:
    is_well, what = await homeserver("http://127.0.0.1:9")
    assert not is_well
    assert "ATTUNE_MATRIX_HOMESERVER" in what
