#!/usr/bin/env python3
"""Prints how often 95 % intervals of a gap of accuracies hold the truth, and how often McNemar's tests alarm at 5 %, as
docs/shift.md shows it.

usage: docs/simulate-gaps.py     (needs numpy and scipy)
"""

import numpy as np
from scipy import stats

PAIRS = 4000
RESAMPLES = 1999
Z = stats.norm.ppf(0.975)

# accuracy and rows of one split, accuracy and rows of the other
GAPS = [("penguins, validation and test", .95, 4, .85, 121), ("demo, train and validation", .999, 270, .96, 30),
        ("demo, validation and test", .96, 30, .63, 597), ("both well", .98, 100, .97, 500),
        ("nyc_flights, validation and test", .77, 200, .71, 13_000)]
# rows, share that one model alone has right, which is that of the other as well
NULLS = [(121, .02), (597, .01), (597, .05), (13_000, .02)]


def wilson(right, rows):
    share = right / rows
    centre = share + Z * Z / (2 * rows)
    reach = Z * np.sqrt(share * (1 - share) / rows + Z * Z / (4 * rows * rows))
    return (centre - reach) / (1 + Z * Z / rows), (centre + reach) / (1 + Z * Z / rows)


def holds_newcombe(one, rows, other, others, truth):
    p, q = one / rows, other / others
    (low, high), (low2, high2) = wilson(one, rows), wilson(other, others)
    return (p - q - np.hypot(p - low, high2 - q) <= truth) & (truth <= p - q + np.hypot(high - p, q - low2))


def holds_bootstrap(random, one, rows, other, others, truth):
    # Rows that are drawn again are right by a binomial law, so that no row need be drawn.
    gaps = (random.binomial(rows, (one / rows)[:, None], (len(one), RESAMPLES)) / rows
            - random.binomial(others, (other / others)[:, None], (len(one), RESAMPLES)) / others)
    low, high = np.quantile(gaps, [0.025, 0.975], axis=1)
    return (low <= truth) & (truth <= high)


def main():
    random = np.random.default_rng(0)
    print("| splits | rows | Newcombe | percentile bootstrap |\n|---|---|---|---|")
    for name, p, rows, q, others in GAPS:
        one, other = random.binomial(rows, p, PAIRS), random.binomial(others, q, PAIRS)
        newcombe = holds_newcombe(one, rows, other, others, p - q).mean()
        bootstrap = holds_bootstrap(random, one, rows, other, others, p - q).mean()
        print(f"| {name}, {p} and {q} | {rows:,} and {others:,} | {newcombe:.1%} | {bootstrap:.1%} |")
    print("\n| rows | that one run alone has right | exact | mid-p |\n|---|---|---|---|")
    for rows, share in NULLS:
        discordant = random.binomial(rows, 2 * share, 100_000)
        gained = random.binomial(discordant, 0.5)
        lesser = np.minimum(gained, discordant - gained)
        exact = np.minimum(1, 2 * stats.binom.cdf(lesser, discordant, 0.5))
        mid = np.where(2 * lesser == discordant, 1, exact - stats.binom.pmf(lesser, discordant, 0.5))
        print(f"| {rows:,} | {share:.0%} each | {(exact < 0.05).mean():.1%} | {(mid < 0.05).mean():.1%} |")


if __name__ == "__main__":
    main()
