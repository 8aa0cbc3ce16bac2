#!/usr/bin/env python3
"""Fine-tunes on every bundled set with five seeds and prints the table of docs/sample-data.md.

usage: docs/measure-sample-data.py PROGRAM [SET ...]     (PROGRAM: a release build of ridgeline)

Everything is at the program's defaults but what stands in bundled_sets.py; strengths are the
same for all sets and were not chosen by looking at test. Needs nothing but Python's own library.
"""

import json
import os
import statistics
import subprocess
import sys

from bundled_sets import DATA, METHODS, SEEDS, SETS

METHODS = {**METHODS, "L2 1e-2 to the base": ["--l2", "1e-2", "--pull", "base"]}


def score(program, files, target, options):
    """The accuracy or R2 on test at the end of a run."""
    source, train, test = (os.path.join(DATA, f"{name}.csv") for name in files)
    output = subprocess.run(
        [program, "fit", "--source", source, "--train", train, "--test", test, "--target", target,
         "--json", "--quiet", *options],
        check=True, capture_output=True, text=True).stdout
    result = json.loads(output.splitlines()[-1])
    return result["test_accuracy"] if "test_accuracy" in result else result["test_r2"]


def main():
    program, *wanted = sys.argv[1:]
    print("| set |", " | ".join(METHODS), "|")
    print("|---" * (len(METHODS) + 1) + "|")
    for name, (*files, target, options) in SETS.items():
        if wanted and name not in wanted:
            continue
        cells = []
        for method in METHODS.values():
            scores = [score(program, files, target, options + method + ["--seed", str(seed)]) for seed in SEEDS]
            cells.append(f"{statistics.mean(scores):.3f} ± {statistics.stdev(scores):.3f}".replace("0.", "."))
        print(f"| {name} |", " | ".join(cells), "|", flush=True)


main()
