# Ridgeline. GNU make; every recipe is plain POSIX shell.
#
#   make run            build in release mode and open the dashboard on the bundled data
#   make run ARGS=...   the same, with arguments for the program
#   make test           formatting, build, all tests, allocations, the thread sanitizer
#   make install        PREFIX=/usr/local, DESTDIR= for packagers; make uninstall
#   make bench          training rates; PYTHON=... one with jax, keras, torch, scikit-learn compares
#   make bench-check    instructions of a training step against those recorded; UPDATE=1 records
#   make format, lint   the formatting

SHELL := /bin/sh
PREFIX ?= /usr/local
DESTDIR ?=
ARGS ?=
SWIFT ?= swift
PYTHON ?= python3

# The Debian packages of ncurses, for the screen, and of zlib, for packed files.
PACKAGES := libncurses-dev zlib1g-dev

FORMATTED := Package.swift Sources Tests Benchmarks
BINDIR := $(DESTDIR)$(PREFIX)/bin
DATADIR := $(DESTDIR)$(PREFIX)/share/ridgeline

.PHONY: all build-release run test test-allocations test-threads install uninstall format lint bench \
	bench-check prepare clean

all: build-release

prepare:
	@SWIFT="$(SWIFT)" ./scripts/prepare $(PACKAGES)

build-release: prepare
	$(SWIFT) build -c release --product ridgeline

run: build-release
	@exec "$$($(SWIFT) build -c release --show-bin-path)/ridgeline" $(ARGS)

test: lint
	$(SWIFT) build --build-tests
	$(SWIFT) test --skip-build
	$(MAKE) test-allocations
	$(MAKE) test-threads

# That a training step allocates nothing, which is so in release builds alone.
test-allocations: prepare
	$(SWIFT) build -c release --product allocation-probe
	"$$($(SWIFT) build -c release --show-bin-path)/allocation-probe"

# The boundaries of the training threads under the thread sanitizer, in a build folder of its own.
test-threads: prepare
	$(SWIFT) test --scratch-path .build-tsan --sanitize=thread --filter 'ExperimentsTests|ShardTests|TeammateTests|ParallelReadingTests'

lint: prepare
	$(SWIFT) format lint --strict --parallel --recursive $(FORMATTED)

format: prepare
	$(SWIFT) format --in-place --parallel --recursive $(FORMATTED)

install: build-release
	install -d "$(BINDIR)" "$(DATADIR)"
	install -m 755 "$$($(SWIFT) build -c release --show-bin-path)/ridgeline" "$(BINDIR)/ridgeline"
	cp -R themes sample-data "$(DATADIR)/"

uninstall:
	rm -f "$(BINDIR)/ridgeline"
	rm -rf "$(DATADIR)"

bench: build-release
	./Benchmarks/compare --python "$(PYTHON)" $(ARGS)

# No timed test: a count of instructions, which another load on the machine does not alter.
bench-check: build-release
	@SWIFT="$(SWIFT)" ./scripts/prepare valgrind
	./Benchmarks/check-instructions "$$($(SWIFT) build -c release --show-bin-path)/ridgeline" \
	  $(if $(UPDATE),update)

clean:
	rm -rf .build .build-tsan
