//! Serves a folder like a public host, for a program that measures it: `hosted FOLDER` prints the address in its first line and ends
//! with its input.

use std::io::Read;
use std::path::Path;
use std::process::ExitCode;
use zeitlupe_e2e::place::SUB_PATH;
use zeitlupe_e2e::server::Server;

fn main() -> ExitCode {
    let Some(folder) = std::env::args().nth(1) else {
        eprintln!("usage: hosted FOLDER");
        return ExitCode::FAILURE;
    };
    let server = match Server::start_hosted(Path::new(&folder), SUB_PATH) {
        Ok(server) => server,
        Err(message) => {
            eprintln!("error: {message}");
            return ExitCode::FAILURE;
        }
    };
    println!("{}", server.base());
    // At the end of the input or an error, nobody is left to serve.
    let _ = std::io::stdin().read_to_end(&mut Vec::new());
    ExitCode::SUCCESS
}
