"""Writes transforms.json: what scikit-learn, numpy, pandas and mpmath make of columns, dates and texts.

Run in this folder: python3 make_transforms.py   (numpy 2.4, scipy 1.17, scikit-learn 1.9, pandas 3, mpmath)

`lambda` and `power` are scikit-learn's. It finds the power by a search over values of the likelihood,
which leaves about eight digits; `exact_lambda` is where the derivative is 0, and `exact_power` what comes
of it, both with 40 digits.
"""

import json

import mpmath
import numpy as np
import pandas as pd
from scipy import stats
from sklearn.preprocessing import PowerTransformer, QuantileTransformer, RobustScaler, StandardScaler

mpmath.mp.dps = 40
rng = np.random.default_rng(7)


def yeo_johnson(x, power):
    u = mpmath.log1p(abs(x))
    exponent = power if x >= 0 else 2 - power
    y = u if exponent == 0 else mpmath.expm1(exponent * u) / exponent
    return y if x >= 0 else -y


def slope(values, power):
    y = [yeo_johnson(x, power) for x in values]
    derivative = [mpmath.diff(lambda p, x=x: yeo_johnson(x, p), power) for x in values]
    mean, mean_derivative = mpmath.fsum(y) / len(y), mpmath.fsum(derivative) / len(y)
    covariance = mpmath.fsum((a - mean) * (b - mean_derivative) for a, b in zip(y, derivative))
    variance = mpmath.fsum((a - mean) ** 2 for a in y)
    jacobian = mpmath.fsum(mpmath.sign(x) * mpmath.log1p(abs(x)) for x in values)
    return jacobian / len(y) - covariance / variance


def exactly(fit, new, start):
    values = [mpmath.mpf(float(x)) for x in fit]
    power = mpmath.findroot(lambda p: slope(values, p), start, tol=1e-25)
    y = [yeo_johnson(x, power) for x in values]
    mean = mpmath.fsum(y) / len(y)
    deviation = mpmath.sqrt(mpmath.fsum((a - mean) ** 2 for a in y) / len(y))
    return float(power), [
        float((yeo_johnson(mpmath.mpf(float(x)), power) - mean) / deviation) for x in new]


def column(fit, new):
    fit, new = np.asarray(fit, float), np.asarray(new, float)
    rows, new_rows = fit[:, None], new[:, None]
    quantiles = QuantileTransformer(
        n_quantiles=1000, output_distribution="normal", subsample=None).fit(rows)
    power = PowerTransformer().fit(rows)
    exact_lambda, exact_power = exactly(fit, new, power.lambdas_[0])
    result = {
        "fit": fit.tolist(), "new": new.tolist(),
        "quantile": quantiles.transform(new_rows)[:, 0].tolist(),
        "robust": RobustScaler().fit(rows).transform(new_rows)[:, 0].tolist(),
        "lambda": power.lambdas_[0], "power": power.transform(new_rows)[:, 0].tolist(),
        "exact_lambda": exact_lambda, "exact_power": exact_power,
    }
    low, high = np.percentile(fit, [5, 90])
    limited = StandardScaler().fit(np.clip(rows, low, high))
    result["limited"] = limited.transform(np.clip(new_rows, low, high))[:, 0].tolist()
    if min(fit.min(), new.min()) > -1:
        logarithm = StandardScaler().fit(np.log1p(rows))
        result["log1p"] = logarithm.transform(np.log1p(new_rows))[:, 0].tolist()
    return result


columns = {
    "skewed": column(rng.exponential(3, 31), rng.exponential(6, 9)),
    "both signs": column(rng.normal(0.4, 2, 31).round(4), rng.normal(0, 4, 9)),
    "negative": column(-rng.gamma(2, 5, 31), -rng.gamma(2, 8, 9)),
    "ties": column(rng.integers(0, 5, 31), [0, 1, 2, 2.5, 3, 4, 7]),
    "far": column(rng.normal(50, 12, 31).round(3), rng.normal(60, 20, 9)),
    "heavy": column(rng.standard_cauchy(31), rng.standard_cauchy(9) * 3),
    "two values": column([0, 1, 1, 1, 0, 1, 1], [0, 1, 0.5]),
}

# More rows than quantiles are kept: the test makes the same column.
many = np.array([(i * 7919 % 1500) ** 2 / 7 for i in range(1500)])
places = np.array([0.0, 3.5, 1000.0, 44444.4, 160000.0, 321000.1])
large = QuantileTransformer(n_quantiles=1000, output_distribution="normal", subsample=None)
large.fit(many[:, None])


def fnv(text, buckets):
    mask = 2**64 - 1
    value = 0xCBF29CE484222325
    for byte in text.encode():
        value = (value ^ byte) * 0x100000001B3 & mask
    value = (value ^ value >> 33) * 0xFF51AFD7ED558CCD & mask
    value = (value ^ value >> 33) * 0xC4CEB9FE1A85EC53 & mask
    return (value ^ value >> 33) % buckets


def date(text):
    stamp = pd.Timestamp(text)
    utc = stamp.tz_convert("UTC").tz_localize(None) if stamp.tzinfo else stamp
    return {
        "text": text, "year": stamp.year, "month": stamp.month, "day": stamp.day,
        "weekday": stamp.isoweekday(), "yearday": stamp.day_of_year, "hour": stamp.hour,
        "minute": stamp.minute, "second": stamp.second + stamp.microsecond / 1e6,
        "time": (utc - pd.Timestamp("1970-01-01")) / pd.Timedelta(days=1),
    }


shares = [1e-7, 1e-4, 0.02, 0.075, 0.0751, 0.3, 0.5, 0.6, 0.925, 0.93, 0.999, 1 - 1e-7]
with open("transforms.json", "w") as file:
    json.dump({
        "columns": columns,
        "many": {"new": places.tolist(), "quantile": large.transform(places[:, None])[:, 0].tolist()},
        "normal": [{"share": share, "quantile": stats.norm.ppf(share)} for share in shares],
        "buckets": [
            {"text": text, "buckets": buckets, "bucket": fnv(text, buckets)}
            for text in ["", "a", "b", "Oslo", "São Paulo", "日本", "10115", "10116", " x "]
            for buckets in [2, 7, 1024, 65536]
        ],
        "dates": [date(text) for text in [
            "1970-01-01", "1969-12-31", "2000-02-29", "1999-12-31T23:59:59", "2024-05-01 13:45",
            "2024-12-30T00:00:00Z", "2024-03-10T01:30:15.25+05:30", "20240501", "20240501T134510",
            "2024/07/04", "1900-03-01", "2100-12-31T12:00-08:00",
        ]],
    }, file, indent=1)
    file.write("\n")
