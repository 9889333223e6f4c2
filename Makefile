# The commands of the project; `make` lists them. They keep their virtual environment in .venv.
SHELL := /bin/bash
SHARED ?= ../shared
VENV := .venv
BIN := $(VENV)/bin
EXPLORER := $(shell find kg/export/explorer/app -type f)
# The first interpreter that really runs and is new enough (a name on the PATH may be an empty promise).
PYTHON ?= $(shell for p in python3.13 python3.12 python3.11 python3; do \
	$$p -c 'import ensurepip, sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' 2>/dev/null && echo $$p && break; done)

.PHONY: help demo test lint score docs train bench system clean
help:  ## list the commands
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 14

demo: $(VENV)/installed  ## install, build the sample papers into outputs/ and say what was found
	@$(BIN)/fangzhi build pipelines/samples -o outputs

test: lint system  ## every check: style, types, borders between rooms, tests
	$(BIN)/pytest -n 2 --dist loadgroup

lint: $(VENV)/tested  ## style, types (Python and TypeScript) and the borders between rooms
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python tests/typescript.py

score: $(VENV)/installed  ## build the annotated papers of ../shared and score the graph against them
	$(BIN)/fangzhi build $(SHARED)/corpus/units -o build/units
	$(BIN)/fangzhi score build/units $(SHARED)/gold/dev

docs: $(VENV)/tested  ## write what the ontology makes (docs/ontology.html, its JSON-LD context), what queries answer about the sample, and what the README shows
	$(BIN)/python tests/units_vocabulary.py
	$(BIN)/python tests/context.py
	$(BIN)/python tests/ontology_page.py
	$(BIN)/python tests/answers.py
	$(BIN)/python tests/readme.py

train: $(VENV)/tested  ## teach the tagger and weigh the confidence anew, from pipelines/training
	$(BIN)/python -m kg.train

bench: $(VENV)/tested  ## speed, some minutes: a build beside the word segmenter's own loop; the shapes and every query at a million triples; writing, loading and asking beside rdflib; adding to graphs that grow
	$(BIN)/python tests/benchmarks/lac.py $(SHARED)/corpus/reports
	rm -rf build/bench-grown
	$(BIN)/fangzhi build $(SHARED)/corpus/papers -o build/bench
	$(BIN)/python tests/benchmarks/shapes.py build/bench
	$(BIN)/python tests/benchmarks/queries.py build/bench
	$(BIN)/python tests/benchmarks/million.py build/bench
	$(BIN)/python tests/benchmarks/explorer.py
	$(BIN)/python tests/benchmarks/living.py
