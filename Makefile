# Two commands on a fresh machine: `make demo` and `make test`. Both need only Python.
PYTHON ?= python3
VENV ?= .venv
BIN = $(VENV)/bin

.PHONY: demo test lint docs bench audit sbom samples clean

$(BIN)/goldenthread: pyproject.toml setup.py
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e .
	@touch $@

$(BIN)/pytest: $(BIN)/goldenthread
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[test]'
	@touch $@

demo: $(BIN)/goldenthread
	$(BIN)/goldenthread demo

test: $(BIN)/pytest lint
	$(BIN)/python -m pytest --numprocesses auto --dist loadfile --no-loadscope-reorder

lint: $(BIN)/pytest
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/goldenthread docs --check

docs: $(BIN)/goldenthread
	$(BIN)/goldenthread docs

bench: $(BIN)/pytest
	$(BIN)/python -m benchmarks

audit: $(BIN)/pytest
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[audit]'
	$(BIN)/bandit -q -c pyproject.toml -r graph loaders cypher
	$(BIN)/pip-audit --strict --requirement constraints.txt --no-deps --disable-pip $(AUDIT)

sbom: $(BIN)/goldenthread
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[audit]'
	$(BIN)/cyclonedx-py environment $(VENV) --output-reproducible --of JSON -o sbom.json

samples:
	tests/samples/build.sh

clean:
	rm -rf $(VENV) build dist *.egg-info goldenthread.db
