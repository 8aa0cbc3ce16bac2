"""Makes runs.json and weights.safetensors: runs of Keras's normalisation layers, to be replayed.

    KERAS_BACKEND=jax python make.py

Needs keras, jax, numpy and safetensors; made with Keras 3.15.1 on JAX 0.10.2, CPU, float32. The data
is ../parity/rnn.csv, as in ../keras-recurrent: series in their order, batches of 32 with a short last
one; of the runs that are masked series i keeps its first 1 + 5 i mod 12 steps. Tensors are named
RUN/MOMENT/TENSOR; the moments are init and end, behind the last epoch.
"""

import csv
import json
import pathlib

import keras
import numpy as np
from safetensors.numpy import save_file

HERE = pathlib.Path(__file__).parent
BATCH, EPOCHS = 32, 6
RUNS = {
    "rows-batchnorm": "flatten,batchnorm,dense:8:relu,batchnorm",
    "rows-layernorm": "flatten,layernorm,dense:8:tanh,layernorm",
    "series-both": "batchnorm,gru:9,layernorm,gru:5,batchnorm",
    "masked-batchnorm": "batchnorm,gru:7,batchnorm,gru:5",
    "masked-pooled": "dense:6:tanh,batchnorm,avgpool",
    "frozen-batchnorm": "flatten,batchnorm,dense:8:tanh,batchnorm",
}
FROZEN = {"frozen-batchnorm": "batchnorm_0"}


def data():
    with open(HERE.parent / "parity" / "rnn.csv") as file:
        rows = list(csv.reader(file))[1:]
    inputs = np.array([row[2:7] for row in rows], np.float32).reshape(-1, 12, 5)
    labels = np.array([row[7] for row in rows], np.int32).reshape(-1, 12)[:, 0]
    return inputs, labels


def network(layers, is_masked, frozen):
    result = [keras.Input((12, 5))] + [keras.layers.Masking()] * is_masked
    named, counts = [], {}
    words = [layer.split(":") for layer in layers.split(",")] + [["dense", "3", "linear"]]
    for position, (kind, *rest) in enumerate(words):
        name = f"{kind}_{counts.get(kind, 0)}"
        counts[kind] = counts.get(kind, 0) + 1
        variables = []
        if kind == "flatten":
            layer = keras.layers.Flatten()
        elif kind == "avgpool":
            layer = keras.layers.GlobalAveragePooling1D()
        elif kind == "dense":
            layer = keras.layers.Dense(int(rest[0]), activation=rest[1])
            variables = ["kernel", "bias"]
        elif kind == "gru":
            later = [word[0] for word in words[position + 1 :] if "norm" not in word[0]]
            layer = keras.layers.GRU(int(rest[0]), return_sequences=later[0] != "dense")
            variables = ["kernel", "recurrent_kernel", "bias"]
        elif kind == "batchnorm":
            layer = keras.layers.BatchNormalization()
            variables = ["gamma", "beta", "moving_mean", "moving_variance"]
        else:
            layer = keras.layers.LayerNormalization()
            variables = ["gamma", "beta"]
        layer.trainable = name != frozen
        result.append(layer)
        named += [(layer, f"{name}/{variable}") for variable in variables]
    model = keras.Sequential(result)
    # A layer's weights are its variables in the order above, trained or not.
    weights, seen = [], {}
    for layer, name in named:
        place = seen.get(id(layer), 0)
        seen[id(layer)] = place + 1
        variable = next(v for v in layer.variables if v.path.endswith("/" + name.split("/")[1])
                        and "seed" not in v.path)
        weights.append((name, variable))
    return model, weights


def main():
    runs, tensors = {}, {}
    for seed, (run, layers) in enumerate(RUNS.items()):
        keras.utils.set_random_seed(seed)
        inputs, labels = data()
        is_masked = run.startswith("masked")
        if is_masked:
            for index, series in enumerate(inputs):
                series[1 + 5 * index % 12 :] = 0
        model, weights = network(layers, is_masked, FROZEN.get(run))
        draws = np.random.default_rng(seed)
        for name, variable in weights:
            if not name.endswith("kernel"):
                noise = draws.uniform(-0.2, 0.2, variable.shape).astype(np.float32)
                variable.assign(np.asarray(variable) + noise)

        def keep(moment):
            for name, variable in weights:
                tensors[f"{run}/{moment}/{name}"] = np.array(variable, np.float32)

        keep("init")
        model.compile(
            optimizer=keras.optimizers.Adam(1e-2),
            loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True))
        history = model.fit(
            inputs, labels, batch_size=BATCH, epochs=EPOCHS, shuffle=False, verbose=0)
        keep("end")
        runs[run] = {
            "layers": layers, "masked": is_masked, "frozen": FROZEN.get(run),
            "loss": history.history["loss"],
            "evaluated": float(model.evaluate(inputs, labels, batch_size=200, verbose=0)),
        }
    (HERE / "runs.json").write_text(json.dumps(runs, indent=1) + "\n")
    save_file(tensors, HERE / "weights.safetensors")


main()
