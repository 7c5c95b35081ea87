.PHONY: setup demo test lint eval bench bench-names fit fit-names wheel clean
VENV := .venv
PY := $(VENV)/bin/python
STAMP := $(VENV)/.hexapla-ready
SOURCES := $(wildcard src/hexapla/lexicon/data/*.tsv src/hexapla/lexicon/contrasts/*.tsv src/hexapla/lexicon/*.py src/hexapla/lang/*/*.toml src/hexapla/lang/*/*.txt \
	src/hexapla/parties/*.py src/hexapla/parties/data/*.yaml src/hexapla/parties/data/*/*.yaml)

setup: $(STAMP)

$(VENV)/bin/python:
	python3 -m venv $(VENV)

$(VENV)/.installed: requirements.lock pyproject.toml | $(VENV)/bin/python
	$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(PY) -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $@

$(STAMP): $(VENV)/.installed $(SOURCES)
	$(PY) -m tools.compile_data
	touch $@

## Collates the sample reports, prints the differences, writes the page.
demo: setup
	$(PY) -m hexapla desk samples/*.txt --page out/demo.html

test: setup
	$(PY) -m pytest -n auto

lint: setup
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/mypy
	$(VENV)/bin/lint-imports

eval: setup
	$(PY) -m eval
	$(PY) -m eval.testimony

bench: setup
	$(PY) -m bench

## The package as it is shipped: with its compiled data.
wheel: setup
	$(PY) -m hatchling build --target wheel

## Refits the weights on a line-parallel corpus: make fit DATA=FOLDER
fit: setup
	$(PY) -m eval.fit $(DATA)

## Refits letters' costs and the judgement of names on pairs of names: make fit-names DATA=FOLDER
fit-names: setup
	$(PY) -m eval.names $(DATA) --write

## Names beside the leading open matcher, if PEER names an interpreter that has it.
bench-names: setup
	$(PY) -m bench.names --index 1000000 $(if $(PEER),--peer $(PEER))

clean:
	rm -rf $(VENV) out src/hexapla/_compiled
