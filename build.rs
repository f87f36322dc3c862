//! The files of `config/` are built into the program, so a change in them builds it anew.

fn main() {
    println!("cargo::rerun-if-changed=config");
}
