# Two commands do everything: `make run` and `make test`.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help

ADDRESS ?= 127.0.0.1:8080
DATA ?= .pejling
export CARGO_TERM_COLOR ?= auto

.PHONY: help run test check journeys accuracy bench bench-load crash-test fuzz api-fuzz screenshots tools-bench tools-run tools-test

help: ## Show what can be made
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | sort | column -t -s $$'\t'

run: tools-run ## Build, start with the demonstration region, print the address
	cargo run -p pejling -- serve --demo --listen $(ADDRESS) --data $(DATA)

test: tools-test check ## Install what tests need and run all of them
	scripts/test

check: ## Formatting, lints, licences and sources, the maps: quick enough for every commit
	cargo fmt --all --check
	cargo clippy --workspace --all-targets --quiet -- --deny warnings
	cargo test --quiet -p house

journeys: tools-test ## The daily journeys and axe, in a real browser
	scripts/journeys

accuracy: ## The accuracy suite with its confusion table
	cargo test -p bench --test accuracy -- --nocapture

bench: tools-bench ## Compare with the named peers, in one run on this machine
	scripts/bench

bench-load: tools-test ## 500 people at once, reading and saving, on both databases
	scripts/stress load

crash-test: tools-test ## The server killed 200 times under 50 writers, on both databases
	scripts/stress crash

fuzz: ## Every reader for ten minutes (SECONDS=600)
	scripts/fuzz

api-fuzz: tools-run ## The JSON API under Schemathesis, as stranger, coordinator and secretariat
	scripts/api-fuzz

screenshots: tools-test ## Every page at three widths in both languages
	scripts/screenshots

tools-bench:
	@scripts/tools bench

tools-run:
	@scripts/tools run

tools-test:
	@scripts/tools test
