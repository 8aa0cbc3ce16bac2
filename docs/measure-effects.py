#!/usr/bin/env python3
"""Prints the tables of docs/shift.md on the bundled sets: how far off estimates of the accuracy without labels are, and
what part the inputs have in what is lost from train to test.

usage: docs/measure-effects.py PROGRAM [SET ...]     (PROGRAM: a release build of ridgeline)

Every third row, or series, of train.csv is kept apart as the reference of the split; the model never sees it. Needs
nothing but Python's own library.
"""

import csv
import json
import os
import statistics
import subprocess
import sys
import tempfile

from bundled_sets import DATA, METHODS, SEEDS, SETS


def run(program, *arguments):
    """What the program writes."""
    return subprocess.run([program, *arguments], check=True, capture_output=True, text=True).stdout


def divide(path, folder, options):
    """Writes two thirds of a file's rows, or series, and the other third."""
    with open(path, newline="") as file:
        header, *rows = csv.reader(file)
    key = header.index("series") if "--sequence" in options else None
    places = {}
    parts = {"learned": [header], "reference": [header]}
    for number, row in enumerate(rows):
        place = number if key is None else places.setdefault(row[key], len(places))
        parts["reference" if place % 3 == 2 else "learned"].append(row)
    for name, lines in parts.items():
        with open(os.path.join(folder, name + ".csv"), "w", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows(lines)


def measure(program, folder, files, target, options, seed):
    """The object that `evaluate` writes of a run."""
    source, train, test = (os.path.join(DATA, f"{name}.csv") for name in files)
    divide(train, folder, options)
    model = os.path.join(folder, "model.safetensors")
    result = json.loads(run(
        program, "fit", "--source", source, "--train", os.path.join(folder, "learned.csv"), "--test", test, "--target",
        target, "--json", "--quiet", "--save", model, *options, "--seed", str(seed)).splitlines()[-1])
    estimate = [] if "test_r2" in result else ["--estimate"]
    scores = json.loads(run(
        program, "evaluate", model, test, "--json", "--reference", os.path.join(folder, "reference.csv"), *estimate))
    return scores


def share(value):
    return f"{value:.3f}".replace("0.", ".", 1)


def main():
    program, *wanted = sys.argv[1:]
    estimates = ["| set | accuracy | on the reference | estimated | mean error | of base, fine-tuned, L1, L2 |",
                 "|---|---|---|---|---|---|"]
    splits = ["| set | lost | by the inputs | by the labels given them | rows in common, train and test |",
              "|---|---|---|---|---|"]
    errors = []
    for name, (*files, target, options) in SETS.items():
        if wanted and name not in wanted:
            continue
        with tempfile.TemporaryDirectory() as folder:
            runs = {method: [measure(program, folder, files, target, options + more, seed) for seed in SEEDS]
                    for method, more in METHODS.items()}
        scores = [one for method in runs.values() for one in method]
        if "estimated_accuracy" in scores[0]:
            off = {method: statistics.mean(abs(one["estimated_accuracy"] - one["accuracy"]) for one in every)
                   for method, every in runs.items()}
            error = statistics.mean(off.values())
            errors.append((error, statistics.mean(abs(one["reference"]["accuracy"] - one["accuracy"])
                                                  for one in scores)))
            means = [statistics.mean(values) for values in (
                [one["accuracy"] for one in scores], [one["reference"]["accuracy"] for one in scores],
                [one["estimated_accuracy"] for one in scores])]
            estimates.append(f"| {name} | " + " | ".join(map(share, means)) + f" | {share(error)} | "
                             + ", ".join(map(share, off.values())) + " |")
        first = runs["fine-tuned"][0]
        unit = " kt" if name == "storms" else ""

        def part(key):
            low, high = first[key + "_interval"]["low"], first[key + "_interval"]["high"]
            return f"{share(first[key])} ({share(low)} to {share(high)}){unit}"

        effective, rows = first["effective_rows"], first["gap_rows"]
        splits.append(f"| {name} | {part('gap')} | {part('gap_of_inputs')} | {part('gap_of_labels')} | "
                      f"{effective['reference']:.0f} of {rows['reference']}, {effective['current']:.0f} of "
                      f"{rows['current']} |")
        print(name, file=sys.stderr, flush=True)
    print("\n".join(estimates))
    if errors:
        print(f"\nmean over the sets {share(statistics.mean(one for one, _ in errors))}; the accuracy on the reference "
              f"taken for that on test is {share(statistics.mean(other for _, other in errors))} off\n")
    print("\n".join(splits))


if __name__ == "__main__":
    main()
