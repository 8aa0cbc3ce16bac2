#!/usr/bin/env python3
"""Writes effects.json: what other programs say of paired counts, differences of shares, resampled means, temperatures
and the split of a rise of loss.

usage: make_effects.py     (needs numpy, scipy, statsmodels)
"""

import json
import os

import numpy as np
from scipy import optimize, special, stats
from statsmodels.stats.contingency_tables import mcnemar
from statsmodels.stats.proportion import confint_proportions_2indep

PAIRS = [(0, 0), (1, 0), (5, 0), (6, 0), (0, 9), (41, 12), (12, 41), (20, 16), (30, 30), (1, 30), (450, 520),
         (15000, 15400), (40000, 39000), (3, 2000)]
SHARES = [((270, 270), (30, 30)), ((268, 270), (28, 30)), ((28, 30), (375, 597)), ((0, 5), (5, 5)),
          ((1, 1), (0, 1)), ((9000, 10000), (700, 1000)), ((56, 70), (48, 80))]


def mid_p(gained, lost):
    """The exact p value of statsmodels less the chance of what was seen."""
    exact = mcnemar([[0, gained], [lost, 0]], exact=True).pvalue
    rows = gained + lost
    if gained == lost:
        return 1.0
    return exact - stats.binom.pmf(min(gained, lost), rows, 0.5)


def largest(rows):
    """The largest |gained - lost| of so many rows with a mid-p of 5 % or more."""
    return max((abs(rows - 2 * k) for k in range(rows // 2 + 1) if mid_p(k, rows - k) >= 0.05), default=0)


def shares(first, second):
    low, high = confint_proportions_2indep(*first, *second, compare="diff", method="newcomb")
    return {"first": first, "second": second, "low": low, "high": high}


def resampled(values, draws=200_000):
    """numpy's percentile interval of the mean, and the two-sided p value of a mean of 0."""
    random = np.random.default_rng(1)
    means = np.concatenate([
        random.choice(values, (1000, len(values))).mean(axis=1) for _ in range(draws // 1000)])
    low, high = np.quantile(means, [0.025, 0.975])
    lesser = min((means <= 0).mean(), (means >= 0).mean())
    return {"values": list(values), "low": low, "high": high, "p": min(1, 2 * lesser)}


def samples():
    random = np.random.default_rng(0)
    yield np.round(random.normal(0.1, 1, 200), 6)
    yield np.round(random.exponential(1, 80) ** 2 - 1.2, 6)
    yield np.round(random.standard_t(3, 333) * 0.2 + 0.03, 6)


def temperature(sharpness, rows, classes, seed):
    """Labels drawn at a temperature of about `sharpness`, and the one that scipy finds again."""
    random = np.random.default_rng(seed)
    logits = np.round(random.normal(0, 2, (rows, classes)), 4)
    labels = [int(random.choice(classes, p=special.softmax(row / sharpness))) for row in logits]
    taken = logits[np.arange(rows), labels]

    def loss(temperature):
        return np.sum(special.logsumexp(logits / temperature, axis=1) - taken / temperature)

    found = optimize.minimize_scalar(loss, bounds=(0.01, 99), method="bounded", options={"xatol": 1e-10}).x
    return {"logits": list(logits.ravel()), "classes": classes, "labels": labels, "temperature": found}


def labels_part(losses, domain, expected):
    """The part of the labels by its formula, for rows, or for resamples of rows in the last dimension but one."""
    (y, z), (c, d), ((p, q), (r, s)) = losses, domain, expected
    above = (c * c * (q - p) - c * (y - p)).mean(-1) + ((1 - d) ** 2 * (s - r) + (1 - d) * (z - s)).mean(-1)
    return above / ((c * c).mean(-1) + ((1 - d) ** 2).mean(-1))


def split(seed, rows, others, times):
    """The split of a rise by numpy, of losses, probabilities and expectations that are given."""
    random = np.random.default_rng(seed)
    counts = rows, others
    losses = np.round(random.exponential(1, rows), 5), np.round(random.exponential(1.4, others), 5)
    rise = losses[1].mean() - losses[0].mean()
    learnings, values, replicates, effective = [], [], [], []
    for _ in range(times):
        domain = np.round(random.beta(2, 4, rows), 5), np.round(random.beta(4, 2, others), 5)
        expected = [np.round(random.uniform(0.5, 1.5, (2, count)), 5) for count in counts]
        values.append(labels_part(losses, domain, expected))
        for _ in range(20):
            one, other = (random.integers(0, count, (1000, count)) for count in counts)
            replicates.append(labels_part(
                (losses[0][one], losses[1][other]), (domain[0][one], domain[1][other]),
                (expected[0][:, one], expected[1][:, other])))
        weights = domain[0], 1 - domain[1]
        effective.append([w.sum() ** 2 / (w ** 2).sum() for w in weights])
        learnings.append({"ofCurrent": [list(x) for x in domain],
                          "expected": [[list(x) for x in sample] for sample in expected]})
    low, high = np.quantile(np.concatenate(replicates), [0.025, 0.975])
    labels = np.mean(values)
    return {"losses": [list(x) for x in losses], "learnings": learnings, "rise": rise, "inputs": rise - labels,
            "labels": labels, "low": low, "high": high, "effective": list(np.mean(effective, axis=0))}


fixture = {
    "mcnemar": [
        {"gained": g, "lost": l, "p": mid_p(g, l), "largest": largest(g + l) if g + l < 1200 else None}
        for g, l in PAIRS],
    "shares": [shares(*pair) for pair in SHARES],
    "means": [resampled(values) for values in samples()],
    "temperatures": [temperature(0.6, 40, 3, 1), temperature(1.7, 60, 4, 2), temperature(3, 80, 2, 3)],
    "splits": [split(5, 60, 90, 1), split(6, 31, 20, 3)],
}
with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "effects.json"), "w") as file:
    json.dump(fixture, file, indent=1)
    file.write("\n")
