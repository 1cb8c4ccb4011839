"""Cross-signing: three keys of the account, which sign the keys of its own device.

After the Matrix specification, version 1.11, client-server interface, 11.12.3.1. Clients that leave
out unsigned devices neither send their keys to one nor show what it says.
"""

import json
import os
from base64 import b64decode, b64encode
from dataclasses import dataclass
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

JSON = dict[str, Any]
USAGES = ("master", "self_signing", "user_signing")


@dataclass(frozen=True, slots=True)
class CrossSigning:
    """The three keys of one account. Its repr shows none of them."""

    user: str
    seeds: tuple[bytes, ...]

    def __repr__(self) -> str:
        return f"CrossSigning({self.user!r})"

    @classmethod
    def new(cls, user: str) -> "CrossSigning":
        """Makes three fresh keys."""
        return cls(user, tuple(os.urandom(32) for _ in USAGES))

    @classmethod
    def load(cls, user: str, kept: JSON | None) -> "CrossSigning | None":
        """Reads stored keys, or gives None for no keys or those of another account."""
        if kept is None or kept.get("user") != user:
            return None
        return cls(user, tuple(b64decode(kept[usage]) for usage in USAGES))

    def dump(self) -> JSON:
        """Gives the keys in the form in which they are stored."""
        pairs = zip(USAGES, self.seeds, strict=True)
        return {"user": self.user, **{usage: b64encode(seed).decode() for usage, seed in pairs}}

    def public(self, usage: str) -> str:
        """Gives the public half of one key, in unpadded base64."""
        return _unpadded(self._key(usage).public_key().public_bytes_raw())

    def upload(self) -> JSON:
        """Gives the body that makes these the account's keys."""
        master = self._object("master")
        others = {
            f"{usage}_key": self._signed("master", self._object(usage)) for usage in USAGES[1:]
        }
        return {"master_key": master, **others}

    def signed(self, device: JSON) -> JSON:
        """Gives a device's keys with the account's signature, and no other signature."""
        bare = {name: part for name, part in device.items() if name != "signatures"}
        return self._signed("self_signing", bare)

    def has_signed(self, device: JSON) -> bool:
        """Returns whether a device's keys carry a valid signature of the account."""
        said = device.get("signatures", {}).get(self.user, {})
        expected = self.signed(device)["signatures"][self.user]
        return bool(set(expected.items()) <= set(said.items()))

    def _object(self, usage: str) -> JSON:
        public = self.public(usage)
        return {"user_id": self.user, "usage": [usage], "keys": {f"ed25519:{public}": public}}

    def _signed(self, by: str, what: JSON) -> JSON:
        signature = _unpadded(self._key(by).sign(canonical(what)))
        signatures = {self.user: {f"ed25519:{self.public(by)}": signature}}
        return {**what, "signatures": signatures}

    def _key(self, usage: str) -> Ed25519PrivateKey:
        return Ed25519PrivateKey.from_private_bytes(self.seeds[USAGES.index(usage)])


def canonical(what: JSON) -> bytes:
    """Gives the bytes that are signed: canonical JSON without `signatures` and `unsigned`."""
    bare = {name: part for name, part in what.items() if name not in ("signatures", "unsigned")}
    return json.dumps(bare, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode()


def _unpadded(raw: bytes) -> str:
    return b64encode(raw).decode().rstrip("=")
