# make demo: set up, read the example pages, serve the web interface.
# make test: set up, run the tests.   make lint: style, types and import rules.   make docs: the documentation site.
PYTHON ?= python3
VENV ?= .venv
PORT ?= 8350
BIN := $(VENV)/bin
DEMO := .demo/counterclaim.db

.PHONY: demo read-demo test lint floors docs model clean

demo: read-demo
	$(BIN)/counterclaim serve --store $(DEMO) --port $(PORT) --open

read-demo: $(VENV)/.installed
	mkdir -p .demo
	$(BIN)/counterclaim read examples/*.txt --store $(DEMO) --format table
	$(BIN)/counterclaim incidents --store $(DEMO) --format table

test: $(VENV)/.dev
	$(BIN)/python -m pytest -n auto --maxprocesses 4 --dist loadfile

lint: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

# The quality floors, where the annotated documents lie beside the project.
floors: $(VENV)/.dev
	for each in claims polnear re3d muc4 isaf times pageclean relevance geo linking ecbplus; do $(BIN)/python -m benchmarks.quality.$$each || exit 1; done

# The documentation site, in docs/_build.
docs: $(VENV)/.dev
	$(BIN)/python -m sphinx -W -b html docs docs/_build

$(VENV)/.installed: pyproject.toml
	test -d $(VENV) || $(PYTHON) -m venv $(VENV) || { echo "Python 3.11 with venv is needed; on Debian: apt install python3-venv"; exit 1; }
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	touch $@

$(VENV)/.dev: $(VENV)/.installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	touch $@

clean:
	rm -rf $(VENV) .demo

# Train, export, calibrate and measure the reader: minutes with an accelerator, some hours without. SHARED holds
# corpora/ and gold/. Two runs, the second taught by the first; their mean, trained a little further; and of that
# and the taught run, the mean again (docs/design/decisions/0015).
SHARED ?= ../shared
RUN ?= .training
model: $(VENV)/.dev
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev,train]'
	$(BIN)/python -m training.train $(RUN)/first --shared $(SHARED)
	$(BIN)/python -m training.train $(RUN)/second --shared $(SHARED) --seed 2 --teacher $(RUN)/first
	$(BIN)/python -m training.average $(RUN)/mean $(RUN)/first $(RUN)/second
	$(BIN)/python -m training.train $(RUN)/third --shared $(SHARED) --seed 3 --start $(RUN)/mean --scale 0.15
	$(BIN)/python -m training.average $(RUN)/reader $(RUN)/third $(RUN)/second --shares 0.3 0.7
	$(BIN)/python -m training.export $(RUN)/reader counterclaim/models/reader-1
	$(BIN)/python -m training.catalogue
	$(BIN)/python -m training.confidence --shared $(SHARED)
	$(BIN)/python -m training.catalogue
	$(BIN)/python -m training.card --shared $(SHARED)
	$(BIN)/python -m training.catalogue
