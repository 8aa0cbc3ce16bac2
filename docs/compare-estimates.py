#!/usr/bin/env python3
"""Compares ways to estimate the accuracy on test without its labels, as docs/shift.md tells.

usage: docs/compare-estimates.py PROGRAM     (PROGRAM: a release build of ridgeline; needs numpy and scipy)

A tenth of train.csv is kept apart as the validation rows that every way may look at. Prints for each the mean of
|estimate - accuracy| over four methods of fine-tuning and five seeds, by set and over the sets.
"""

import csv
import importlib.util
import os
import subprocess
import sys
import tempfile

import numpy as np
from scipy import optimize, special

FOLDER = os.path.dirname(os.path.abspath(__file__))
specification = importlib.util.spec_from_file_location("effects", os.path.join(FOLDER, "measure-effects.py"))
effects = importlib.util.module_from_spec(specification)
specification.loader.exec_module(effects)


def divide(path, folder, options, seed):
    """Writes nine tenths of a file's rows, or series, and the last tenth, drawn by the seed."""
    with open(path, newline="") as file:
        header, *rows = csv.reader(file)
    key = header.index("series") if "--sequence" in options else None
    names = [row[key] if key is not None else number for number, row in enumerate(rows)]
    distinct = list(dict.fromkeys(names))
    drawn = np.random.default_rng(seed).choice(len(distinct), max(1, len(distinct) // 10), replace=False)
    kept = {distinct[place] for place in drawn}
    for name, wanted in (("learned", False), ("validation", True)):
        with open(os.path.join(folder, name + ".csv"), "w", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows(
                [header] + [row for name, row in zip(names, rows) if (name in kept) == wanted])


def answers(path, target, options):
    """The target of each row, or series."""
    with open(path, newline="") as file:
        rows = list(csv.DictReader(file))
    if "--sequence" not in options:
        return [row[target] for row in rows]
    return list({row["series"]: row[target] for row in rows}.values())


def logits(program, model, path):
    """The logits of each row, up to a constant, and the classes."""
    text = effects.run(program, "predict", model, path)
    header, *rows = csv.reader(text.splitlines())
    columns = [place for place, name in enumerate(header) if name.startswith("p_")]
    shares = np.array([[float(row[place]) for place in columns] for row in rows])
    return np.log(np.clip(shares, 1e-300, 1)), [header[place][2:] for place in columns]


def temperature(z, labels):
    def loss(logarithm):
        scaled = z / np.exp(logarithm)
        return np.mean(special.logsumexp(scaled, axis=1) - scaled[np.arange(len(labels)), labels])
    return np.exp(optimize.minimize_scalar(loss, bounds=(-3, 4), method="bounded").x)


def above_threshold(scores, right, others):
    """The share of `others` above the score that leaves out as many rows as are wrong (ATC)."""
    errors = 1 - right.mean()
    threshold = np.quantile(scores, errors) if errors > 0 else scores.min()
    return (others >= threshold).mean()


def estimates(z, labels, others):
    right = z.argmax(1) == labels
    best = temperature(z, labels)
    soft = max(1, best)

    def confidence(values, heat=1.0):
        return special.softmax(values / heat, axis=1).max(1)

    def certainty(values):
        shares = special.softmax(values, axis=1)
        return special.xlogy(shares, shares).sum(1)

    return {
        "confidence": confidence(others).mean(),
        "confidence, any temperature": confidence(others, best).mean(),
        "confidence, temperature of 1 or more": confidence(others, soft).mean(),
        "difference of confidences": right.mean() - confidence(z).mean() + confidence(others).mean(),
        "the same, temperature of 1 or more":
            right.mean() - confidence(z, soft).mean() + confidence(others, soft).mean(),
        "threshold of confidence": above_threshold(confidence(z), right, confidence(others)),
        "threshold of entropy": above_threshold(certainty(z), right, certainty(others)),
        "accuracy on validation": right.mean(),
    }


def main():
    program, = sys.argv[1:]
    errors = {}
    for name, (*files, target, options) in effects.SETS.items():
        if name == "storms":
            continue
        source, train, test = (os.path.join(effects.DATA, f"{file}.csv") for file in files)
        for more in effects.METHODS.values():
            for seed in effects.SEEDS:
                with tempfile.TemporaryDirectory() as folder:
                    divide(train, folder, options, seed)
                    learned, kept, model = (
                        os.path.join(folder, part) for part in ("learned.csv", "validation.csv", "m.safetensors"))
                    subprocess.run(
                        [program, "fit", "--source", source, "--train", learned, "--target", target,
                         "--validation-split", "0", "--quiet", "--save", model, *options, *more, "--seed", str(seed)],
                        check=True, capture_output=True)
                    z, classes = logits(program, model, kept)
                    others, _ = logits(program, model, test)
                    labels = np.array([classes.index(one) for one in answers(kept, target, options)])
                    truth = np.array([classes.index(one) for one in answers(test, target, options)])
                accuracy = (others.argmax(1) == truth).mean()
                for way, value in estimates(z, labels, others).items():
                    errors.setdefault(way, {}).setdefault(name, []).append(abs(np.clip(value, 0, 1) - accuracy))
        print(name, file=sys.stderr, flush=True)
    names = list(next(iter(errors.values())))
    print("| estimate |", " | ".join(names), "| mean |\n" + "|---" * (len(names) + 2) + "|")
    for way, sets in errors.items():
        means = [np.mean(sets[name]) for name in names]
        print(f"| {way} |", " | ".join(effects.share(value) for value in means + [np.mean(means)]), "|")


if __name__ == "__main__":
    main()
