# Citypeers: every task of a developer and an operator. `make` alone lists them.
SHELL := /bin/bash
.ONESHELL:
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help

PORT ?= 8000
# The distribution's before one built by hand, which is seldom optimised: a tenth to a fifth slower at everything.
PYTHON ?= $(shell for each in /usr/bin/python3.11 python3.11 python3; do "$$each" -c 'import ensurepip' 2>/dev/null && command -v "$$each" && break; done)
BIN := .venv/bin
DIST := frontend/dist/index.html
# One a processor, each with a PostgreSQL of its own in memory.
WORKERS := -n logical --maxprocesses 8
FRONT := $(shell find frontend/src frontend/public frontend/scripts -type f -not -path '*/locales/*.ts' 2>/dev/null)
export CITYPEERS_FRONTEND_DIR ?= frontend/dist
# Where it is set, each process of the tests would compile them and their tools anew, which takes longer than most tests.
export PYTHONDONTWRITEBYTECODE :=
export npm_config_audit := false
export npm_config_fund := false
export npm_config_update_notifier := false

.PHONY: help compiled run test explore check static contract e2e lighthouse bench fmt clean chromium

help: ## list the tasks
	@grep -hE '^[a-z0-9]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z0-9]+):.*## (.*)/make \1\t\2/' | expand -t 18

.venv/run: requirements.lock requirements-tools.lock pyproject.toml
	@test -n "$(PYTHON)" || { echo "Python 3.11 that can make an environment is needed: apt-get install python3.11-venv"; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -c 'import sys; assert sys.version_info >= (3, 11), "Python 3.11 or newer is needed"'
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-tools.lock
	$(BIN)/uv pip install --quiet --compile-bytecode --require-hashes -r requirements.lock
	$(BIN)/uv pip install --quiet --no-deps --no-build-isolation -e .
	touch $@

.venv/dev: .venv/run requirements-dev.lock
	$(BIN)/uv pip install --quiet --compile-bytecode --require-hashes -r requirements-dev.lock
	touch $@

compiled: .venv/run # as an installed package is: where Python may not write bytecode, each start would compile all modules anew
	$(BIN)/python -m compileall -q backend

frontend/node_modules/.installed: frontend/package.json frontend/package-lock.json
	@command -v npm >/dev/null || { echo "Node 20 with npm is needed: https://nodejs.org"; exit 1; }
	# Not `npm ci`: it refuses a lock that leaves out optional packages of other platforms. Versions and hashes are the lock's.
	cd frontend && npm install --no-save --silent
	touch node_modules/.installed

$(DIST): frontend/node_modules/.installed frontend/index.html frontend/vite.config.ts $(FRONT)
	cd frontend && npm run --silent build
	touch dist/index.html

run: compiled $(DIST) ## set everything up and serve http://localhost:$PORT (8000)
	$(BIN)/citypeers migrate
	$(BIN)/citypeers seed
	echo "Citypeers: http://localhost:$(PORT)"
	exec $(BIN)/citypeers serve --port $(PORT) --with-worker

test: static ## every check and test, on SQLite and PostgreSQL, and in Chromium
	rm -f .coverage .coverage.*
	# Coverage makes tests take twice as long, so that it is counted on one of the two databases, and not on Hypothesis'
	# thousands of examples: their tests, and state machines, bear its mark.
	$(BIN)/pytest tests $(WORKERS) --dist loadgroup --ignore tests/e2e -m "not alone and not hypothesis" -k "not postgresql" --cov --cov-report= -q
	$(BIN)/coverage report
	$(BIN)/pytest tests $(WORKERS) --dist loadgroup --ignore tests/e2e -m "not alone" -k "postgresql or hypothesis" -q
	$(BIN)/pytest $$(grep -rl --include='test_*.py' mark.alone tests) -m alone -q
	$(MAKE) --no-print-directory e2e

explore: .venv/dev ## the tests of rules on examples not tried before (what `make test` tries is always the same)
	CITYPEERS_EXAMPLES=new $(BIN)/pytest $$(grep -rl --include='test_*.py' hypothesis tests) $(WORKERS) --dist loadgroup -m "not alone" -q

check: static lighthouse ## lint, types, floors, contract drift, catalogues, sizes, Lighthouse

# Each by itself, so that they run beside one another: none writes what another reads. The longest first.
FRONT_CHECKS := test floors catalogues types lint size
STATIC := $(FRONT_CHECKS:%=frontend-%) rules client backend drift
.PHONY: $(STATIC)

static: .venv/dev compiled $(DIST) # what needs no running server
	$(MAKE) --no-print-directory --jobs $$(nproc) --output-sync=target $(STATIC)

$(FRONT_CHECKS:%=frontend-%):
	cd frontend && npm run --silent $(@:frontend-%=%)

rules:
	cd frontend && npx --no-install spectral lint ../openapi/openapi.json --ruleset ../openapi/.spectral.yaml --fail-severity warn --quiet

client:
	cd frontend && npx --no-install openapi-typescript ../openapi/openapi.json 2>/dev/null | diff -u src/api/schema.gen.ts - || { echo "The client has changed: make contract"; exit 1; }

backend:
	$(BIN)/ruff check backend benchmarks migrations tests
	$(BIN)/ruff format --check backend benchmarks migrations tests
	$(BIN)/mypy
	$(BIN)/lint-imports

drift:
	$(BIN)/citypeers openapi | diff -u openapi/openapi.json - || { echo "The contract has changed: make contract"; exit 1; }

contract: .venv/dev frontend/node_modules/.installed ## write openapi/openapi.json and the typed client from the code
	$(BIN)/citypeers openapi > openapi/openapi.new && mv openapi/openapi.new openapi/openapi.json
	cd frontend && npm run --silent api

chromium:
	@if ! command -v chromium-headless-shell >/dev/null && [ -z "$${CHROMIUM:-}" ]; then
	  # Chromium does too, at twice the cost.
	  if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null && apt-get update -qq && apt-get install -y -qq chromium-headless-shell >/dev/null; then :
	  elif command -v chromium >/dev/null; then :
	  else echo "Chromium is needed for the end-to-end tests: apt-get install chromium-headless-shell, or set CHROMIUM"; exit 1; fi
	fi

e2e: .venv/dev compiled $(DIST) chromium ## journeys in Chromium, with axe and the no-third-party rule
	# By file: most have a server of their own.
	$(BIN)/pytest tests/e2e $(WORKERS) --dist loadfile -q

lighthouse: .venv/dev compiled $(DIST) chromium ## the gates of speed and accessibility, median of three
	$(BIN)/python -m tests.e2e.lighthouse

.venv-bench/ready: benchmarks/requirements.lock .venv/dev
	@test -x .venv-bench/bin/python || $(BIN)/uv venv --quiet --python $(BIN)/python .venv-bench
	$(BIN)/uv pip install --quiet --compile-bytecode --require-hashes --python .venv-bench/bin/python -r benchmarks/requirements.lock
	touch $@

bench: .venv-bench/ready compiled ## measure this beside other programs on 100,000 records, about half an hour (BENCH=--quick: five minutes)
	PYTHONPATH=backend $(BIN)/python -m benchmarks $(BENCH)

fmt: .venv/dev frontend/node_modules/.installed ## put all code into the house's form
	$(BIN)/ruff check --fix --quiet backend benchmarks migrations tests || true
	$(BIN)/ruff format --quiet backend benchmarks migrations tests
	cd frontend && npx --no-install biome check --write src

clean: ## remove everything that is built or installed, and the development database
	rm -rf .venv .venv-bench frontend/node_modules frontend/dist var .coverage .coverage.* .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
