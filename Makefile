# Newsdesk's front door: `make run` and `make test`.
PYTHON ?= python3
HOST ?= 127.0.0.1
PORT ?= 8000
SHARED ?= ../shared
BIN := .venv/bin

.PHONY: run test lint browser score record bench pins messages pictures clean

run: .venv/run  ## Prepares everything and serves on http://127.0.0.1:8000
	@exec $(BIN)/python manage.py servedesk --host $(HOST) --port $(PORT)

test: lint browser  ## Everything: lint, types, deployment check, all tests with a real browser
	$(BIN)/python -m pytest

lint: .venv/test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check --quiet .
	$(BIN)/mypy
	NEWSDESK_HTTPS=1 NEWSDESK_ALLOWED_HOSTS=newsdesk.example $(BIN)/python manage.py check --deploy --fail-level WARNING

browser: .venv/test  ## Finds a Chromium for the browser tests, or installs one
	@$(BIN)/python -m tests.browser.chromium

.venv/run: requirements.txt
	@$(PYTHON) -c 'import sys; sys.version_info >= (3, 11) or sys.exit("Newsdesk needs Python 3.11 or newer, this is " + sys.version.split()[0] + ". Name another one: make run PYTHON=python3.12")'
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || { echo "Python's venv module is missing. On Debian or Ubuntu: sudo apt-get install python3-venv"; exit 1; }
	@test -x $(BIN)/python || { echo "Making .venv ..."; $(PYTHON) -m venv .venv; }
	@echo "Installing the pinned requirements ..."
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --require-hashes -r requirements.txt
	@touch $@

.venv/test: .venv/run requirements-dev.txt
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@touch $@

score: .venv/test  ## How right the findings are, on every set at hand; `make score SHARED=...` where the larger ones lie elsewhere
	@$(BIN)/python -m tests.measures.score --shared $(SHARED)

record: .venv/test  ## Keeps today's scores on the shipped texts as those that may not fall
	@$(BIN)/python -m tests.measures.score --record

bench: .venv/test  ## How quickly the findings come, and whether the time grows as the text does; takes some minutes
	@$(BIN)/python -m tests.measures.bench

pins: .venv/test  ## Compiles the short lists of requirements into pinned ones with hashes
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
		--custom-compile-command "make pins" requirements.in -o requirements.txt
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
		--custom-compile-command "make pins" requirements-dev.in -o requirements-dev.txt

messages: .venv/test  ## Finds the words of the interface and compiles their translations
	@if command -v xgettext >/dev/null; then \
		$(BIN)/python manage.py makemessages --all --add-location file --no-wrap --no-obsolete --ignore .venv --ignore tests --verbosity 0; \
	else \
		echo "New words were not looked for: that needs GNU gettext. On Debian or Ubuntu: sudo apt-get install gettext"; \
	fi
	$(BIN)/pybabel --quiet compile -f -D django -d newsdesk/locale

pictures: browser  ## Takes README's pictures anew
	$(BIN)/python -m pytest tests/browser/pictures.py

clean:  ## Removes the environment and caches; data in var/ stays
	rm -rf .venv .pytest_cache .mypy_cache .ruff_cache
