# make test runs all tests; it needs Go and git, and fetches the rest itself.
# The race detector needs a C compiler; without one the tests run without it.

STATICCHECK = go run honnef.co/go/tools/cmd/staticcheck@v0.8.2
DEPGUARD    = go run github.com/OpenPeeDeeP/depguard/v2/cmd/depguard@v2.3.0
RACE       := $(shell command -v $${CC:-gcc} >/dev/null 2>&1 && echo -race)

.PHONY: test build demo vet lint unit race cross fuzz hostile evaluate speed reports torture bench update

test: vet lint unit cross

build:
	go build -o svod ./cmd/svod

demo:
	go run ./cmd/svod demo

vet:
	@test -z "$$(gofmt -l .)" || { echo "gofmt wants:"; gofmt -l .; exit 1; }
	go vet ./...

# staticcheck.conf holds the checks, .depguard.yml the directions of imports.
lint:
	$(STATICCHECK) ./...
	$(DEPGUARD) ./...

# Where goroutines run, the race detector watches; elsewhere it would only make
# regular expressions slow. make race watches everything.
RACED = ./corpus/extract ./index
unit:
ifeq ($(RACE),)
	@echo "no C compiler: the tests run without the race detector"
endif
	go test $$(go list ./... | grep -v -E '/(corpus/extract|index)$$')
	$(RACETEST) $(RACED)
	$(RACETEST) -run 'TestScript/(add|batch|search)' ./cmd/svod

# A worker of the race detector would linger for a second.
RACETEST = GORACE=atexit_sleep_ms=0 go test $(RACE)
race:
	$(RACETEST) ./...

# svod builds for the systems of its users.
cross:
	GOOS=windows GOARCH=amd64 CGO_ENABLED=0 go vet ./cmd/svod
	GOOS=darwin GOARCH=arm64 CGO_ENABLED=0 go vet ./cmd/svod

# What follows takes longer and is not part of make test.

FUZZTIME = 30s
fuzz:
	@for p in $$(go list ./...); do \
	  for f in $$(go test -list '^Fuzz' $$p | grep '^Fuzz'); do \
	    echo "$$p $$f"; go test -run '^$$' -fuzz "^$$f$$" -fuzztime $(FUZZTIME) -fuzzminimizetime 20x $$p || exit 1; \
	  done; \
	done

# 500 damaged files, a seed each; needs the real documents.
hostile:
	SVOD_MUTATIONS=500 go test -run TestMutatedFiles -v -timeout 2h ./corpus/extract

# Links, kinds of change and baselines on seeded mutations of the real acts.
SEEDS = 5
evaluate:
	go test -timeout 2h -run TestEvaluation -v ./compare -args -seeds $(SEEDS)

# Kills the indexer again and again.
KILLS = 200
torture:
	go test -timeout 2h -run TestKilledIndexer -v ./index -args -kills $(KILLS)

# Search over 200 000 provisions; needs the real documents and a folder for
# the corpus, which is kept.
SPEED = /tmp/svod-speed
speed:
	go test -timeout 4h -run TestSpeed -v ./index -args -speed $(SPEED)

# Ten thousand reports and a codebook of 200 patterns, from the real documents;
# docs/speed.md says what is measured with them.
REPORTS = /tmp/svod-reports
reports:
	mkdir -p $(REPORTS)
	go test -run TestWriteReports -v ./compare/content -args -reports $(REPORTS)

bench:
	go test -run '^$$' -bench . -benchmem ./...

# Rewrites the golden files; read the difference before committing it.
update:
	go test ./... -update
