# make          everything into build/: Word, site, redlines
# make test     what the tests need, then all of them
# make lint     ruff, mypy, import-linter
PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

.PHONY: build test test-quick test-tools lint lock locale benchmark clean

build: .venv/program
	$(BIN)/overens build

test: .venv/tests test-tools
	$(BIN)/python -m pytest -n auto --dist loadgroup

test-quick: .venv/tests
	HYPOTHESIS_PROFILE=quick $(BIN)/python -m pytest -n auto -m "not slow"

lint: .venv/tests
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

test-tools: .venv/tests
	$(BIN)/python tests/tools/install.py

benchmark: .venv/tests
	$(PIP) install --require-hashes -r requirements-benchmark.lock
	$(BIN)/python -m benchmarks

lock:
	uv pip compile pyproject.toml --group build -o requirements.lock $(LOCK)
	uv pip compile pyproject.toml --group build --group test -c requirements.lock -o requirements-test.lock $(LOCK)
	uv pip compile pyproject.toml --group benchmark -c requirements.lock -o requirements-benchmark.lock $(LOCK)

LOCK := --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --no-emit-index-url --quiet

locale: .venv/program
	$(BIN)/pybabel compile -d builder/locale -D click -l sv

clean:
	rm -rf build .venv .cache

.venv/program: requirements.lock pyproject.toml
	$(PYTHON) -m venv .venv
	$(PIP) install --require-hashes -r requirements.lock
	$(PIP) install --no-deps --no-build-isolation --editable .
	touch $@

.venv/tests: .venv/program requirements-test.lock
	$(PIP) install --require-hashes -r requirements-test.lock
	touch $@
