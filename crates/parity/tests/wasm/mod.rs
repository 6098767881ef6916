//! Runs the wasm of this crate.

use std::env::var_os;
use std::path::PathBuf;
use wasmi::{Engine, Instance, Linker, Module, Store};

/// The path in an environment variable that `cargo xtask test` sets.
pub fn given(name: &str) -> Option<PathBuf> {
    var_os(name).map(PathBuf::from)
}

/// The wasm, running.
pub struct Wasm {
    /// Its memory and the count of its steps.
    pub store: Store<()>,
    /// Its exports.
    pub instance: Instance,
}

impl Wasm {
    /// Starts it in a memory of its own.
    pub fn start(engine: &Engine, module: &Module) -> Self {
        let mut store = Store::new(engine, ());
        let instance = Linker::new(engine).instantiate_and_start(&mut store, module).expect("it needs nothing from outside");
        Self { store, instance }
    }

    /// Writes the input.
    pub fn give(&mut self, input: &[u8]) {
        let reserve = self.instance.get_typed_func::<i32, i32>(&self.store, "reserve").expect("it is exported");
        let place = reserve.call(&mut self.store, input.len() as i32).expect("there is enough memory") as u32 as usize;
        let memory = self.instance.get_memory(&self.store, "memory").expect("it has a memory");
        memory.write(&mut self.store, place, input).expect("the place was reserved");
    }

    /// Calls an export that returns an address or a length.
    pub fn call(&mut self, name: &str) -> usize {
        let function = self.instance.get_typed_func::<(), i32>(&self.store, name).expect("it is exported");
        function.call(&mut self.store, ()).unwrap_or_else(|error| panic!("{name}: {error}")) as u32 as usize
    }
}
