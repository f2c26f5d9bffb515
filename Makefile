# ietekme: impact analysis and reporting. `make help` lists the targets; `make demo` and `make test`
# do everything on a bare Debian 12, installing what is missing.
BUILD  ?= build
PREFIX ?= /usr/local
CC     ?= cc
SANITIZE ?=

VERSION := 0.1.0

WARNINGS := -Wall -Wextra -Wshadow -Wconversion -Wstrict-prototypes -Werror
CFLAGS   ?= -O2 -g
override CFLAGS += -std=c11 -D_POSIX_C_SOURCE=200809L -D_DEFAULT_SOURCE -ffp-contract=off $(WARNINGS) $(SANITIZE)
CPPFLAGS += -I. -I/usr/include/harfbuzz -DIETEKME_VERSION='"$(VERSION)"' -MMD -MP
LIBS := -lxlsxwriter -lhpdf -lqpdf -lcsv -lzip -lexpat -lcmark-gfm-extensions -lcmark-gfm -lunistring \
        -lsodium -lglpk -lhyphen -lharfbuzz -lgsl -lgslcblas -lsqlite3 -lpthread -lm

# Debian packages: what the program needs, and what its tests need besides.
PACKAGES := gcc make libc6-dev libsqlite3-dev libgsl-dev libxlsxwriter-dev libhpdf-dev libqpdf-dev libcsv-dev libzip-dev \
            libexpat1-dev libcmark-gfm-dev libcmark-gfm-extensions-dev libunistring-dev libsodium-dev \
            libglpk-dev libhyphen-dev hyphen-lv hyphen-en-gb libharfbuzz-dev icc-profiles-free \
            fonts-sil-gentiumplus fonts-crosextra-carlito fonts-liberation fonts-dejavu-core
TOOL_PACKAGES := clang clang-format libclang-rt-14-dev
TEST_PACKAGES := libcmocka-dev qpdf poppler-utils unzip hunspell hunspell-lv hunspell-en-gb \
            libreoffice-calc-nogui

# One room alone, with its tests: make ROOMS='core ingest' BUILD=build/ingest build/ingest/tests/unit/test_csv
ROOMS ?= core cli ingest metrics analysis analysis/estimators analysis/linear analysis/distribution report data
SOURCES := $(wildcard $(ROOMS:%=%/*.c))
OBJECTS := $(SOURCES:%.c=$(BUILD)/%.o) $(BUILD)/assets.o
LIBRARY := $(BUILD)/libietekme.a

# Everything embedded, sorted by path (core/asset.c looks it up by path).
ASSETS := $(sort $(wildcard ingest/*.sql ingest/datasets/*.csv ingest/rules/*.sql ingest/mapping/*.csv metrics/*.sql metrics/kpi/*.sql \
            analysis/*.sql analysis/frames/*.sql analysis/recommendations/*.sql report/*.sql report/*.txt \
            report/blocks/*.sql report/templates/*.md data/reference/*.csv data/instruments/*.csv data/init/*.* \
            data/init/*/*.* data/simulate/*.csv data/simulate/narrative/*.md METHODOLOGY.md))

TEST_SOURCES := $(wildcard tests/unit/*.c tests/stage/*.c tests/numeric/*.c)
TESTS := $(TEST_SOURCES:%.c=$(BUILD)/%)

.PHONY: all demo test sanitize golden twice bench fuzz certificate install format clean help setup setup-test setup-tools tests
all: $(BUILD)/ietekme

$(BUILD)/ietekme: $(BUILD)/cli/main.o $(LIBRARY)
	@echo '  link $@'
	@$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $(BUILD)/cli/main.o $(LIBRARY) $(LIBS)

$(LIBRARY): $(filter-out $(BUILD)/cli/main.o,$(OBJECTS))
	@rm -f $@
	@$(AR) qcsD $@ $^

$(BUILD)/%.o: %.c Makefile
	@mkdir -p $(@D)
	@echo '  cc $<'
	@$(CC) $(CPPFLAGS) $(CFLAGS) -c -o $@ $<

# The list of assets is a prerequisite through its own file: adding or removing one embeds anew.
$(BUILD)/assets.list: FORCE
	@mkdir -p $(@D)
	@echo '$(ASSETS)' | cmp -s - $@ || echo '$(ASSETS)' > $@
$(BUILD)/assets.S: $(BUILD)/assets.list $(ASSETS) core/embed.sh
	@sh core/embed.sh $(ASSETS) > $@
$(BUILD)/assets.o: $(BUILD)/assets.S
	@$(CC) -c -o $@ $<

$(BUILD)/tests/%: tests/%.c $(LIBRARY)
	@mkdir -p $(@D)
	@echo '  cc $<'
	@$(CC) $(CPPFLAGS) $(CFLAGS) $(LDFLAGS) -o $@ $< $(LIBRARY) -lcmocka $(LIBS)

tests: $(TESTS)

# Packages: nothing is installed when nothing is missing.
define install_missing
	@missing=; for package in $(1); do \
	    dpkg-query -W -f='$${Status}' $$package 2>/dev/null | grep -q 'install ok installed' || missing="$$missing $$package"; \
	done; \
	if [ -n "$$missing" ]; then \
	    if ! command -v apt-get >/dev/null; then \
	        echo "Trūkst pakotņu / missing packages (Debian names):$$missing" >&2; exit 2; fi; \
	    if [ "$$(id -u)" = 0 ]; then sudo=; elif command -v sudo >/dev/null; then sudo=sudo; else \
	        echo "Trūkst pakotņu / missing packages; as root: apt-get install$$missing" >&2; exit 2; fi; \
	    echo "Uzstādu / installing:$$missing"; \
	    { $$sudo apt-get -qq update && \
	      DEBIAN_FRONTEND=noninteractive $$sudo apt-get -qq install -y --no-install-recommends $$missing >/dev/null; } || \
	    { echo "Neizdevās uzstādīt / could not install:$$missing" >&2; exit 2; }; \
	fi
endef
setup:
	$(call install_missing,$(PACKAGES))
setup-tools: setup
	$(call install_missing,$(TOOL_PACKAGES))
setup-test: setup
	$(call install_missing,$(TEST_PACKAGES))

demo: setup
	@$(MAKE) --no-print-directory all
	@sh tests/demo.sh $(BUILD)

test: setup-test
	@$(MAKE) --no-print-directory all tests
	@sh tests/run.sh $(BUILD)

sanitize: setup-test
	@ASAN_OPTIONS=detect_leaks=1 LSAN_OPTIONS=suppressions=tests/leak.supp:print_suppressions=0 UBSAN_OPTIONS=halt_on_error=1:print_stacktrace=1 \
	$(MAKE) --no-print-directory BUILD=$(BUILD)/sanitize SANITIZE='-fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer' CFLAGS='-O1 -g -Wno-maybe-uninitialized' all tests
	@ASAN_OPTIONS=detect_leaks=1 LSAN_OPTIONS=suppressions=tests/leak.supp:print_suppressions=0 UBSAN_OPTIONS=halt_on_error=1:print_stacktrace=1 \
	sh tests/run.sh $(BUILD)/sanitize

golden: setup-test
	@$(MAKE) --no-print-directory all tests
	@GOLDEN=write sh tests/run.sh $(BUILD)

twice: setup
	@$(MAKE) --no-print-directory all
	@sh tests/twice.sh $(BUILD)

bench: setup
	@$(MAKE) --no-print-directory all
	@sh tests/bench.sh $(BUILD)

fuzz: setup-tools
	@$(MAKE) --no-print-directory $(BUILD)/assets.o
	@sh tests/fuzz.sh $(BUILD)

certificate: setup-test
	@$(MAKE) --no-print-directory $(BUILD)/tests/certificate/certificate
	@$(BUILD)/tests/certificate/certificate > $(BUILD)/ACCURACY.md && mv $(BUILD)/ACCURACY.md ACCURACY.md

install: setup
	@$(MAKE) --no-print-directory all
	install -D $(BUILD)/ietekme $(DESTDIR)$(PREFIX)/bin/ietekme
	install -D -m 644 cli/ietekme.1 $(DESTDIR)$(PREFIX)/share/man/man1/ietekme.1
	install -D -m 644 cli/ietekme.bash $(DESTDIR)$(PREFIX)/share/bash-completion/completions/ietekme

format: setup-tools
	clang-format -i $(SOURCES) $(wildcard $(ROOMS:%=%/*.h)) $(TEST_SOURCES) $(wildcard tests/*.h tests/fuzz/*.c)

clean:
	rm -rf $(BUILD)

help:
	@echo 'make            builds $(BUILD)/ietekme'
	@echo 'make demo       installs what is missing, builds, runs the sample programme, shows where the reports are'
	@echo 'make test       installs what is missing, builds, runs all tests; ends with "N passed, N failed"'
	@echo 'make sanitize   all tests under AddressSanitizer and UndefinedBehaviorSanitizer'
	@echo 'make golden     rewrites the expected texts of tests/golden: read that diff as you would code'
	@echo 'make twice      builds all outputs twice and compares bytes'
	@echo 'make fuzz       fuzzes the readers, a minute each (needs clang)'
	@echo 'make bench      times of the stages (figures, not tests)'
	@echo 'make certificate  writes ACCURACY.md: digits against NIST and R, coverage of intervals'
	@echo 'make install    program, man page and shell completion under PREFIX=$(PREFIX)'
	@echo 'make format     clang-format over the sources'
	@echo 'make clean      removes $(BUILD)'

FORCE:
-include $(OBJECTS:.o=.d) $(TESTS:=.d)
