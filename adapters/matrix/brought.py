"""The file that a command brings: sent with it as its caption, or the one it replies to."""

import asyncio
import re
from dataclasses import dataclass
from functools import partial
from typing import Any
from urllib.parse import quote

from nio.crypto.attachments import decrypt_attachment
from nio.exceptions import EncryptionError

from adapters.matrix.errors import BREAKS, Transient, fault, patiently
from adapters.matrix.homeserver import Homeserver
from bot.commands.of_data import NoFile
from bot.errors import PlatformError
from bot.export.taking_in import MOST_BYTES
from bot.logs import reason

JSON = dict[str, Any]
_ADDRESS = re.compile(r"mxc://([\w\[][\w.:\[\]-]{0,254})/([\w-]{1,255})", re.ASCII)
_MEDIA = "/_matrix/client/v1/media/download/{server}/{media}"
_PATIENCE_S = 30.0
_NEVER = (400, 403, 404)  # asked again, it does not come either
_UNREADABLE = (EncryptionError, LookupError, TypeError, ValueError, AttributeError)


def is_file(content: JSON) -> bool:
    """Returns whether an event is a file, of whatever kind its sender calls it."""
    return isinstance(content.get("url"), str) or isinstance(content.get("file"), dict)


@dataclass(frozen=True, slots=True)
class BroughtFiles:
    """Reads files from the bot's own homeserver alone, each up to one byte more than may be."""

    home: Homeserver
    most: int = MOST_BYTES

    async def within(self, content: JSON) -> bytes | NoFile:
        """Gives what is in the file of an event; one of an encrypted room is opened here."""
        sealed = content.get("file")
        where = sealed.get("url") if isinstance(sealed, dict) else content.get("url")
        found = _ADDRESS.fullmatch(where) if isinstance(where, str) else None
        if found is None:
            return NoFile.UNREADABLE
        try:
            path = _MEDIA.format(server=quote(found[1], safe=":"), media=found[2])
            body = await patiently(partial(self._body, path), _PATIENCE_S)
        except PlatformError:
            return NoFile.UNREADABLE
        if len(body) > self.most:
            return NoFile.TOO_LARGE  # of a sealed one a part cannot be opened
        return await asyncio.to_thread(_opened, body, sealed) if sealed is not None else body

    async def _body(self, path: str) -> bytes:
        """Gives the first bytes of a file. Raises Transient, or MatrixRefused by its status."""
        headers = {"Authorization": f"Bearer {self.home.client.access_token}"}
        body = bytearray()
        try:
            answer = await self.home.client.send("GET", path, None, headers)
            if answer.status >= 300:
                code = "M_NOT_FOUND" if answer.status in _NEVER else None
                raise fault(code, answer.status, None)
            while len(body) <= self.most and (part := await answer.content.read(self.most)):
                body += part
            answer.close()
        except BREAKS as broken:
            raise Transient(f"A file did not come: {reason(broken)}.") from None
        return bytes(body)


def _opened(body: bytes, sealed: JSON) -> bytes | NoFile:
    """Opens the file of an encrypted room; what its sender says of the key may be anything."""
    try:
        key, said = sealed["key"]["k"], sealed["hashes"]["sha256"]
        opened: bytes = decrypt_attachment(body, key, said, sealed["iv"])
    except _UNREADABLE:
        return NoFile.UNREADABLE
    return opened
