# What people run: `make demo`, `make test`, `make release`. Each says what it does, stops at the first failure,
# and can be run again. Only the Swift toolchain is assumed.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help

RELEASE := .build/release/bascule
DEMO := .build/demo/opportunity-to-order

# A static executable starts in about 2 ms, and a third of it would be symbols that nobody reads; libxml2.a needs the
# libraries that pkg-config leaves out. Types of generics that are named in code are found by calls: by their names, as
# the compiler's default has it, each would be searched at every start, a tenth of a small run.
STATIC := -Xswiftc -Xfrontend -Xswiftc -disable-concrete-type-metadata-mangled-name-accessors \
	-Xswiftc -static-executable -Xlinker -s -Xlinker -licuuc -Xlinker -licudata -Xlinker -llzma -Xlinker -lz \
	-Xlinker -lm -Xlinker -lstdc++

.PHONY: help demo test release packages lint format golden bench clean

help: ## Show what can be made
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## (.*)/  make \1\t\2/' | expand -t 18

demo: release ## Recommend and generate for examples/opportunity-to-order.yaml
	@echo "== The recommendation for examples/opportunity-to-order.yaml"
	$(RELEASE) recommend examples/opportunity-to-order.yaml
	@echo "== The scaffold"
	$(RELEASE) generate examples/opportunity-to-order.yaml --output $(DEMO)

test: packages ## Install what the tests need and run all of them
	@Tests/run

release: packages ## Build the static executable at .build/release/bascule
	@echo "== Building the release"
	swift build -c release --product bascule $(STATIC)

packages:
	@Tests/install libicu-dev liblzma-dev libssl-dev libxml2-dev libyaml-dev zlib1g-dev

lint: ## Check the formatting of the sources
	swift format lint --strict --recursive Sources Tests Plugins Benchmarks Package.swift

format: ## Format the sources
	swift format --in-place --recursive Sources Tests Plugins Benchmarks Package.swift

golden: ## Rewrite the golden files from what the program says now; read the difference before you commit it
	-UPDATE_GOLDEN=1 swift test --disable-xctest
	git --no-pager diff --stat -- Tests/Fixtures docs

bench: release ## Measure, side by side in one run
	@echo "== Building the yardsticks"
	for product in Empty ArgumentsOnly BasculeArguments DecisionBenchmark; do \
	  swift build -c release --product "$$product" $(STATIC); done
	@Benchmarks/run

clean: ## Remove everything that was built
	rm -rf .build
