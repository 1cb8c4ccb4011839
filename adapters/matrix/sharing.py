"""Shares the key of an encrypted room with every device in it before anything is sent.

nio does this inside a send, but counts a failed request as answered: a device that was left out
could then read nothing.
"""

from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any
from uuid import uuid4

from nio import AsyncClient, JoinedMembersResponse, KeysClaimResponse, Response

from adapters.matrix.errors import Transient, request_once

Asking = Callable[[str, str, object], Awaitable[object]]


async def share_key(client: AsyncClient, room: str, ask: Asking) -> None:
    """Makes sure that every device in an encrypted room has its key.

    Raises PlatformError if a request failed; a retry sends no device the key twice.

    Args:
        ask: sends method, path and body once, and raises if that failed.
    """
    found = client.rooms.get(room)
    if client.olm is None or found is None:
        raise Transient("The homeserver told nothing of the room yet.")
    if not found.encrypted:
        return
    if not found.members_synced:
        await request_once(partial(client.joined_members, room), JoinedMembersResponse)
    if client.should_query_keys:
        # A device that came with the message that is answered must be able to read the answer.
        await request_once(client.keys_query, Response)
    if client.olm.should_share_group_session(room):
        await _share(client, room, ask, list(found.users))


async def _share(client: AsyncClient, room: str, ask: Asking, users: list[str]) -> None:
    missing = client.get_missing_sessions(room)
    if missing:
        await request_once(partial(client.keys_claim, missing), KeysClaimResponse)
    requests = client.olm.share_group_session_parallel(room, users, ignore_unverified_devices=True)
    devices: set[tuple[str, str]]
    messages: dict[str, Any]
    for devices, messages in requests:
        await ask("PUT", f"/sendToDevice/m.room.encrypted/{uuid4()}", messages)
        client.olm.outbound_group_sessions[room].users_shared_with.update(devices)
    client.olm.outbound_group_sessions[room].shared = True
