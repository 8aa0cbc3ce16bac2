"""Makes run.json: a run of Keras's Embedding beside numbers, to be replayed.

    KERAS_BACKEND=jax python make.py

Needs keras, jax and numpy; made with Keras 3.15.1 on JAX 0.10.2, CPU, float32. A row of inputs is two
numbers, four inputs of a category of which one is 1, and another number.
"""

import json
import pathlib

import keras
import numpy as np

ROWS, CATEGORIES, DIMENSIONS = 90, 4, 3

keras.utils.set_random_seed(5)
draws = np.random.default_rng(5)
numbers = (draws.integers(-128, 128, (ROWS, 3)) / 64).astype("float32")
category = draws.integers(0, CATEGORIES, ROWS)
labels = (category + (numbers[:, 0] > 0)) % 3

columns = [keras.Input((2,)), keras.Input((), dtype="int32"), keras.Input((1,))]
embedding = keras.layers.Embedding(CATEGORIES, DIMENSIONS)
joined = keras.layers.Concatenate()([columns[0], embedding(columns[1]), columns[2]])
hidden = keras.layers.Dense(6, activation="tanh")
last = keras.layers.Dense(3)
model = keras.Model(columns, last(hidden(joined)))
weights = {
    "embedding_0/embeddings": embedding.embeddings, "dense_0/kernel": hidden.kernel,
    "dense_0/bias": hidden.bias, "dense_1/kernel": last.kernel, "dense_1/bias": last.bias,
}
initial = {name: np.asarray(weight).ravel().tolist() for name, weight in weights.items()}
model.compile(
    optimizer=keras.optimizers.Adam(0.01),
    loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True))
history = model.fit(
    [numbers[:, :2], category, numbers[:, 2:]], labels, batch_size=32, epochs=8, shuffle=False,
    verbose=0)
inputs = np.concatenate([numbers[:, :2], np.eye(CATEGORIES)[category], numbers[:, 2:]], axis=1)
run = {
    "inputs": inputs.tolist(), "labels": labels.tolist(), "kernels": initial,
    "loss": history.history["loss"], "table": np.asarray(embedding.embeddings).ravel().tolist(),
}
(pathlib.Path(__file__).parent / "run.json").write_text(json.dumps(run) + "\n")
