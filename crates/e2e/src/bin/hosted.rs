//! Serves a folder as a public host does, for a program that measures it: `hosted FOLDER` says the address of the folder in its first
//! line, and ends when its input does.

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
    // Whether it ends or breaks, there is nobody to serve any more.
    let _ = std::io::stdin().read_to_end(&mut Vec::new());
    ExitCode::SUCCESS
}
