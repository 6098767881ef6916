//! Every chore of a developer.

fn main() {}
