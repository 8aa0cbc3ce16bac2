"""Makes runs.json and weights.safetensors: runs of Keras's recurrent layers, to be replayed.

    KERAS_BACKEND=jax python make.py

Needs keras, jax, numpy and safetensors; made with Keras 3.15.1 on JAX 0.10.2, CPU, float32. The data
is ../parity/rnn.csv: 200 series of 12 steps and 5 features, in their order, in batches of 32 with a
short last one. Of the runs that are masked series i keeps its first 1 + 5 i mod 12 steps; the others are
zero and hidden by Masking. Networks are spelled as in --layers; tensors are named RUN/MOMENT/TENSOR, with Ridgeline's
names of tensors. The moments are init and step1, behind the first batch.
"""

import csv
import json
import pathlib

import keras
import numpy as np
from safetensors.numpy import save_file

HERE = pathlib.Path(__file__).parent
BATCH = 32
EPOCHS = 6

RUNS = {
    "gru-reset-before-adam": ("gru:16:reset-before", "adam"),
    "gru-reset-before-momentum": ("gru:16:reset-before", "momentum"),
    "bi-gru-reset-before-adam": ("bi-gru:8:reset-before", "adam"),
    "lstm-adam": ("lstm:16", "adam"),
    "gru-momentum": ("gru:16", "momentum"),
    "rnn-momentum": ("rnn:16", "momentum"),
    "bi-lstm-adam": ("bi-lstm:9", "adam"),
    "bi-gru-adam": ("bi-gru:9", "adam"),
    "bi-lstm-series": ("bi-lstm:5,bi-gru:4,flatten", "adam"),
    "gru-gru-adam": ("gru:16,gru:7", "adam"),
    "lstm-avgpool": ("lstm:11,avgpool", "adam"),
    "lstm-maxpool": ("lstm:11,maxpool", "adam"),
    "lstm-flatten": ("lstm:11,flatten", "adam"),
    "dense-maxpool-ties": ("dense:4:linear,maxpool", "momentum"),
    "masked-rnn": ("rnn:9", "momentum"),
    "masked-gru-gru": ("gru:9,gru:7", "adam"),
    "masked-gru-reset-before": ("gru:9:reset-before", "adam"),
    "masked-bi-lstm": ("dense:4:tanh,bi-lstm:5,bi-gru:4", "adam"),
    "masked-bi-lstm-avgpool": ("bi-lstm:5,avgpool", "adam"),
}


def data():
    with open(HERE.parent / "parity" / "rnn.csv") as file:
        rows = list(csv.reader(file))[1:]
    inputs = np.array([row[2:7] for row in rows], np.float32).reshape(-1, 12, 5)
    labels = np.array([row[7] for row in rows], np.int32).reshape(-1, 12)[:, 0]
    return inputs, labels


def network(layers, is_masked):
    """A model, and for each of its weights the name that Ridgeline gives it."""
    result = [keras.Input((12, 5))] + [keras.layers.Masking()] * is_masked
    names, counts = [], {}
    words = [layer.split(":") for layer in layers.split(",")] + [["dense", "3", "linear"]]
    pooling = {
        "avgpool": keras.layers.GlobalAveragePooling1D,
        "maxpool": keras.layers.GlobalMaxPooling1D,
        "flatten": keras.layers.Flatten,
    }
    for position, (kind, *rest) in enumerate(words):
        name = f"{kind}_{counts.get(kind, 0)}"
        counts[kind] = counts.get(kind, 0) + 1
        if kind in pooling:
            result.append(pooling[kind]())
        elif kind == "dense":
            result.append(keras.layers.Dense(int(rest[0]), activation=rest[1]))
            names += [f"{name}/kernel", f"{name}/bias"]
        else:
            cell = kind.removeprefix("bi-")
            options = {"return_sequences": words[position + 1][0] != "dense"}
            if cell == "gru":
                options["reset_after"] = "reset-before" not in rest
            types = {
                "rnn": keras.layers.SimpleRNN,
                "gru": keras.layers.GRU,
                "lstm": keras.layers.LSTM,
            }
            layer = types[cell](int(rest[0]), **options)
            directions = [""]
            if kind != cell:
                layer = keras.layers.Bidirectional(layer)
                directions = ["forward/", "backward/"]
            result.append(layer)
            for direction in directions:
                for variable in ["kernel", "recurrent_kernel", "bias"]:
                    names.append(f"{name}/{direction}{variable}")
    model = keras.Sequential(result)
    assert len(model.weights) == len(names)
    return model, names


def compile_with(model, optimizer):
    model.compile(
        optimizer=keras.optimizers.Adam(1e-3)
        if optimizer == "adam"
        else keras.optimizers.SGD(1e-2, momentum=0.9),
        loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True),
    )


def main():
    runs, tensors = {}, {}
    for seed, (run, (layers, optimizer)) in enumerate(RUNS.items()):
        keras.utils.set_random_seed(seed)
        inputs, labels = data()
        is_masked = run.startswith("masked")
        model, names = network(layers, is_masked)
        if is_masked:
            for index, series in enumerate(inputs):
                series[1 + 5 * index % 12 :] = 0
        if run.endswith("ties"):
            # Whole numbers and halves of them, so that the largest of twelve steps is often two.
            inputs = np.round(inputs)
            model.set_weights([np.round(4 * weight) / 4 for weight in model.get_weights()])
        else:
            # Biases that are not zero tell more.
            draws = np.random.default_rng(seed)
            model.set_weights([
                weight if weight.ndim == 2 and weight.shape[0] != 2
                else weight + draws.uniform(-0.2, 0.2, weight.shape).astype(np.float32)
                for weight in model.get_weights()
            ])
        initial = model.get_weights()

        def keep(moment):
            for name, weight in zip(names, model.get_weights()):
                tensors[f"{run}/{moment}/{name}"] = np.ascontiguousarray(weight, np.float32)

        keep("init")
        compile_with(model, optimizer)
        model.fit(inputs[:BATCH], labels[:BATCH], batch_size=BATCH, shuffle=False, verbose=0)
        keep("step1")
        model.set_weights(initial)
        compile_with(model, optimizer)
        history = model.fit(
            inputs, labels, batch_size=BATCH, epochs=EPOCHS, shuffle=False, verbose=0)
        runs[run] = {
            "layers": layers,
            "optimizer": optimizer,
            "rounded": run.endswith("ties"),
            "masked": is_masked,
            "loss": history.history["loss"],
        }
    (HERE / "runs.json").write_text(json.dumps(runs, indent=1) + "\n")
    save_file(tensors, HERE / "weights.safetensors")


main()
