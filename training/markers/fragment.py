"""A branch as part of a network's file: its nodes begin where a layer of `crisis.onnx` ends.

Protocol buffers that stand one after the other are read as one, their lists joined: put behind
`crisis.onnx`, the part makes one network with one pass and both results.
"""

import tempfile
import warnings
from pathlib import Path

import onnx
import torch
from onnx import GraphProto
from onnxruntime.quantization import QuantType, quantize_dynamic

from bot.model.marking import RESULT
from training.export import OPSET
from training.markers.branch import BELOW, Branch
from training.network import WIDTH

BEGINS = f"/layers.{BELOW - 1}/second/LayerNormalization_output_0"
NAMES = {"below": BEGINS, "counts": "counts", RESULT: RESULT}


def fragment(branch: Branch) -> bytes:
    """Gives the part of a file that tells RESULT, with whole numbers of eight bits as weights."""
    graph = _small(branch).graph
    _renamed(graph)
    part = onnx.ModelProto()
    part.graph.node.extend(graph.node)
    part.graph.initializer.extend(graph.initializer)
    part.graph.output.extend(graph.output)
    return part.SerializeToString()


def _small(branch: Branch) -> onnx.ModelProto:
    below, counts = torch.ones((2, 8, WIDTH)), torch.ones((2, 8), dtype=torch.int64)
    texts, pieces = {0: "texts"}, {0: "texts", 1: "pieces"}
    with tempfile.TemporaryDirectory() as name, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        whole, small = str(Path(name) / "whole.onnx"), str(Path(name) / "small.onnx")
        torch.onnx.export(
            branch.eval(), (below, counts), whole, opset_version=OPSET, dynamo=False,
            input_names=["below", "counts"], output_names=[RESULT],
            dynamic_axes={"below": pieces, "counts": pieces, RESULT: texts},
        )  # fmt: skip
        quantize_dynamic(
            whole, small, weight_type=QuantType.QInt8, per_channel=True, reduce_range=True,
            op_types_to_quantize=["MatMul"], extra_options={"MatMulConstBOnly": True},
        )  # fmt: skip
        return onnx.load(small)


def _renamed(graph: GraphProto) -> None:
    """Gives what is in a graph names of its own, but for where it begins and what it tells."""
    for node in graph.node:
        node.name = _own(node.name)
        for names in (node.input, node.output):
            names[:] = [NAMES.get(name, _own(name)) for name in names]
    for kept in graph.initializer:
        kept.name = _own(kept.name)


def _own(name: str) -> str:
    return f"markers/{name}" if name else ""
