fn main() {
    for p in std::env::args().skip(1) {
        match plenary::review::load::review(&p) {
            Ok(l) => println!("OK\n{}", l.warnings),
            Err(e) => println!("{e}"),
        }
    }
}
