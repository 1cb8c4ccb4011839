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


# Why a device is marked only after its request. What must hold: no message is encrypted with a key
# that some device there was not given. nio marks the whole session as shared whatever came back:
# the second of three requests fails, the message goes out, and the devices of the second and third
# read "unable to decrypt" until the key changes. Here each request marks its own devices, and only
# when it came through; the session itself is marked last. So after a failure the send raises, and
# its next try asks only for the devices that are left: those before are not given it twice.
# Why members, then devices, then sessions: a device can be given nothing before it is known, and
# not known before its owner is. Who joins between that and the message was not there when it was
# said; nio ends a session when its members change, so that the next message is shared anew.
# A request that was carried out but whose answer was lost is sent again under another id: the
# device then gets the same key twice, which it keeps as one.
# The fault is `key_taken_for_shared` in `tests/platforms/broken.py`, and `test_matrix_kills.py`
# finds it.
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
