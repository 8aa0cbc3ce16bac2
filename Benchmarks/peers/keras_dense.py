"""Keras on JAX, compile and fit, for a feed-forward network. Prints rows a second (median epoch)."""
import json
import os
import sys
import time

os.environ["KERAS_BACKEND"] = "jax"
import keras
import numpy as np

widths, batch, rows, l1, l2 = json.loads(sys.argv[1])
random = np.random.default_rng(0)
inputs = random.normal(size=(rows, widths[0])).astype(np.float32)
labels = random.integers(0, widths[-1], rows).astype(np.int32)
penalty = keras.regularizers.L1L2(l1, l2) if l1 or l2 else None
network = keras.Sequential(
    [keras.Input((widths[0],))]
    + [keras.layers.Dense(w, "relu", kernel_regularizer=penalty) for w in widths[1:-1]]
    + [keras.layers.Dense(widths[-1], kernel_regularizer=penalty)]
)
network.compile(
    optimizer="adam",
    loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True),
    metrics=["accuracy"],
    jit_compile=True,
    steps_per_execution=32,
)
seconds = []


class Clock(keras.callbacks.Callback):
    def on_epoch_begin(self, *_):
        self.began = time.perf_counter()

    def on_epoch_end(self, *_):
        seconds.append(time.perf_counter() - self.began)


network.fit(inputs, labels, batch_size=batch, epochs=5, verbose=0, callbacks=[Clock()])
print(rows / sorted(seconds[1:])[1])
