"""Writes the oracle numbers of ShiftTests beside this file: python3 make_fixtures.py (scipy 1.17.1, numpy 2.4.6, mpmath 1.3)."""
import json
import math
import warnings
from pathlib import Path

import mpmath
import numpy as np
from scipy import stats
from scipy.spatial.distance import jensenshannon

here = Path(__file__).parent
rng = np.random.default_rng(20240517)


def write(name, value):
    (here / name).write_text(json.dumps(value, allow_nan=False, indent=None, separators=(",", ":")) + "\n")


def splitmix(seed, count):
    """The tests' own generator, so that large samples need not be stored: uniform doubles in [0, 1)."""
    state = (np.uint64(seed) + np.arange(1, count + 1, dtype=np.uint64) * np.uint64(0x9E3779B97F4A7C15))
    state = (state ^ (state >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    state = (state ^ (state >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return ((state ^ (state >> np.uint64(31))) >> np.uint64(11)).astype(float) * 2.0 ** -53


def sample(seed, count, shape):
    u = splitmix(seed, count)
    if shape == "uniform":
        return u
    if shape == "shifted":
        return u * 0.9 + 0.05
    if shape == "moved":
        return u * 0.7 + 0.2
    if shape == "whole":
        return np.floor(u * 7)
    if shape == "more whole":
        return np.floor(u * u * 9)
    if shape == "tenths":
        return np.floor(u * 30) / 10
    if shape == "constant":
        return np.full(count, 0.1)
    if shape == "wide":
        return (u - 0.5) * 1e12 * u ** 8
    if shape == "gaps":
        return np.where(u < 0.2, np.nan, u)
    raise ValueError(shape)


def exact_tail(n, m, statistic):
    """The share of lattice paths from (0, 0) to (n, m) that reach the distance, by counting them with whole numbers."""
    gap = round(statistic * n * m)
    row = [0] * (m + 1)
    for i in range(n + 1):
        for j in range(m + 1):
            inside = abs(i * m - j * n) < gap
            row[j] = int(inside) if i == j == 0 else ((row[j] if i else 0) + (row[j - 1] if j else 0)) * inside
    paths = math.comb(n + m, n)
    return (paths - row[m]) / paths


def cramer_von_mises_limit(x):
    """The upper tail of the limit law: one minus Anderson and Darling's series, with digits to spare."""
    if x < 0.003 or x > 150:
        return float(x < 0.003)
    with mpmath.workdps(30 + int(2.5 * x)):
        x, tail = mpmath.mpf(x), mpmath.mpf(1)
        for k in range(500):
            q = mpmath.mpf(4 * k + 1) ** 2 / (16 * x)
            term = (mpmath.gamma(k + 0.5) / mpmath.gamma(k + 1) / (mpmath.pi ** 1.5 * mpmath.sqrt(x))
                    * mpmath.sqrt(4 * k + 1) * mpmath.exp(-q) * mpmath.besselk(0.25, q))
            tail -= term
            if term < mpmath.eps * tail:
                return float(tail)


def cramer_von_mises(x, y):
    """Statistic and p; a small p not as one minus a number near one, which has no digits left."""
    if min(len(x), len(y)) < 2:
        return None
    test = stats.cramervonmises_2samp(x, y)
    p = float(test.pvalue)
    if max(len(x), len(y)) > 20 and p < 1e-4:
        k, total = len(x) * len(y), len(x) + len(y)
        variance = ((total + 1) * (4 * k * total - 3 * (len(x) ** 2 + len(y) ** 2) - 2 * k)) / (180 * total ** 2 * k)
        p = cramer_von_mises_limit(1 / 6 + (test.statistic - (1 + 1 / total) / 6) / math.sqrt(45 * variance))
    return [float(test.statistic), p]


def psi_and_js(x, y):
    edges = np.unique(np.quantile(x, np.arange(1, 10) / 10))
    counts = [np.bincount(np.searchsorted(edges, v, side="right"), minlength=len(edges) + 1) for v in (x, y)]
    raw = [c / c.sum() for c in counts]
    p, q = (np.maximum(r, 1e-4) for r in raw)
    bins = int(((counts[0] + counts[1]) > 0).sum())
    threshold = stats.chi2.ppf(0.95, bins - 1) * (1 / len(x) + 1 / len(y)) if bins >= 2 else None
    return float(((p - q) * np.log(p / q)).sum()), threshold, float(np.nan_to_num(jensenshannon(*raw, base=2)))


def numeric_case(seed, n, m, shapes):
    x, y = sample(seed, n, shapes[0]), sample(seed + 1_000_003, m, shapes[1])
    case = {"seed": seed, "n": n, "m": m, "reference": shapes[0], "current": shapes[1],
            "missing": [float(np.isnan(x).mean()), float(np.isnan(y).mean())]}
    x, y = x[~np.isnan(x)], y[~np.isnan(y)]
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        ks = stats.ks_2samp(x, y)
        p = float(ks.pvalue)
        if caught:  # scipy's exact method lost its digits
            print("exact p by rational numbers:", case, ks, caught[0].message)
            p = exact_tail(len(x), len(y), ks.statistic)
        size = np.round(len(x) * len(y) / (len(x) + len(y)))
        asymptotic = float(stats.kstwo.sf(ks.statistic, size)) if size >= 1 else None
    psi, threshold, js = psi_and_js(x, y)
    case |= {"statistic": float(ks.statistic), "p": p, "asymptotic": asymptotic,
             "wasserstein": float(stats.wasserstein_distance(x, y)), "deviation": float(x.std()),
             "psi": psi, "threshold": threshold, "js": js, "energy": float(stats.energy_distance(x, y)),
             "change": float(y.mean() - x.mean()), "cvm": cramer_von_mises(x, y),
             "ratio": float(y.var() / x.var()) if x.min() < x.max() else None}
    return case


shapes = ["uniform", "shifted", "moved", "whole", "more whole", "tenths", "constant", "wide", "gaps"]
sizes = [1, 2, 3, 5, 9, 10, 11, 50, 64, 101, 255, 256, 257, 300, 999, 1000, 1500, 2048, 3000]
cases = []
for i in range(400):
    n, m = (int(v) for v in rng.choice(sizes, 2))
    if i % 5 == 0:
        m = n
    a, b = (shapes[k] for k in rng.integers(0, len(shapes), 2))
    if i % 4 == 1:
        b = a
    if "gaps" in (a, b) and min(n, m) < 9:
        continue
    cases.append(numeric_case(1000 + i, n, m, (a, b)))
for i, (n, m, a, b) in enumerate([
        (20000, 20000, "uniform", "shifted"), (20000, 13, "uniform", "moved"), (20000, 7001, "whole", "more whole"),
        (50, 20000, "tenths", "tenths"), (20000, 20000, "uniform", "uniform"), (10000, 10000, "uniform", "uniform"),
        (10000, 9999, "uniform", "shifted"), (10000, 4001, "gaps", "uniform"), (20000, 15000, "wide", "wide"),
        (1, 20000, "uniform", "uniform"), (20000, 20001, "gaps", "shifted"), (9973, 9967, "uniform", "shifted"),
        (9973, 1009, "whole", "whole"), (10000, 7919, "tenths", "tenths"), (8000, 10000, "uniform", "uniform"),
        (10000, 97, "gaps", "moved"), (6000, 9000, "whole", "more whole")]):
    cases.append(numeric_case(9000 + i, n, m, (a, b)))
write("numeric.json", cases)

small = []
for i in range(120):
    n, m = (int(v) for v in rng.integers(2, 21, 2))
    if i % 6 == 0:
        m = n
    a, b = (["uniform", "moved", "whole", "tenths", "constant"][k] for k in rng.integers(0, 5, 2))
    if i < 3:
        (n, m), a, b = [(19, 20), (20, 20), (2, 2)][i], "uniform", "shifted"
    x, y = sample(3000 + i, n, a), sample(3000 + i + 1_000_003, m, b)
    small.append({"seed": 3000 + i, "n": n, "m": m, "reference": a, "current": b, "cvm": cramer_von_mises(x, y)})
write("cramer_von_mises.json", {
    "small": small,
    "limit": [[x, cramer_von_mises_limit(x)] for x in [
        0.001, 0.003, 0.01, 0.02, 0.03, 0.05, 0.1, 0.2, 0.3473, 0.4614, 0.7435, 1.0, 1.5, 2.0, 3.0, 4.9, 5.0, 7.5, 12.0,
        20.0, 33.0, 60.0, 100.0, 149.0, 151.0]]})


def fisher(a, n, b, m):
    """Two-sided p by whole numbers where that is quick, else scipy's."""
    if n + m > 5000:
        return float(stats.fisher_exact([[a, n - a], [b, m - b]]).pvalue)
    ways = [math.comb(n, k) * math.comb(m, a + b - k) for k in range(max(0, a + b - m), min(n, a + b) + 1)]
    mine = math.comb(n, a) * math.comb(m, b)
    return sum(w for w in ways if w <= mine) / math.comb(n + m, a + b)


missing = []
for i in range(200):
    n, m = (int(v) for v in rng.choice([1, 2, 5, 17, 100, 100, 333, 1000, 2000, 30000, 1000000], 2))
    share = float(rng.choice([0, 0.001, 0.05, 0.5, 0.97, 1]))
    a, b = int(rng.binomial(n, share)), int(rng.binomial(m, min(1, share * float(rng.choice([1, 1, 1.1, 2])))))
    missing.append([a, n, b, m, fisher(a, n, b, m)])
write("missing.json", missing)

categorical = []
for i in range(150):
    k = int(rng.choice([1, 2, 2, 3, 5, 10, 40]))
    n, m = (int(v) for v in rng.choice([1, 2, 5, 20, 100, 1000, 100000], 2))
    p = rng.dirichlet(np.ones(k))
    q = p if i % 3 == 0 else rng.dirichlet(np.ones(k))
    r, c = rng.multinomial(n, p), rng.multinomial(m, q)
    used = (r + c) > 0
    case = {"reference": r.tolist(), "current": c.tolist()}
    kk = int(used.sum())
    if kk >= 2:
        t = np.array([r[used], c[used]], float)
        chi2, pvalue, dof, _ = stats.chi2_contingency(t, correction=False)
        s = min(n, m)
        scaled = np.array([t[0] * s / n, t[1] * s / m])
        N = scaled.sum()
        phi2 = stats.chi2_contingency(scaled, correction=False)[0] / N
        room = min(kk - (kk - 1) ** 2 / (N - 1) - 1, 2 - 1 / (N - 1) - 1)
        v = float(np.sqrt(max(0, phi2 - (kk - 1) / (N - 1)) / room)) if room > 1e-9 else None
        g = stats.chi2_contingency(t, correction=False, lambda_="log-likelihood")
        case |= {"g": [float(g[0]), float(g[1])]}
        case |= {"chi2": float(chi2), "dof": int(dof), "p": float(pvalue), "v": v}
    a, b = r / n, c / m
    pa, pb = np.maximum(a, 1e-4), np.maximum(b, 1e-4)
    # The floor has no effect on a category that neither sample has: both are floored alike.
    case |= {"psi": float(((pa - pb) * np.log(pa / pb)).sum()),
             "js": float(np.nan_to_num(jensenshannon(a, b, base=2)))}
    categorical.append(case)
write("categorical.json", categorical)

kolmogorov = []
for n in [1, 2, 3, 4, 5, 7, 10, 13, 20, 33, 50, 99, 100, 139, 140, 141, 142, 200, 300, 500, 1000, 2500, 5000, 10000,
          30000, 99999, 100000, 100001, 250000, 500000, 1000000]:
    scaled = np.concatenate([np.linspace(0.02, 3, 60), np.linspace(3.1, 19.5, 30)])
    distances = np.concatenate([scaled / np.sqrt(n), np.linspace(0.01, 1, 12), [0.5 / n, 0.7 / n, 1 / n, 1.3 / n, 2 / n]])
    for x in distances:
        if 0 < x <= 1:
            kolmogorov.append([n, float(x), float(stats.kstwo.sf(x, n))])
write("kolmogorov.json", kolmogorov)

chi2 = {"survival": [], "quantile": []}
for k in [1, 2, 3, 4, 5, 9, 10, 15, 30, 64, 99, 100, 500, 1000, 9999, 100000]:
    for x in np.concatenate([k * np.array([0.001, 0.1, 0.5, 0.8, 0.95, 1, 1.001, 1.05, 1.2, 2, 3]),
                             k + np.array([2, 10, 50, 200, 600, 1300])]):
        chi2["survival"].append([k, float(x), float(stats.chi2.sf(x, k))])
    for p in [1e-6, 0.01, 0.05, 0.3, 0.5, 0.9, 0.95, 0.99, 0.999999]:
        chi2["quantile"].append([k, p, float(stats.chi2.ppf(p, k))])
write("chi_square.json", chi2)

quantiles = stats.norm.ppf
write("normal_quantiles.json", {"reference": quantiles((np.arange(200) + 0.5) / 200).tolist(),
                                "current": (0.3 + 1.2 * quantiles((np.arange(150) + 0.5) / 150)).tolist()})
