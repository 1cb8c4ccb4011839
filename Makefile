# The two commands: `make run` and `make test`. Each sets up what it needs.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
PEERS := $(VENV)/.peers

.PHONY: run test check proof bench picture format lock clean

run: $(READY)
	@$(BIN)/attune chat

test: $(READY) $(PEERS)
	$(BIN)/python -m pytest -m "not proof" -n auto --maxprocesses 4 --dist worksteal

check: $(READY)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest -q tests/test_house.py

proof: $(READY) $(PEERS)
	$(BIN)/python -m pytest -m proof -s

bench: $(READY)
	$(BIN)/python -m tests.bench
	$(BIN)/python -m tests.bench_matrix
	$(BIN)/python -m tests.bench_discord

picture: $(READY)
	$(BIN)/python docs/picture.py

format: $(READY)
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

# Exact versions, without hosts: what is installed now becomes what is installed everywhere.
lock: $(READY)
	$(BIN)/python -m pip freeze --exclude-editable > constraints.txt

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .import_linter_cache build *.egg-info

$(READY): pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "Attune needs Python 3.11 or newer; this is %s. Set PYTHON=python3.11 or newer." % sys.version.split()[0])'
	@echo "Setting up $(VENV) (once) ..." >&2
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]' >&2
	@touch $@

$(PEERS): $(READY) tests/platforms/peers/package-lock.json tests/platforms/peers/synapse.txt
	@$(BIN)/python -m tests.platforms.install
	@touch $@
