"""llama.cpp inside this process: one file, served at an address that only this process can use.

xllamacpp is llama.cpp as a prebuilt wheel, with its own server (MIT). It listens on this machine
alone, at a port that was free, and answers nobody without a key that is made anew each time.
"""

import secrets
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bot.errors import ModelUnreachable, SettingsFault
from bot.logs import reason

HERE = "127.0.0.1"
QUIET = -1  # llama.cpp tells nothing, as a prompt may stand in what it tells
_MAGIC = b"GGUF"


@dataclass(frozen=True, slots=True)
class Served:
    """A file that is served: its address and key, and what keeps it there."""

    url: str
    key: str = field(repr=False)
    server: Any = field(repr=False)


def checked(file: Path) -> Path:
    """Gives the file if it can be a model and can be run here. Raises SettingsFault."""
    try:
        with file.open("rb") as read:
            begins = read.read(len(_MAGIC))
    except OSError as error:
        raise SettingsFault(
            (f"ATTUNE_MODEL_FILE: cannot be read ({reason(error)}); name a GGUF file",)
        ) from None
    if begins != _MAGIC:
        raise SettingsFault(("ATTUNE_MODEL_FILE: is no GGUF file; name one that is",))
    if not is_installed():
        raise SettingsFault(
            (
                "ATTUNE_MODEL_FILE: what runs a model here is not installed; `make local` or "
                "`pip install 'attune[local]'` installs it",
            )
        )
    return file


def is_installed() -> bool:
    """Whether llama.cpp is installed, without loading it."""
    from importlib.util import find_spec

    return find_spec("xllamacpp") is not None


def serve(file: Path, threads: int, context: int) -> Served:
    """Loads a file and serves it; blocks for as long as that takes. Raises ModelUnreachable.

    Args:
        threads: how many think; more than the cores that are free are slower, not faster.
        context: tokens of one conversation.
    """
    import xllamacpp

    key, given = secrets.token_urlsafe(32), xllamacpp.CommonParams()
    given.model.path = str(file)
    given.hostnames, given.port, given.api_keys = [HERE], 0, [key]
    given.n_ctx, given.n_parallel = context, 1
    given.cpuparams.n_threads = given.cpuparams_batch.n_threads = threads
    given.verbosity, given.ui, given.warmup = QUIET, False, False
    given.endpoint_slots = given.endpoint_props = given.endpoint_metrics = False
    try:
        server = xllamacpp.Server(given)
    except RuntimeError:
        raise ModelUnreachable("The file of the model could not be loaded.") from None
    return Served(f"{server.listening_address}/v1", key, server)
