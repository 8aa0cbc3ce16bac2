"""Writes pipeline.json: what scikit-learn and numpy make of a table with gaps.

Run in this folder: python3 make_pipeline.py   (numpy 2.4, scikit-learn 1.9)
"""

import json

import numpy as np
from sklearn.impute import SimpleImputer
from sklearn.preprocessing import MinMaxScaler, RobustScaler, StandardScaler

rng = np.random.default_rng(20)
fit = np.column_stack([
    rng.normal(50, 12, 37).round(3),
    rng.exponential(3, 37),
    rng.integers(0, 4, 37).astype(float),
    1e9 + rng.normal(0, 1, 37).round(6),
    np.where(rng.random(37) < 0.9, 5.0, 6.0),
])
fit[[3, 17, 30], 0] = np.nan
fit[[0, 5], 1] = np.nan
new = np.column_stack([
    rng.normal(70, 20, 11).round(3),
    rng.exponential(9, 11),
    rng.integers(0, 9, 11).astype(float),
    1e9 + rng.normal(1, 3, 11).round(6),
    rng.normal(5, 2, 11),
])
new[[1, 4], 0] = np.nan
new[2, 2] = np.nan

imputer = SimpleImputer(strategy="median").fit(fit)
fit_filled, new_filled = imputer.transform(fit), imputer.transform(new)
scaled = {}
for name, scaler in [("standard", StandardScaler()), ("minmax", MinMaxScaler()),
                     ("robust", RobustScaler())]:
    scaled[name] = scaler.fit(fit_filled).transform(new_filled)
scaled["shared"] = (new_filled - fit_filled.mean()) / fit_filled.std(ddof=0)
scaled["none"] = new_filled


def cells(matrix):
    return [[None if np.isnan(x) else float(x) for x in row] for row in matrix]


with open("pipeline.json", "w") as file:
    json.dump({
        "fit": cells(fit), "new": cells(new),
        "missing": [[float(x) for x in row] for row in np.isnan(new[:, :2])],
        "scaled": {name: cells(matrix) for name, matrix in scaled.items()},
        "quantiles": [
            {"values": sorted(map(float, values)), "share": share,
             "quantile": float(np.quantile(values, share))}
            for values in (fit[:, 3], fit_filled[:, 0], fit[:, 2], np.array([3.0]))
            for share in (0.0, 0.1, 0.25, 0.5, 0.75, 0.9, 1.0)
        ],
    }, file, indent=1)
    file.write("\n")
