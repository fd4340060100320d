# The commands for this repository. `make` without arguments lists them.

.DEFAULT_GOAL := help
LOCAL_STACK = command -v go >/dev/null || { echo "go 1.26 or later is needed (https://go.dev/dl)" >&2; exit 1; }; \
  mkdir -p .local/bin; [ -x .local/bin/stack ] || echo "  compiling the tools; the first time this takes about a minute"; \
  go build -o .local/bin/stack ./tools/stack && exec .local/bin/stack

# The compiler flags for all packages. The functions are built with the same flags (tools/stack/build.go), so that tools,
# functions and tests share the build cache.
export CGO_ENABLED = 0
export GOFLAGS = -trimpath -buildvcs=false -tags=lambda.norpc

help: ## Show this help
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-15s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: ## Start the whole desk; Ctrl-C stops it and keeps its data. DEMO=none starts with an empty table
	@$(LOCAL_STACK) run

up: ## Start the whole desk in the background
	@$(LOCAL_STACK) up

down: ## Stop the desk and keep its data
	@$(LOCAL_STACK) down

reset: ## Stop the desk and delete its data
	@$(LOCAL_STACK) reset

deploy: ## Build the functions, and deploy the changes of functions and templates to the running desk
	@$(LOCAL_STACK) deploy

package: ## Build the functions for AWS into .local/package; ARCHITECTURE=x86_64 for Intel
	@$(LOCAL_STACK) package

logs: ## Follow the log of the functions
	@$(LOCAL_STACK) logs

sam-local: ## Serve the running desk at http://localhost:3000, with its API in the containers of `sam local start-api`
	@$(LOCAL_STACK) sam-local

sam-invoke: ## Invoke FUNCTION=route in a container by `sam local invoke`, with its event of test/events or with EVENT=file
	@$(LOCAL_STACK) sam-invoke

events: ## Record the events in test/events on the test stack
	@tools/record-events.sh

# The commands for operators work on the stack $(STACK) on AWS, or on the running desk if STACK is empty. Operators also use the
# binary: `go run` would compile all packages again, because it lacks the flags above.
BUILD_ADMIN = go build -o .local/bin/admin ./tools/admin
ADMIN = $(BUILD_ADMIN) && .local/bin/admin
ON_STACK = $(if $(STACK),-stack $(STACK))

admin: ## Add the first administrator to the running desk, or to STACK=name on AWS
	@$(ADMIN) init $(ON_STACK)

publish: ## Upload the built pages (web/dist) to the running desk, or to STACK=name on AWS
	@$(ADMIN) publish $(ON_STACK)

doctor: ## Check the running desk, or STACK=name on AWS, and print what to do about each problem
	@$(ADMIN) doctor $(ON_STACK)

# These tests change nothing, so they may run on a production stack.
SMOKE = TestFunctionsAccessOnlyTheirItems|TestGatewayRefusesDirectRequests|TestSiteServesPagesAndAPI|TestUnknownAPIPathsAreProblems

smoke: ## Check site, API and policies of the running desk, or of STACK=name on AWS, without changing anything
	@MESA_SMOKE_STACK=$(STACK) go test -vet=off -count=1 -v -tags=stack,lambda.norpc -run '$(SMOKE)' ./test/stack

reconcile: ## Compare counters, index and files with the tickets
	@$(ADMIN) reconcile $(ON_STACK)

rehearse: ## Rehearse procedures of docs/runbook.md on the running desk, which changes its data; it then uses a restored table
	@go test -vet=off -count=1 -v -tags=rehearsal,lambda.norpc ./test/rehearsal

redrive: ## Send the mails of the dead-letter queue again
	@$(ADMIN) redrive $(ON_STACK)

GOLANGCI_VERSION = v2.15.0
GOLANGCI = .local/bin/golangci-lint

$(GOLANGCI):
	@GOBIN=$(CURDIR)/.local/bin go install github.com/golangci/golangci-lint/v2/cmd/golangci-lint@$(GOLANGCI_VERSION)

tools: ## Install everything needed to build, lint, test and operate into .local and node_modules
	@$(LOCAL_STACK) tools
	@$(BUILD_ADMIN)

lint: lint-go lint-templates lint-web ## Lint Go, templates, pages and browser tests: style, errors, dependencies between layers

lint-go: $(GOLANGCI)
	@$(GOLANGCI) run --allow-parallel-runners ./...

lint-templates: tools
	@AWS_DEFAULT_REGION=us-east-1 .local/venv/bin/sam validate --lint --template template.yaml
	@.local/venv/bin/cfn-lint infra/*.yaml

lint-web: tools
	@cd web && npm run --silent lint && npm run --silent check
	@cd test/browser && ../../web/node_modules/.bin/biome check . && ../../web/node_modules/.bin/tsc --noEmit

gen: tools ## Generate the files derived from the contract and from shared/wiring
	@go generate ./shared/...
	@go run ./tools/gen functions gatewayResponses mailVisibility functionTable partitionTable permissionTable accessTable
	@go run ./tools/costs
	@cd web && npm run --silent gen

stale: tools gen ## Fail if generated files differ from the output of `make gen`
	@git diff --exit-code --stat -- shared/api web/src/api template.yaml infra/mail.yaml docs/architecture.md docs/table.md docs/permissions.md docs/costs.md || { echo "generated files are stale: run make gen and commit"; exit 1; }

bench: tools ## Measure the running desk and the binaries, and compare the results with the budgets
	@go run ./tools/bench $(BENCH)

screenshots: tools ## Create docs/screenshots from the running desk
	@node test/browser/screenshots.mjs

test-localstack: ## Run the contract, stack and seven-steps tests on LocalStack; TESTS=short runs only those of .ci/run
	@tools/test-localstack.sh $(TESTS)

test: ## Run all checks and tests on a separate desk: lint, unit, store, contract, stack, web and browser
	@tools/test.sh

test-sam-local: ## Run the tests of the API through `sam local` on a separate desk; TESTS=short runs only those of .ci/run
	@tools/test-sam-local.sh $(TESTS)

.PHONY: help run up down reset deploy package logs sam-local sam-invoke events test-sam-local admin publish doctor smoke reconcile rehearse redrive tools lint lint-go lint-templates lint-web gen stale bench screenshots test test-localstack
