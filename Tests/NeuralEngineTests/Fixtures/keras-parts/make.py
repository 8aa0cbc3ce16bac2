"""Makes parts.json: what Keras says of single activations and optimisers.

    KERAS_BACKEND=jax python make.py

Needs keras, jax and numpy; made with Keras 3.15.1 on JAX 0.10.2, CPU, float32.
"""

import json
import pathlib

import jax
import keras
import numpy as np

HERE = pathlib.Path(__file__).parent
SUMS = [-30.0, -6.5, -2.0, -1.0, -0.3, -1e-3, 1e-3, 0.4, 1.0, 2.5, 7.0, 30.0]
ACTIVATIONS = {
    "leaky-relu": keras.activations.leaky_relu,
    "elu": keras.activations.elu,
    "selu": keras.activations.selu,
    "silu": keras.activations.silu,
    "softplus": keras.activations.softplus,
    "relu": keras.activations.relu,
    "tanh": keras.activations.tanh,
    "sigmoid": keras.activations.sigmoid,
    "gelu": lambda z: keras.activations.gelu(z, approximate=False),
}


def activations():
    sums = np.array(SUMS, np.float32)
    return {
        name: {
            "values": [float(v) for v in f(sums)],
            "slopes": [float(v) for v in jax.vmap(jax.grad(lambda z: f(z).sum()))(sums[:, None])[:, 0]],
        }
        for name, f in ACTIVATIONS.items()
    }


OPTIMIZERS = {
    "sgd": lambda **o: keras.optimizers.SGD(**o),
    "nesterov": lambda **o: keras.optimizers.SGD(momentum=0.9, nesterov=True, **o),
    "adam": lambda **o: keras.optimizers.Adam(**o),
    "amsgrad": lambda **o: keras.optimizers.Adam(amsgrad=True, **o),
    "adamw": lambda **o: keras.optimizers.AdamW(**o),
    "rmsprop": lambda **o: keras.optimizers.RMSprop(**o),
    "adagrad": lambda **o: keras.optimizers.Adagrad(**o),
    "nadam": lambda **o: keras.optimizers.Nadam(**o),
    "lion": lambda **o: keras.optimizers.Lion(**o),
    "adam-clip-norm": lambda **o: keras.optimizers.Adam(global_clipnorm=0.7, **o),
    "sgd-clip-norm": lambda **o: keras.optimizers.SGD(global_clipnorm=0.7, **o),
    "sgd-clip-value": lambda **o: keras.optimizers.SGD(clipvalue=0.2, **o),
    "adam-ema": lambda **o: keras.optimizers.Adam(use_ema=True, ema_momentum=0.8, **o),
}
FEATURES, ROWS, STEPS = 5, 12, 25


def problem():
    """A linear regression; its numbers are multiples of 1/64, so that text keeps them."""
    draws = np.random.default_rng(7)
    inputs = draws.integers(-128, 128, (ROWS, FEATURES)) / 64
    targets = draws.integers(-128, 128, (ROWS, 1)) / 64
    start = draws.integers(-32, 32, (FEATURES, 1)) / 64
    return inputs.astype("float32"), targets.astype("float32"), start.astype("float32")


def trajectory(optimizer, steps=STEPS, **options):
    """The kernel and bias behind some steps on one batch."""
    inputs, targets, start = problem()
    model = keras.Sequential([keras.Input((FEATURES,)), keras.layers.Dense(1, **options)])
    model.set_weights([start, np.zeros(1, "float32")])
    model.compile(optimizer, loss="mse")
    model.fit(inputs, targets, batch_size=ROWS, epochs=steps, shuffle=False, verbose=0)
    kernel, bias = model.get_weights()
    return [float(v) for v in kernel[:, 0]] + [float(bias[0])]


CLASSES = 4


def loss_cases():
    """Losses of logits or outputs by hand, with and without weights of rows."""
    draws = np.random.default_rng(3)
    rows = 9
    logits = (draws.integers(-256, 256, (rows, CLASSES)) / 64).astype("float32")
    labels = draws.integers(0, CLASSES, rows)
    outputs = (draws.integers(-192, 192, (rows, 1)) / 64).astype("float32")
    truth = draws.integers(0, 2, (rows, 1))
    targets = (draws.integers(-192, 192, (rows, 1)) / 64).astype("float32")
    weights = (draws.integers(0, 128, rows) / 64).astype("float32")
    hot = np.eye(CLASSES, dtype="float32")[labels]
    makers = {
        "crossentropy": keras.losses.CategoricalCrossentropy(from_logits=True),
        "smoothed": keras.losses.CategoricalCrossentropy(from_logits=True, label_smoothing=0.1),
        "focal": keras.losses.CategoricalFocalCrossentropy(from_logits=True),
        "focal-smoothed": keras.losses.CategoricalFocalCrossentropy(
            from_logits=True, alpha=0.6, gamma=1.5, label_smoothing=0.1),
        "binary": keras.losses.BinaryCrossentropy(from_logits=True),
        "binary-smoothed": keras.losses.BinaryCrossentropy(from_logits=True, label_smoothing=0.2),
        "mse": keras.losses.MeanSquaredError(),
        "mae": keras.losses.MeanAbsoluteError(),
        "huber": keras.losses.Huber(),
        "huber-0.5": keras.losses.Huber(delta=0.5),
    }
    results = {}
    for name, loss in makers.items():
        if name.startswith(("binary", "mse", "mae", "huber")):
            y, z = (truth if name.startswith("binary") else targets), outputs
        else:
            y, z = hot, logits
        results[name] = {
            "plain": float(loss(y, z)),
            "weighted": float(loss(y, z, sample_weight=weights)),
            "gradient": np.asarray(
                jax.grad(lambda z: loss(y, z, sample_weight=weights))(z)).ravel().tolist(),
        }
    return {
        "logits": logits.ravel().tolist(), "labels": labels.tolist(),
        "outputs": outputs.ravel().tolist(), "truth": truth.ravel().tolist(),
        "targets": targets.ravel().tolist(), "weights": weights.tolist(), "results": results,
    }


SCHEDULES = {
    "exponential": keras.optimizers.schedules.ExponentialDecay(1.0, 7, 0.3),
    "step": keras.optimizers.schedules.ExponentialDecay(1.0, 7, 0.3, staircase=True),
    "cosine": keras.optimizers.schedules.CosineDecay(1.0, 20),
    "cosine-warm": keras.optimizers.schedules.CosineDecay(
        0.0, 20, warmup_target=1.0, warmup_steps=6),
}


def main():
    inputs, targets, start = problem()
    parts = {
        "sums": SUMS,
        "activations": activations(),
        "problem": {
            "inputs": inputs.ravel().tolist(),
            "targets": targets.ravel().tolist(),
            "start": start.ravel().tolist(),
        },
        "schedules": {
            name: [float(schedule(step)) for step in range(30)]
            for name, schedule in SCHEDULES.items()
        },
        "losses": loss_cases(),
        "optimizers": {
            name: trajectory(make(learning_rate=0.01)) for name, make in OPTIMIZERS.items()
        },
        "penalties": {
            "max-norm": trajectory(
                keras.optimizers.Adam(0.01), kernel_constraint=keras.constraints.MaxNorm(0.45)),
            "biases": trajectory(
                keras.optimizers.SGD(0.01), kernel_regularizer=keras.regularizers.L2(0.3),
                bias_regularizer=keras.regularizers.L2(0.3)),
        },
    }
    (HERE / "parts.json").write_text(json.dumps(parts, indent=1) + "\n")


if __name__ == "__main__":
    main()
