"""A model of a few kilobytes, which llama.cpp loads and which says words at random.

After the GGUF specification of ggml (docs/gguf.md), version 3: magic, version, counts, key and
value pairs, tensor descriptions, then the tensors, each at a multiple of 32 bytes.
"""

import random
import struct
from pathlib import Path

WIDTH, FEED, CONTEXT, HEADS = 32, 64, 2048, 2
ALIGNED = 32
_STRING, _ARRAY, _U32, _I32, _F32, _BOOL = 8, 9, 4, 5, 6, 7
_NORMAL, _UNKNOWN, _CONTROL, _BYTE = 1, 2, 3, 6
_WORDS = ("\u2581one", "\u2581two", "\u2581three", "\u2581four", "\u2581five", ".")
TOKENS = (
    ("<unk>", _UNKNOWN),
    ("<s>", _CONTROL),
    ("</s>", _CONTROL),
    *((f"<0x{byte:02X}>", _BYTE) for byte in range(256)),
    *((word, _NORMAL) for word in _WORDS * 8),
)


_FIRST_WORD = len(TOKENS) - 8 * len(_WORDS)  # what comes before is never likely


def write(file: Path) -> Path:
    """Writes the model, the same each time, and gives its file."""
    facts = {
        "general.architecture": (_STRING, "llama"),
        "llama.context_length": (_U32, CONTEXT),
        "llama.embedding_length": (_U32, WIDTH),
        "llama.block_count": (_U32, 1),
        "llama.feed_forward_length": (_U32, FEED),
        "llama.attention.head_count": (_U32, HEADS),
        "llama.rope.dimension_count": (_U32, WIDTH // HEADS),
        "llama.attention.layer_norm_rms_epsilon": (_F32, 1e-5),
        "tokenizer.ggml.model": (_STRING, "llama"),
        "tokenizer.ggml.tokens": (_STRING, [_name(at) for at in range(len(TOKENS))]),
        "tokenizer.ggml.scores": (_F32, [-float(at) for at in range(len(TOKENS))]),
        "tokenizer.ggml.token_type": (_I32, [kind for _, kind in TOKENS]),
        "tokenizer.ggml.bos_token_id": (_U32, 1),
        "tokenizer.ggml.eos_token_id": (_U32, 2),
        "tokenizer.ggml.unknown_token_id": (_U32, 0),
    }
    head = struct.pack("<4sIQQ", b"GGUF", 3, len(_SHAPES), len(facts))
    told = b"".join(_text(name) + _valued(*value) for name, value in facts.items())
    described, held = _tensors()
    begin = head + told + described
    file.write_bytes(begin + bytes(-len(begin) % ALIGNED) + held)
    return file


def _name(at: int) -> str:
    """Gives each token a name of its own: a word that comes again ends in another letter."""
    text, kind = TOKENS[at]
    place = (at - _FIRST_WORD) // len(_WORDS)
    return f"{text}{chr(97 + place)}" if kind == _NORMAL and place else text


_SHAPES = {
    "token_embd.weight": (WIDTH, len(TOKENS)),
    "output_norm.weight": (WIDTH,),
    "output.weight": (WIDTH, len(TOKENS)),
    "blk.0.attn_norm.weight": (WIDTH,),
    "blk.0.ffn_norm.weight": (WIDTH,),
    **{f"blk.0.attn_{one}.weight": (WIDTH, WIDTH) for one in ("q", "k", "v", "output")},
    "blk.0.ffn_gate.weight": (WIDTH, FEED),
    "blk.0.ffn_up.weight": (WIDTH, FEED),
    "blk.0.ffn_down.weight": (FEED, WIDTH),
}


def _tensors() -> tuple[bytes, bytes]:
    """Gives the descriptions of the tensors, and the tensors: 32-bit floats, drawn by chance."""
    drawn, described, held = random.Random(1), b"", b""
    for name, shape in _SHAPES.items():
        described += _text(name) + struct.pack("<I", len(shape))
        described += struct.pack(f"<{len(shape)}QIQ", *shape, 0, len(held))
        count = shape[0] * (shape[1] if len(shape) > 1 else 1)
        mute = WIDTH * _FIRST_WORD if name == "output.weight" else 0
        held += bytes(4 * mute)
        held += struct.pack(f"<{count - mute}f", *(drawn.gauss(0, 2) for _ in range(count - mute)))
    return described, held


def _text(words: str) -> bytes:
    raw = words.encode()
    return struct.pack("<Q", len(raw)) + raw


def _valued(kind: int, value: object) -> bytes:
    if isinstance(value, list):
        inner = b"".join(_bare(kind, one) for one in value)
        return struct.pack("<IIQ", _ARRAY, kind, len(value)) + inner
    return struct.pack("<I", kind) + _bare(kind, value)


def _bare(kind: int, value: object) -> bytes:
    if kind == _STRING:
        return _text(str(value))
    return struct.pack({_U32: "<I", _I32: "<i", _F32: "<f"}[kind], value)
