"""Which models are offered for this machine, and how much memory it has.

A model is a GGUF file with 4-bit weights, pinned to one revision; size and SHA-256 are those of its
publisher. What it needs of memory is the file, 8,192 tokens of context, and this program.
"""

import os
from dataclasses import dataclass
from pathlib import Path

GB = 10**9
_LIMITS = (  # of a container, the newer kind of cgroup and the older
    Path("/sys/fs/cgroup/memory.max"),
    Path("/sys/fs/cgroup/memory/memory.limit_in_bytes"),
)


@dataclass(frozen=True, slots=True)
class Offer:
    """A model that can be had: what it is, where it is, and what it must be once it is here.

    Args:
        size: bytes of the file.
        memory: bytes that a machine must have to run it.
    """

    name: str
    file: str
    address: str
    size: int
    sha256: str
    licence: str
    memory: int


OFFERS = (
    Offer(
        "Qwen3 4B Instruct 2507",
        "qwen3-4b-instruct-2507-q4_k_m.gguf",
        "https://huggingface.co/bartowski/Qwen_Qwen3-4B-Instruct-2507-GGUF/resolve/"
        "ae44f08e1392f39c0e474af10c3ff8355c8b6688/Qwen_Qwen3-4B-Instruct-2507-Q4_K_M.gguf",
        2_497_280_736,
        "2fde00ce69dd4899c70d020845e2638353015bba0fdf161b3eb965f2bca4464e",
        "Apache-2.0",
        6 * GB,
    ),
    Offer(
        "Qwen2.5 1.5B Instruct",
        "qwen2.5-1.5b-instruct-q4_k_m.gguf",
        "https://huggingface.co/Qwen/Qwen2.5-1.5B-Instruct-GGUF/resolve/"
        "91cad51170dc346986eccefdc2dd33a9da36ead9/qwen2.5-1.5b-instruct-q4_k_m.gguf",
        1_117_320_736,
        "6a1a2eb6d15622bf3c96857206351ba97e1af16c30d7a74ee38970e434e9407e",
        "Apache-2.0",
        3 * GB,
    ),
)


def fitting(memory: int) -> tuple[Offer, ...]:
    """Gives the models that run in so many bytes of memory, the best first."""
    return tuple(one for one in OFFERS if one.memory <= memory)


def memory_here() -> int:
    """Gives the bytes of memory this program may use: the machine's, or its container's if less."""
    whole = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    return min((whole, *_limits()))


def _limits() -> tuple[int, ...]:
    written = [one.read_text().strip() for one in _LIMITS if one.is_file()]
    return tuple(int(one) for one in written if one.isdecimal())
