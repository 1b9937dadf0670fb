"""The ONNX graph of the sentence encoder all-MiniLM-L6-v2, built from its weights without PyTorch.

BERT (Devlin and others, 2019) with 6 layers, as Wang and others (MiniLM, 2020)
distilled it and sentence-transformers trained it: token vectors, mean over
tokens, unit length. Weights are kept in half precision, computing is in single.

The graph takes texts of one and the same number of tokens, so there is neither
padding nor mask, and a vector cannot depend on what else is in the batch.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray
from onnx import ModelProto, NodeProto, TensorProto, checker, helper, numpy_helper

Weights = Mapping[str, NDArray[np.float32]]

LAYERS, HEADS, WIDTH = 6, 12, 384
MAX_TOKENS = 256
OPSET = 20


def build(weights: Weights) -> ModelProto:
    """Return the graph: `ids`, int64 (texts, tokens) -> `vectors`, float32 (texts, 384), unit length."""
    graph = _Graph(weights)
    hidden = _embed(graph)
    for number in range(LAYERS):
        hidden = _layer(graph, hidden, f"encoder.layer.{number}.")
    _pool(graph, hidden)
    model = helper.make_model(
        helper.make_graph(
            graph.nodes,
            "all-MiniLM-L6-v2",
            [helper.make_tensor_value_info("ids", TensorProto.INT64, ["texts", "tokens"])],
            [helper.make_tensor_value_info("vectors", TensorProto.FLOAT, ["texts", WIDTH])],
            graph.constants,
        ),
        opset_imports=[helper.make_opsetid("", OPSET)],
        ir_version=10,
    )
    checker.check_model(model)
    return model


class _Graph:
    """Collects nodes and constants; each method returns the name of what it added."""

    def __init__(self, weights: Weights) -> None:
        self.weights = weights
        self.nodes: list[NodeProto] = []
        self.constants: list[TensorProto] = []

    def add(self, kind: str, *inputs: str, **attributes: Any) -> str:
        return self.add_many(kind, *inputs, outputs=1, **attributes)[0]

    def add_many(self, kind: str, *inputs: str, outputs: int, **attributes: Any) -> list[str]:
        names = [f"{kind}{len(self.nodes)}_{number}" for number in range(outputs)]
        self.nodes.append(helper.make_node(kind, list(inputs), names, **attributes))
        return names

    def constant(self, values: object, kind: type[np.generic]) -> str:
        name = f"constant{len(self.constants)}"
        self.constants.append(numpy_helper.from_array(np.ascontiguousarray(values, dtype=kind), name))
        return name

    def integers(self, *values: int) -> str:
        return self.constant(values, np.int64)

    def vector(self, name: str) -> str:
        return self.constant(self.weights[name], np.float32)

    def single(self, half: str) -> str:
        """Half precision where it is kept, single where it is used: the runtime does this once, on loading."""
        return self.add("Cast", half, to=TensorProto.FLOAT)

    def linear(self, hidden: str, matrix: NDArray[np.float32], bias: NDArray[np.float32]) -> str:
        product = self.add("MatMul", hidden, self.single(self.constant(matrix.T, np.float16)))
        return self.add("Add", product, self.constant(bias, np.float32))

    def dense(self, hidden: str, name: str) -> str:
        return self.linear(hidden, self.weights[f"{name}.weight"], self.weights[f"{name}.bias"])

    def normalize(self, hidden: str, name: str) -> str:
        scale, bias = self.vector(f"{name}.weight"), self.vector(f"{name}.bias")
        return self.add("LayerNormalization", hidden, scale, bias, axis=-1, epsilon=1e-12)


def _embed(graph: _Graph) -> str:
    """Word, position and segment vectors; there is only one segment, so it joins the positions."""
    words = graph.constant(graph.weights["embeddings.word_embeddings.weight"], np.float16)
    positions = (
        graph.weights["embeddings.position_embeddings.weight"][:MAX_TOKENS]
        + graph.weights["embeddings.token_type_embeddings.weight"][0]
    )
    tokens = graph.add("Shape", "ids", start=1, end=2)
    zero = graph.integers(0)
    # Slice, not Gather of a Range: onnxruntime 1.31 fuses the latter wrongly.
    used = graph.add("Slice", graph.constant(positions, np.float32), zero, tokens, zero)
    looked_up = graph.single(graph.add("Gather", words, "ids"))
    return graph.normalize(graph.add("Add", looked_up, used), "embeddings.LayerNorm")


def _layer(graph: _Graph, hidden: str, prefix: str) -> str:
    attended = graph.dense(_attend(graph, hidden, prefix), f"{prefix}attention.output.dense")
    hidden = graph.normalize(graph.add("Add", attended, hidden), f"{prefix}attention.output.LayerNorm")
    inner = graph.add("Gelu", graph.dense(hidden, f"{prefix}intermediate.dense"))
    outer = graph.dense(inner, f"{prefix}output.dense")
    return graph.normalize(graph.add("Add", outer, hidden), f"{prefix}output.LayerNorm")


def _attend(graph: _Graph, hidden: str, prefix: str) -> str:
    """Twelve heads at once; queries, keys and values come from one product, queries already scaled."""
    scale = np.float32((WIDTH / HEADS) ** -0.5)
    parts = [f"{prefix}attention.self.{part}" for part in ("query", "key", "value")]
    factors = (scale, np.float32(1), np.float32(1))
    matrix = np.concatenate([graph.weights[f"{p}.weight"] * f for p, f in zip(parts, factors, strict=True)])
    bias = np.concatenate([graph.weights[f"{p}.bias"] * f for p, f in zip(parts, factors, strict=True)])
    heads = graph.integers(0, 0, 3, HEADS, WIDTH // HEADS)
    split = graph.add("Reshape", graph.linear(hidden, matrix, bias), heads)
    stacked = graph.add("Transpose", split, perm=[2, 0, 3, 1, 4])
    first = graph.integers(0)
    query, key, value = (
        graph.add("Squeeze", part, first) for part in graph.add_many("Split", stacked, outputs=3, axis=0, num_outputs=3)
    )
    scores = graph.add("MatMul", query, graph.add("Transpose", key, perm=[0, 1, 3, 2]))
    mixed = graph.add("MatMul", graph.add("Softmax", scores, axis=-1), value)
    return graph.add("Reshape", graph.add("Transpose", mixed, perm=[0, 2, 1, 3]), graph.integers(0, 0, WIDTH))


def _pool(graph: _Graph, hidden: str) -> None:
    """Sum over tokens, to unit length (the mean has the same direction).

    A product with ones rather than ReduceSum, which adds in another order
    where the batch is one text.
    """
    zero, two = graph.integers(0), graph.integers(2)
    tokens = graph.add("Shape", "ids", start=1, end=2)
    ones = graph.add("Slice", graph.constant(np.ones((1, 1, MAX_TOKENS)), np.float32), zero, tokens, two)
    total = graph.add("Squeeze", graph.add("MatMul", ones, hidden), graph.integers(1))
    graph.nodes.append(helper.make_node("LpNormalization", [total], ["vectors"], axis=-1, p=2))
