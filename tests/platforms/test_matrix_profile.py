"""The account's name and picture on a real homeserver: given once, and never overwritten."""

import pytest

from adapters.matrix import profile
from tests.platforms.conftest import Making
from tests.platforms.matrix_driver import MatrixDriver
from tests.platforms.synapse import HERE

pytestmark = [HERE, pytest.mark.asyncio(loop_scope="module")]


async def shown(d: MatrixDriver, what: str) -> str:
    """Gives what others see of the account."""
    found = await (await d.person("ada")).asked("GET", f"/profile/{d.bot}/{what}")
    return str(found.get(what, ""))


async def test_an_account_without_name_and_picture_is_given_both(made: Making) -> None:
    d = await made()
    assert await shown(d, "displayname") == "Attune"
    assert (await shown(d, "avatar_url")).startswith("mxc://example.org/")


async def test_what_an_operator_set_or_took_away_stays_so_after_a_restart(made: Making) -> None:
    d = await made()
    own = f"/profile/{d.bot}"
    await d.matrix.home.raw("PUT", f"{own}/displayname", {"displayname": "Quill"})
    await d.matrix.home.raw("PUT", f"{own}/avatar_url", {"avatar_url": "mxc://example.org/own"})
    await d.restart()
    assert await shown(d, "displayname") == "Quill"
    assert "Quill" in d.matrix.me.names
    assert await shown(d, "avatar_url") == "mxc://example.org/own"
    await d.matrix.home.raw("PUT", f"{own}/avatar_url", {"avatar_url": ""})
    await d.restart()
    assert await shown(d, "avatar_url") == ""
    assert profile.PICTURED.startswith("org.attune.")
