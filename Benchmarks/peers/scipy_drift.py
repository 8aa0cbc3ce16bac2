"""Drift of every column as it is done in Python: polars reads, scipy makes KS and W1, numpy PSI and JS on deciles.

Prints the seconds of reading and of the statistics.
"""
import sys
import time

import numpy
import polars
from scipy.spatial.distance import jensenshannon
from scipy.stats import ks_2samp, wasserstein_distance

began = time.perf_counter()
reference, current = (polars.read_csv(path).to_numpy() for path in sys.argv[1:3])
read = time.perf_counter()
for x, y in zip(reference.T, current.T):
    ks_2samp(x, y)
    wasserstein_distance(x, y)
    edges = numpy.unique(numpy.quantile(x, numpy.arange(1, 10) / 10))
    p, q = (numpy.bincount(numpy.searchsorted(edges, v, side="right"), minlength=len(edges) + 1) / len(v)
            for v in (x, y))
    jensenshannon(p, q, base=2)
    p, q = numpy.maximum(p, 1e-4), numpy.maximum(q, 1e-4)
    ((p - q) * numpy.log(p / q)).sum()
print(read - began, time.perf_counter() - read)
