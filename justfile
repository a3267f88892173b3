# The same commands as in the README, by short names.

# run the demo shop
demo:
    cargo run --release -- serve --demo

# everything that must hold before a change lands
ci:
    .ci/run

# every test, installing what they need
test *args:
    cargo xtask test {{args}}

# the packages that tests need
setup:
    cargo xtask setup

# every benchmark; prints the machine
bench *args:
    cargo xtask bench {{args}}

# the fuzz targets, ten minutes each
fuzz *args:
    cargo xtask fuzz {{args}}

# kill -9 under load and a check of the books, round after round
soak *args:
    cargo xtask soak kill {{args}}

# format and lint
lint:
    cargo fmt --all --check
    cargo clippy --release --workspace --all-targets --locked -- -D warnings

# write the generated documents anew
generate:
    EXECORA_WRITE=1 cargo test --release -p execora --test documents

# the binary that ships
dist:
    cargo build --profile dist -p execora
