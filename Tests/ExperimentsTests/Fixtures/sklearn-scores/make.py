"""Makes scores.json: scikit-learn's scores of probabilities, with ties and without.

    python make.py

Needs numpy and scikit-learn; made with scikit-learn 1.9.1.
"""

import json
import pathlib

import numpy as np
from sklearn import metrics


def case(rows, classes, seed, step):
    draws = np.random.default_rng(seed)
    # Multiples of 1/64, so that text keeps them and softmax has no ties but those of the logits.
    logits = draws.integers(-128, 128, (rows, classes)) // step * step / 64
    labels = draws.integers(0, classes, rows)
    logits[np.arange(rows), labels] += 1
    if step == 1:
        logits += np.arange(classes) / 1024  # so that no two of a row are equal
    p = np.exp(logits - logits.max(1, keepdims=True))
    p /= p.sum(1, keepdims=True)
    hot = np.eye(classes)[labels]
    predicted = p.argmax(1)
    precision, recall, f1, support = metrics.precision_recall_fscore_support(
        labels, predicted, labels=range(classes), zero_division=0)
    binary = classes == 2
    result = {
        "logits": logits.ravel().tolist(), "labels": labels.tolist(), "classes": classes,
        "f1_macro": metrics.f1_score(labels, predicted, average="macro"),
        "log_loss": metrics.log_loss(labels, p),
        "roc_auc": metrics.roc_auc_score(labels, p[:, 1]) if binary
        else metrics.roc_auc_score(labels, p, multi_class="ovr", average="macro"),
        "pr_auc": metrics.average_precision_score(labels, p[:, 1]) if binary
        else metrics.average_precision_score(hot, p, average="macro"),
        "precision": precision.tolist(), "recall": recall.tolist(), "f1": f1.tolist(),
        "support": support.tolist(),
        "roc_aucs": [metrics.roc_auc_score(hot[:, c], p[:, c]) for c in range(classes)],
        "pr_aucs": [metrics.average_precision_score(hot[:, c], p[:, c]) for c in range(classes)],
        "top_k": {},
    }
    if step == 1:
        # Equal probabilities are ranked otherwise in scikit-learn: the last of them first.
        for k in (2, 3, 5):
            if k < classes:
                result["top_k"][k] = metrics.top_k_accuracy_score(
                    labels, p, k=k, labels=range(classes))
    return result


cases = [case(40, 2, 1, 1), case(60, 2, 2, 32), case(80, 4, 3, 1), case(90, 6, 4, 48),
         case(200, 7, 5, 1)]
path = pathlib.Path(__file__).parent / "scores.json"
path.write_text(json.dumps(cases, indent=1) + "\n")
