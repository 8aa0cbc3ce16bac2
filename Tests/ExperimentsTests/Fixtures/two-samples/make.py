"""Writes two_samples.json: what numpy and scipy make of two samples.

The statistic is the unbiased squared maximum mean discrepancy with a Gaussian kernel whose bandwidth is
the median distance between rows; the areas are Mann and Whitney's U over the number of pairs.

    python make.py
"""

import json
from pathlib import Path

import numpy as np
from scipy.spatial.distance import pdist, squareform
from scipy.stats import mannwhitneyu

random = np.random.default_rng(20260)


def rounded(values):
    return [None if np.isnan(value) else float(f"{value:.6g}") for value in values]


def sample(count, move, categories):
    gaps = random.normal(size=count) * 3 + move
    gaps[random.random(count) < 0.15] = np.nan
    return {
        "heavy": rounded(random.standard_t(2, size=count) + move),
        "gaps": rounded(gaps),
        "category": [str(value) for value in random.choice(categories, size=count)],
    }


def inputs(*tables):
    """Numbers filled with the median, standardised and cut at 5; categories and gaps as 0 and 1."""
    columns = []
    for name in ("heavy", "gaps"):
        values = np.array([np.nan if v is None else v for t in tables for v in t[name]])
        missing = np.isnan(values)
        values[missing] = np.median(values[~missing])
        columns.append(np.clip((values - values.mean()) / values.std(), -5, 5))
        if missing.any():
            columns.append(missing.astype(float))
    spellings = np.array([v for t in tables for v in t["category"]])
    columns += [(spellings == level).astype(float) for level in np.unique(spellings)]
    return np.stack(columns, axis=1)


def discrepancy(kernel, current):
    n, m = (~current).sum(), current.sum()
    within = kernel[np.ix_(~current, ~current)].sum() / (n * (n - 1))
    other = kernel[np.ix_(current, current)].sum() / (m * (m - 1))
    return within + other - 2 * kernel[np.ix_(~current, current)].mean()


def kernel_test(move, categories):
    reference, current = sample(120, 0, ["a", "b", "c"]), sample(80, move, categories)
    rows = inputs(reference, current)
    distances = pdist(rows)
    bandwidth = np.median(distances[distances > 0])
    kernel = squareform(np.exp(-(distances**2) / (2 * bandwidth**2)))
    marks = np.arange(200) >= 120
    observed = discrepancy(kernel, marks)
    shuffled = [discrepancy(kernel, random.permutation(marks)) for _ in range(9999)]
    p = (1 + sum(value >= observed for value in shuffled)) / 10000
    return {"reference": reference, "current": current, "statistic": observed, "p": p}


def ranking(count, move, digits):
    marks = random.random(count) < 0.4
    scores = np.round(random.normal(size=count) + move * marks, digits)
    test = mannwhitneyu(scores[marks], scores[~marks], alternative="greater", method="asymptotic")
    pairs = int(marks.sum()) * int((~marks).sum())
    return {
        "scores": scores.tolist(), "marks": marks.tolist(), "area": test.statistic / pairs,
        "p": test.pvalue,
    }


fixture = {
    "kernels": [
        kernel_test(0, ["a", "b", "c"]), kernel_test(0.3, ["a", "b", "c"]),
        kernel_test(0.1, ["a", "b", "c", "new"]),
    ],
    "rankings": [ranking(60, 0, 9), ranking(90, 0.3, 1), ranking(90, -0.4, 0), ranking(300, 0.2, 2)],
}
path = Path(__file__).parent / "two_samples.json"
path.write_text(json.dumps(fixture) + "\n")
