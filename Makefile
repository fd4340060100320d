# One word for each thing that is done here. `make` alone tells them.

.DEFAULT_GOAL := help
STACK = go run ./tools/stack

# `sam build` compiles with these too: static binaries, no machine paths, no RPC mode.
export CGO_ENABLED = 0

help: ## Show this
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: ## Bring the whole desk up; Ctrl-C stops it and keeps its data
	@$(STACK) run

up: ## The same, in the background
	@$(STACK) up

down: ## Stop it and keep its data
	@$(STACK) down

reset: ## Stop it and forget its data
	@$(STACK) reset

deploy: ## Build and deploy what has changed in the functions and templates of the running stack
	@$(STACK) deploy

logs: ## Follow what the functions log
	@$(STACK) logs

.PHONY: help run up down reset deploy logs
