"""The network as a file that needs no torch: ONNX, with whole numbers of eight bits as weights."""

import tempfile
import warnings
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from training.network import Network

OPSET = 17


def exported(network: Network, file: Path) -> None:
    """Writes the network to a file: `numbers` and `counts` (texts, pieces) -> `logits`."""
    one = torch.ones((2, 8), dtype=torch.int64)
    texts, pieces = {0: "texts"}, {0: "texts", 1: "pieces"}
    with tempfile.TemporaryDirectory() as name, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        whole = str(Path(name) / "whole.onnx")
        torch.onnx.export(
            network.eval(), (one, one), whole, opset_version=OPSET, dynamo=False,
            input_names=["numbers", "counts"], output_names=["logits"],
            dynamic_axes={"numbers": pieces, "counts": pieces, "logits": texts},
        )  # fmt: skip
        quantize_dynamic(
            whole, str(file), weight_type=QuantType.QInt8, per_channel=True, reduce_range=True,
            op_types_to_quantize=["MatMul", "Gather"], extra_options={"MatMulConstBOnly": True},
        )  # fmt: skip
    model = onnx.load(str(file))
    model.producer_name = model.producer_version = model.doc_string = ""
    onnx.save(model, str(file))
