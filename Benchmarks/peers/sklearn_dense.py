"""scikit-learn's MLPClassifier (L2 alone; it has no L1). Prints rows a second (median epoch)."""
import json
import sys
import time
import warnings

import numpy as np
from sklearn.neural_network import MLPClassifier

widths, batch, rows, _, l2 = json.loads(sys.argv[1])
random = np.random.default_rng(0)
inputs = random.normal(size=(rows, widths[0])).astype(np.float32)
labels = random.integers(0, widths[-1], rows)
warnings.simplefilter("ignore")
network = MLPClassifier(widths[1:-1], batch_size=batch, alpha=l2, max_iter=1, warm_start=True)
seconds = []
for _ in range(4):
    began = time.perf_counter()
    network.fit(inputs, labels)
    seconds.append(time.perf_counter() - began)
print(rows / sorted(seconds[1:])[1])
