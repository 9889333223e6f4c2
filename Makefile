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

docs: $(VENV)/tested  ## write what the ontology makes (docs/ontology.html, its JSON-LD context), what queries answer about the sample, what the README shows, and its pictures
	$(BIN)/python tests/units_vocabulary.py
	$(BIN)/python tests/context.py
	$(BIN)/python tests/ontology_page.py
	$(BIN)/python tests/answers.py
	$(BIN)/python tests/readme.py
	$(BIN)/python tests/pictures.py

train: $(VENV)/tested  ## weigh the confidence anew, from pipelines/training, tests/gold and tests/unread
	$(BIN)/python -m kg.train

bench: $(VENV)/tested  ## some minutes: what each means of reading brings; the speed of a build beside the word segmenter's own loop; the shapes and every query at a million triples; writing, loading and asking beside rdflib; adding to graphs that grow
	$(BIN)/python tests/benchmarks/means.py tests/gold/units tests/gold/facts
	$(BIN)/python tests/benchmarks/lac.py $(SHARED)/corpus/reports
	rm -rf build/bench-grown
	$(BIN)/fangzhi build $(SHARED)/corpus/papers -o build/bench
	$(BIN)/python tests/benchmarks/shapes.py build/bench
	$(BIN)/python tests/benchmarks/queries.py build/bench
	$(BIN)/python tests/benchmarks/million.py build/bench
	$(BIN)/python tests/benchmarks/explorer.py
	$(BIN)/python tests/benchmarks/living.py

clean:  ## remove the virtual environment and what was built
	rm -rf $(VENV) build dist *.egg-info kg/export/explorer/bundle
	find outputs -mindepth 1 ! -name README.md ! -name corrections.tsv ! -name updates.jsonl -delete

$(VENV)/made:
	@test -n "$(PYTHON)" || { echo "No Python 3.11, 3.12 or 3.13 with venv was found: install one (Debian: python3-venv)," \
		"or name it: make PYTHON=/path/to/python3"; exit 1; }
	$(PYTHON) -m venv $(VENV)
	@touch $@

# The explorer's page is made from its sources when fangzhi is installed.
$(VENV)/installed: $(VENV)/made setup.cfg pyproject.toml kg/export/explorer/bundle.py $(EXPLORER)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e .
	@touch $@

$(VENV)/tested: $(VENV)/installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[test]'
	@touch $@

# A browser with Chinese fonts, the raptor parser, two triple stores: installed where we may, else named; only their tests are skipped then.
system:
	@missing=; need() { missing="$$missing $$*"; }; \
	command -v chromium-headless-shell >/dev/null || need chromium-headless-shell; \
	fc-list :lang=zh 2>/dev/null | grep -q . || need fontconfig fonts-noto-cjk; \
	command -v rapper >/dev/null || need raptor2-utils; \
	command -v virtuoso-t >/dev/null || need virtuoso-opensource-7-bin; \
	test -e /usr/share/java/jena-arq.jar || need libapache-jena-java; \
	command -v java >/dev/null || need default-jre-headless; \
	if [ -z "$$missing" ]; then exit 0; fi; \
	if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null && { apt-get update -qq && \
		DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $$missing; } >/dev/null 2>&1; \
	then echo "installed:$$missing"; else echo "missing (their tests are skipped):$$missing"; fi
