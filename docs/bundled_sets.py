"""The bundled sets and the options that scripts of this folder train on them with."""

import os

DATA = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "sample-data")

DEMO = ["--epochs", "100", "--batch-size", "8"]
SMALL = ["--layers", "dense:32:relu", "--epochs", "30"]

# name: source, train, test, target, further options
SETS = {
    "digits, worn scanner": ("digits/source_clean", "digits/train_clean", "digits/test", "digit", DEMO),
    "the same, one scale": ("digits/source_clean", "digits/train_clean", "digits/test", "digit",
                            DEMO + ["--scale", "shared"]),
    "digits, one scale": ("digits/source", "digits/train", "digits/test", "digit", SMALL + ["--scale", "shared"]),
    "penguins": ("penguins/source", "penguins/train", "penguins/test", "sex", SMALL),
    "penguins by year": ("penguins/source", "penguins/train_2007", "penguins/test_2008_2009", "sex", SMALL),
    "storms": ("storms/source", "storms/train", "storms/test", "wind_kt", SMALL),
    "nyc_weather": ("nyc_weather/source", "nyc_weather/train", "nyc_weather/test", "next_12h",
                    ["--sequence", "series,step", "--layers", "gru:32", "--epochs", "30"]),
    "nyc_flights": ("nyc_flights/source", "nyc_flights/train", "nyc_flights/test", "late", SMALL),
}
METHODS = {"base": ["--epochs", "0"], "fine-tuned": [], "L1 1e-3": ["--l1", "1e-3"], "L2 1e-2": ["--l2", "1e-2"]}
SEEDS = range(5)
