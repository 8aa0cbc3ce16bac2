"""Writes arrays.json: files of arrays as NumPy writes them, and the columns that they hold.

Run in this folder: python3 make_arrays.py   (Python 3.11, NumPy 2)
A file stands in base 64; a column is a list of numbers and nulls, or of texts and nulls.
"""

import base64
import io
import json
import zipfile

import numpy as np

cases = []


def column(values):
    """The cells of a column as JSON: missing is null."""
    cells = []
    for value in values.tolist():
        if isinstance(value, bytes):
            value = value.decode()
        if value == "" or value != value:
            value = None
        cells.append(float(value) if isinstance(value, (bool, int)) else value)
    return cells


def add(name, content, columns):
    cases.append({
        "name": name, "content": base64.b64encode(content).decode(),
        "names": list(columns), "columns": [column(values) for values in columns.values()],
    })


def saved(array, version=None):
    file = io.BytesIO()
    np.lib.format.write_array(file, array, version=version, allow_pickle=False)
    return file.getvalue()


def matrix(array, prefix="column"):
    return {f"{prefix}_{i}": array[:, i] for i in range(array.shape[1])}


random = np.random.default_rng(0)
for order in "<>":
    for kind, sizes in (("f", (2, 4, 8)), ("i", (1, 2, 4, 8)), ("u", (1, 2, 4, 8))):
        for size in sizes:
            dtype = np.dtype(f"{order}{kind}{size}")
            if kind == "f":
                array = (random.normal(size=(4, 3)) * 100).astype(dtype)
                array[1, 2] = np.nan
                array[2, 0] = np.finfo(dtype).smallest_subnormal
                array[0, 1] = np.finfo(dtype).max
            else:
                limits = np.iinfo(dtype)
                array = random.integers(limits.min, limits.max, size=(4, 3), dtype=dtype.newbyteorder("="))
                array[0, 0], array[1, 1] = limits.min, limits.max
                array = array.astype(dtype)
            add(f"{dtype.str} by rows", saved(array), matrix(array))
            add(f"{dtype.str} by columns", saved(np.asfortranarray(array)), matrix(array))

truth = np.array([[True, False], [False, True], [True, True]])
add("bool", saved(truth), matrix(truth))
vector = np.arange(5.0)
add("vector", saved(vector), {"column_0": vector})
for version in ((1, 0), (2, 0), (3, 0)):
    add(f"version {version[0]}", saved(vector, version), {"column_0": vector})
words = np.array([["Ulm", "7"], ["Köln", ""], ["日本😀", "x"]])
for dtype in ("<U5", ">U5"):
    add(f"text {dtype}", saved(words.astype(dtype)), matrix(words))
plain = np.array([b"Ulm", b"", b"K\xc3\xb6ln"])
add("bytes", saved(plain), {"column_0": plain})

records = np.zeros(3, dtype=[("x", "<f8"), ("city", "<U4"), ("count", ">i2"), ("good", "?")])
records["x"], records["city"], records["count"] = [1.5, np.nan, -2], ["Ulm", "Kiel", "Ulm"], [1, 2, 300]
records["good"] = [True, False, True]
add("records", saved(records), {name: records[name] for name in records.dtype.names})
aligned = np.zeros(2, dtype=np.dtype([("a", "i1"), ("b", "<f8")], align=True))
aligned["a"], aligned["b"] = [1, 2], [0.25, 0.5]
add("aligned records", saved(aligned), {"a": aligned["a"], "b": aligned["b"]})
umlaut = np.zeros(2, dtype=[("größe", "<f4"), ("日", "<f4")])
add("names in version 3", saved(umlaut), {name: umlaut[name] for name in umlaut.dtype.names})

X = random.normal(size=(6, 3)).astype("<f4")
y = np.array(["a", "b", "a", "c", "b", "a"])
for name, save in (("npz", np.savez), ("compressed npz", np.savez_compressed)):
    file = io.BytesIO()
    save(file, X=X, y=y, flag=np.asfortranarray(X > 0))
    add(name, file.getvalue(), {**matrix(X, "X"), "y": y, **matrix(X > 0, "flag")})
# A zip as a stream writes it: sizes stand behind the data, and only the list at the end has them.
class Stream(io.RawIOBase):
    """A file that cannot go back."""

    def __init__(self):
        self.content = b""

    def writable(self):
        return True

    def write(self, data):
        self.content += bytes(data)
        return len(data)


stream = Stream()
with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
    archive.writestr("X.npy", saved(X))
    archive.comment = b"a comment"
add("streamed npz", stream.content, matrix(X, "X"))

json.dump(cases, open("arrays.json", "w"), indent=0, ensure_ascii=False)
