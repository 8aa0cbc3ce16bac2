"""Writes the fixtures of FormatsTests with the format's own library.

Needs numpy and safetensors 0.8.0: python make_fixtures.py
"""

import json
import struct

import numpy as np
from safetensors import safe_open
from safetensors.numpy import save_file

kernel = np.arange(6, dtype=np.float32).reshape(2, 3) / 4 - 0.5
bias = np.array([1e-38, -0.0, 3.4e38], dtype=np.float32)
save_file(
    {"dense_0/kernel": kernel, "dense_0/bias": bias, "scalar": np.array(7, dtype=np.float32),
     "empty": np.zeros((0, 4), dtype=np.float32)},
    "plain.safetensors",
    metadata={"author": 'quotes " and \\ and \n', "größe": "zwölf"},
)
save_file(
    {"double": np.array([0.1, -2.5], dtype=np.float64),
     "half": np.array([1.0, -0.333251953125, 6e-8, 65504, np.inf], dtype=np.float16)},
    "types.safetensors",
)
save_file({"counts": np.array([1, 2], dtype=np.int64)}, "integers.safetensors")

# What our writer is expected to write, byte for byte, put together by hand here and then loaded by the
# format's own library.
header = {
    "__metadata__": {"format": "ridgeline", "text": 'a "b" \n ü'},
    "dense_0/kernel": {"dtype": "F32", "shape": [2, 1], "data_offsets": [0, 8]},
    "dense_0/bias": {"dtype": "F32", "shape": [1], "data_offsets": [8, 12]},
}
text = json.dumps(header, separators=(",", ":"), ensure_ascii=False).replace("\\n", "\\u000a")
text = text.encode()
text += b" " * (-len(text) % 8)
with open("written.safetensors", "wb") as file:
    file.write(struct.pack("<Q", len(text)) + text + struct.pack("<3f", 0.5, -1.25, 0))
with safe_open("written.safetensors", framework="numpy") as file:
    assert file.metadata() == header["__metadata__"]
    assert file.get_tensor("dense_0/kernel").tolist() == [[0.5], [-1.25]]
    assert file.get_tensor("dense_0/bias").tolist() == [0]
