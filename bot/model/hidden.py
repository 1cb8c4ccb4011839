"""The hidden layers of the crisis floor's network, each as the mean over the pieces of a text."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

LAYERS, WIDTH = 6, 384
NAMES = tuple(f"/layers.{one}/second/LayerNormalization_output_0" for one in range(LAYERS))
Array = Any  # of numpy, which is loaded late


def layers_of(file: Path) -> Callable[[Sequence[int]], Array]:
    """Gives what turns token ids into the layers, by the network of an ONNX file."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 4
    options.enable_cpu_mem_arena = False
    # Protocol buffers that stand one after the other are read as one, their lists joined.
    model = file.read_bytes() + _tagged(7, b"".join(map(_result, NAMES)))
    providers = ["CPUExecutionProvider"]
    return partial(_layers, onnxruntime.InferenceSession(model, options, providers=providers))


def _layers(session: Any, row: Sequence[int]) -> Array:
    import numpy

    numbers = numpy.array([row], dtype=numpy.int64)
    told = session.run(list(NAMES), {"numbers": numbers, "counts": numpy.ones_like(numbers)})
    return numpy.stack([one[0].mean(0) for one in told])


def _result(name: str) -> bytes:
    """Gives one more result of a graph in ONNX's own bytes: texts, pieces, WIDTH of float32."""
    texts, pieces = (_tagged(1, _tagged(2, one)) for one in (b"texts", b"pieces"))
    shape = texts + pieces + _tagged(1, b"\x08" + _number(WIDTH))
    kind = _tagged(2, _tagged(1, b"\x08\x01" + _tagged(2, shape)))
    return _tagged(12, _tagged(1, name.encode()) + kind)


def _tagged(number: int, held: bytes) -> bytes:
    return _number(number << 3 | 2) + _number(len(held)) + held


def _number(value: int) -> bytes:
    """Gives a whole number as protocol buffers write it: seven bits a byte, the least first."""
    low, rest = value & 127, value >> 7
    return bytes([low | 128]) + _number(rest) if rest else bytes([low])
