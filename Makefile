# Was man hier tun kann, sagt `make`. Gebraucht werden nur make und Python ab Version 3.11.

VENV := .venv
ifeq ($(OS),Windows_NT)
BIN := $(VENV)/Scripts
else
BIN := $(VENV)/bin
endif
PIP := $(BIN)/python -m pip --disable-pip-version-check install --quiet --constraint constraints.txt
# An editable install has no bytecode, and where PYTHONDONTWRITEBYTECODE is set it never would get any.
COMPILED := $(BIN)/python -m compileall -q sitegen
PYTHONS := $(PYTHON) python3 python python3.14 python3.13 python3.12 python3.11
PINS := pyproject.toml constraints.txt

.PHONY: help site test soak bench wheel clean
.DEFAULT_GOAL := help

help:
	@echo 'make site    baut die Beispiel-Website nach public/'
	@echo 'make test    prüft alles: Stil, Typen, Tests'
	@echo 'make soak    prüft die Eigenschaften mit viel mehr Beispielen (dauert lange)'
	@echo 'make bench   vergleicht die Geschwindigkeit mit der von Hugo und Pelican (einige Minuten)'
	@echo 'make wheel   packt das Programm nach dist/'
	@echo 'make clean   entfernt alles, was hier entstanden ist'

site: $(VENV)/installed
	@echo 'Die Beispiel-Website wird nach public/ gebaut …'
	@$(BIN)/python -m sitegen build

# What is covered is asked afterwards: asked in the same step, slipcover 1.1 writes down nothing of what the workers have run.
COVERED := $(BIN)/python -m slipcover --merge .coverage.json
test: $(VENV)/installed-for-tests
	@.ci/tools
	$(BIN)/python -m ruff check .
	$(BIN)/python -m ruff format --check .
	$(BIN)/python -m mypy
	$(BIN)/python -m slipcover -m pytest -n auto --dist loadgroup
	@$(COVERED) --silent --fail-under 97 || { echo 'Weniger als 97 % des Programms werden geprüft. Was fehlt, sagt: $(COVERED)' >&2; exit 1; }

soak: $(VENV)/installed-for-tests
	SITEGEN_SOAK=1 $(BIN)/python -m pytest -n auto --dist loadgroup -m 'hypothesis or soak'

POSTS := 100 1000
ROUNDS := 5
bench: $(VENV)/installed
	@$(BIN)/python -m benchmarks $(POSTS:%=--posts %) --rounds $(ROUNDS)

wheel: $(VENV)/created
	@$(BIN)/python -m pip --disable-pip-version-check wheel --quiet --no-deps --wheel-dir dist .
	@echo 'Gepackt:' dist/*.whl

clean:
	rm -rf $(VENV) .sitegen .sitegen-bench public dist build htmlcov tests/browser/node_modules .coverage* .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find sitegen tests benchmarks -name __pycache__ -type d -prune -exec rm -rf {} +

$(VENV)/created:
	@for python in $(PYTHONS); do \
	  if $$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then \
	    enough=$$python; \
	    if $$python -c 'import ensurepip, venv' 2>/dev/null; then whole=$$python; break; fi; \
	  fi; \
	done; \
	if [ -z "$$enough" ]; then \
	  echo 'Hier fehlt Python ab Version 3.11. Sie bekommen es auf https://www.python.org/downloads/ oder von Ihrem System.' >&2; \
	  exit 1; \
	fi; \
	if [ -z "$$whole" ]; then \
	  echo 'Zu Ihrem Python fehlt das Modul „venv“. Unter Debian und Ubuntu hilft: sudo apt install python3-venv' >&2; \
	  exit 1; \
	fi; \
	echo "Eine Umgebung für $$($$whole --version) wird in $(VENV) eingerichtet …"; \
	$$whole -m venv $(VENV)
	@touch $@

$(VENV)/installed: $(VENV)/created $(PINS)
	@echo 'Das Programm wird installiert …'
	@$(PIP) --editable '.[search]'
	@$(COMPILED)
	@touch $@

$(VENV)/installed-for-tests: $(VENV)/created $(PINS)
	@echo 'Das Programm und die Werkzeuge für die Tests werden installiert …'
	@$(PIP) --editable '.[dev]'
	@$(COMPILED)
	@touch $(VENV)/installed $@
