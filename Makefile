# make demo   sets up .venv and runs the main job on the example articles
# make serve  opens the desk over the example articles, each learned of on its own day
# make test   runs the tests
# make check  runs what CI checks beside the tests: format, lint, types, import contracts
# make gates  measures quality on development data and fails below the floors

PYTHON ?= python3
BIN = .venv/bin
CODE = src tests gates benchmarks training

.PHONY: demo serve test check gates format lock docs clean

demo: .venv/ready
	$(BIN)/whence brief examples/articles

serve: .venv/desk.db
	$(BIN)/whence serve --store .venv/desk.db

.venv/desk.db: .venv/ready $(wildcard examples/articles/*)
	rm -f $@ $@.new
	$(BIN)/whence init --quiet --store $@.new
	for day in $$(ls examples/articles | cut -c1-10 | sort -u); do \
	  $(BIN)/whence add --quiet --store $@.new --learned-at $$day examples/articles/$$day-* \
	    > /dev/null || exit 1; \
	done
	mv $@.new $@

test: .venv/dev
	$(BIN)/python -m pytest -q

check: .venv/dev
	$(BIN)/ruff format --check $(CODE)
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/cog --check docs/cli.md

gates: .venv/dev
	$(BIN)/python -m gates.run

format: .venv/dev
	$(BIN)/ruff format $(CODE)
	$(BIN)/ruff check --fix .

docs: .venv/dev
	$(BIN)/cog -r docs/cli.md
	$(BIN)/python -m tests.shown

COMPILE = $(BIN)/pip-compile --quiet --strip-extras --allow-unsafe --generate-hashes --no-header \
	--no-emit-index-url --no-emit-find-links --no-annotate --extra build
INSTALL = $(BIN)/python -m pip install --quiet --disable-pip-version-check

lock:
	$(COMPILE) --output-file requirements.lock pyproject.toml
	$(COMPILE) --extra dev --output-file requirements-dev.lock pyproject.toml

.venv/ready: requirements.lock pyproject.toml
	$(PYTHON) -m venv .venv
	$(INSTALL) --require-hashes -r requirements.lock
	$(INSTALL) --no-deps --no-build-isolation --editable .
	touch $@

.venv/dev: .venv/ready requirements-dev.lock
	$(INSTALL) --require-hashes -r requirements-dev.lock
	touch $@

clean:
	rm -rf .venv .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache
