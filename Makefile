# `make run` and `make test` need a machine with git, make and python3; whatever else is missing is set up once.

PYTHON ?= python3
CHROMIUM ?= /usr/bin/chromium
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --no-input --disable-pip-version-check
# What is installed, where, for which Python: the set-up runs again when any of these changes.
READY := $(VENV)/ready-$(shell { cat requirements.lock pyproject.toml; $(PYTHON) --version; pwd; } 2>&1 | cksum | cut -d ' ' -f 1)

export CHROMIUM
export PYTHONUTF8 := 1
export PIP_USER := 0
unexport PYTHONHOME PYTHONPATH

.DEFAULT_GOAL := help
.PHONY: help run test check bench pictures format lock system

help: ## list these targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "make %-7s %s\n", $$1, $$2}' Makefile

run: $(READY) ## set up, then serve the demonstration record at http://127.0.0.1:8000 (ICA_PORT=9000: another port)
	@exec $(BIN)/ica serve --demo

# Tests wait for servers and disks much of the time: one process more than there are cores, four at most.
test: $(READY) ## set up, then run every test (ARGS='-k pledge': some of them)
	$(BIN)/python -m pytest --numprocesses $$(( $$(nproc) < 4 ? $$(nproc) + 1 : 4 )) --dist loadfile $(ARGS)

check: $(READY) ## form, lint, types, import walls, dependencies
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/python -m mypy
	$(BIN)/lint-imports
	$(PIP) check

EVENTS ?= 100000
bench: $(READY) ## set up, then say how fast it is (EVENTS=4000: on a smaller record; the first time makes it)
	@PYTHONPATH=.:tests $(BIN)/python -m bench.run --events $(EVENTS)

pictures: $(READY) ## draw the pictures of the README anew, from what the bot sends
	@PYTHONPATH=.:tests:tests/slack $(BIN)/python -m pictures.draw

format: $(READY) ## put the code into form
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

lock: $(READY) ## pin what pyproject.toml asks for (UPGRADE=--upgrade: at the newest)
	$(PIP) install --quiet uv==0.13.9
	$(BIN)/uv pip compile --quiet $(UPGRADE) --universal --python-version 3.11 --generate-hashes --no-header \
	    --no-annotate --system-certs --group dev --output-file requirements.lock pyproject.toml

# The mark "unfinished" outlives a set-up that broke off: the next one begins afresh. "ready" is written last.
$(READY): | system
	@if [ -e $(VENV)/unfinished ] || ! $(BIN)/python -c 'import pip' 2>/dev/null \
	    || ! grep -qF '$(CURDIR)/$(VENV)' $(BIN)/activate; then rm -rf $(VENV); fi
	@mkdir -p $(VENV) && touch $(VENV)/unfinished && rm -f $(VENV)/ready-*
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "Installing into $(VENV): once, about a minute ..."
	@$(PIP) install --quiet --require-hashes --only-binary :all: -r requirements.lock \
	    && $(PIP) install --quiet --no-deps --no-build-isolation -e .
	@rm $(VENV)/unfinished && touch $@

# Debian packages that are missing are installed where that is allowed, or else asked for. Playwright wants libatomic1.
PACKAGES := python3-venv $(if $(filter test pictures,$(MAKECMDGOALS)),chromium libatomic1)
HAS_python3-venv = test -e $(READY) || $(BIN)/python -c 'import pip' || $(PYTHON) -c 'import ensurepip'
HAS_chromium = test -x $(CHROMIUM)
HAS_libatomic1 = $(PYTHON) -c 'import ctypes; ctypes.CDLL("libatomic.so.1")'

system:
	@set -- $(foreach package,$(PACKAGES),$$({ $(HAS_$(package)); } >/dev/null 2>&1 || echo $(package))); \
	[ $$# -gt 0 ] || exit 0; \
	if [ "$$(id -u)" -eq 0 ]; then root=env; else root="sudo -n env"; fi; \
	if ! command -v apt-get >/dev/null || ! $$root true 2>/dev/null; then \
	    echo "This machine lacks: $$*. Run the next line as root, then make again." >&2; \
	    echo "    apt-get update && apt-get install -y --no-install-recommends $$*" >&2; \
	    exit 1; \
	fi; \
	echo "Installing from Debian: $$* ..."; \
	$$root apt-get update -qq </dev/null || true; \
	$$root DEBIAN_FRONTEND=noninteractive apt-get install -qq --no-install-recommends "$$@" </dev/null >/dev/null
