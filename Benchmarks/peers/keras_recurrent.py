"""Keras on JAX, compile and fit, for a recurrent network. Prints series a second (median epoch)."""
import json
import os
import sys
import time

os.environ["KERAS_BACKEND"] = "jax"
import keras
import numpy as np

kind, features, units, steps, classes, batch, rows = json.loads(sys.argv[1])
random = np.random.default_rng(0)
inputs = random.normal(size=(rows, steps, features)).astype(np.float32)
labels = random.integers(0, classes, rows).astype(np.int32)
layer = {"gru": keras.layers.GRU, "lstm": keras.layers.LSTM}[kind]
network = keras.Sequential(
    [keras.Input((steps, features)), layer(units), keras.layers.Dense(classes)]
)
network.compile(
    optimizer="adam",
    loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True),
    metrics=["accuracy"],
    jit_compile=True,
    steps_per_execution=16,
)
seconds = []


class Clock(keras.callbacks.Callback):
    def on_epoch_begin(self, *_):
        self.began = time.perf_counter()

    def on_epoch_end(self, *_):
        seconds.append(time.perf_counter() - self.began)


network.fit(inputs, labels, batch_size=batch, epochs=5, verbose=0, callbacks=[Clock()])
print(rows / sorted(seconds[1:])[1])
