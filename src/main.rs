//! The thin binary: parse, dispatch, exit code.

fn main() -> std::process::ExitCode {
    plenary::cli::run(std::env::args_os())
}
