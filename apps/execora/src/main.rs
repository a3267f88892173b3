//! The one binary of Execora.

fn main() -> std::process::ExitCode {
    execora::cli::main()
}
