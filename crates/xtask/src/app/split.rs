//! Divides the app's wasm in two: what is needed first, and what is loaded when a view is opened.
//!
//! Both share memory, globals and the table of functions. The second has the functions that only the late views use; when it is instantiated, it
//! puts them in their slots of the table, which hold a function that traps until then. So the first must reach it through the table only, and not
//! before it is there: `src/late.rs` sees to that. With them goes the constant data that only they need; at its place in memory the first has
//! nothing but zeros.

use super::data::{self, Segment};
use anyhow::{Result, bail};
use std::collections::{BTreeMap, HashSet};
use walrus::ir::{Value, Visitor, dfs_in_order};
use walrus::{
    ConstExpr, DataId, DataKind, ElementItems, ElementKind, ExportItem, FunctionBuilder, FunctionId, FunctionKind, GlobalKind, ImportKind,
    ImportedFunction, Module, ModuleConfig, passes,
};

/// The name under which the second imports from the first; boot.js knows it.
const FIRST: &str = "app";

/// A divided wasm.
pub struct Divided {
    /// All in one.
    pub whole: Vec<u8>,
    /// What is needed first.
    pub first: Vec<u8>,
    /// The rest.
    pub late: Vec<u8>,
}

/// Divides a wasm of one table, whose functions have their Rust names. `linked` is the same as the linker has left it, with relocations. `late` are
/// the modules of the app whose functions are not needed first. The result has no names.
pub fn divide(wasm: &[u8], linked: &[u8], late: &[String]) -> Result<Divided> {
    let paths: Vec<String> = late.iter().map(|path| format!("zeitlupe::{path}::")).collect();
    divide_by(wasm, linked, &|name| paths.iter().any(|path| plain(name).contains(path)))
}

/// A name without the hashes of crates: `zeitlupe[0123456789abcdef]::late::page`.
fn plain(name: &str) -> String {
    name.split('[').map(|piece| piece.split_once(']').map_or(piece, |(_, rest)| rest)).collect()
}

fn divide_by(wasm: &[u8], linked: &[u8], is_late: &dyn Fn(&str) -> bool) -> Result<Divided> {
    let (mut first, mut late) = (parse(wasm)?, parse(wasm)?);
    let slots = slots(&first)?;
    let is_late = |id: FunctionId| first.funcs.get(id).name.as_deref().is_some_and(is_late);
    let exported = first.exports.iter().filter_map(|export| if let ExportItem::Function(id) = export.item { Some(id) } else { None });
    let roots = exported.chain(first.start).chain(slots.values().copied().filter(|id| !is_late(*id)));
    let early = reached(&first, roots, &HashSet::new());
    let moved = reached(&first, slots.values().copied(), &early);
    if moved.is_empty() {
        bail!("expected a wasm with names of functions, and late ones among them, found none");
    }
    let all: Vec<FunctionId> = first.funcs.iter().map(|function| function.id()).collect();
    let called: HashSet<FunctionId> = moved.iter().flat_map(|id| calls(&first, *id)).collect();
    // Functions of both by their place in the original.
    let places = |of: &HashSet<FunctionId>| all.iter().enumerate().filter(|(_, id)| of.contains(id)).map(|(at, _)| at).collect::<Vec<_>>();
    let shared: Vec<usize> = places(&called.difference(&moved).copied().collect());
    let moved_slots: Vec<(u32, usize)> = slots
        .iter()
        .filter(|(_, id)| moved.contains(id))
        .filter_map(|(slot, id)| Some((*slot, all.iter().position(|other| other == id)?)))
        .collect();
    let names = |are_moved: bool| {
        let local = first.funcs.iter_local().map(|(id, _)| id).filter(|id| moved.contains(id) == are_moved);
        local.filter_map(|id| first.funcs.get(id).name.as_deref().map(plain)).collect::<HashSet<String>>()
    };
    // Several functions may have one name.
    let (moved_names, others) = (names(true), names(false));
    let segments = data::segments(linked, &|name| moved_names.contains(&plain(name)) && !others.contains(&plain(name)))?;
    take(&mut first, &segments)?;
    put(&mut late, &segments)?;
    Ok(Divided {
        whole: parse(wasm)?.emit_wasm(),
        first: without(first, &moved, shared.iter().map(|at| all[*at])),
        late: rest(late, &shared, &moved_slots)?,
    })
}

fn parse(wasm: &[u8]) -> Result<Module> {
    let mut config = ModuleConfig::new();
    config.generate_name_section(false).generate_producers_section(false);
    let mut module = config.parse(wasm)?;
    for section in ["linking", "reloc.CODE", "reloc.DATA"] {
        module.customs.remove_raw(section);
    }
    Ok(module)
}

/// Removes the late data.
fn take(module: &mut Module, segments: &[Segment]) -> Result<()> {
    let own: Vec<DataId> = module.data.iter().map(|data| data.id()).collect();
    for (id, segment) in own.iter().zip(segments) {
        let data = module.data.get_mut(*id);
        let is_here =
            matches!(&data.kind, DataKind::Active { offset: ConstExpr::Value(Value::I32(at)), .. } if *at as u32 == segment.address);
        if !is_here || data.value != segment.bytes {
            bail!("expected the same data as the linker has written, found others at {}", segment.address);
        }
        segment.late.iter().for_each(|range| data.value[range.clone()].fill(0));
    }
    if own.len() != segments.len() {
        bail!("expected {} segments of data, as the linker has written, found {}", segments.len(), own.len());
    }
    Ok(())
}

/// What one more segment of data costs, in bytes.
const SEGMENT: usize = 8;

/// Leaves only the late data. Between two pieces that lie close together is what is constant, too, so it may be written once more.
fn put(module: &mut Module, segments: &[Segment]) -> Result<()> {
    module.data.iter().map(|data| data.id()).collect::<Vec<_>>().into_iter().for_each(|id| module.data.delete(id));
    let Some(memory) = module.memories.iter().next().map(|memory| memory.id()) else { bail!("expected a memory, found none") };
    module.memories.get_mut(memory).data_segments.clear();
    for segment in segments {
        for range in data::joined(segment.late.clone(), SEGMENT) {
            let at = segment.address + range.start as u32;
            let kind = DataKind::Active { memory, offset: ConstExpr::Value(Value::I32(at as i32)) };
            let id = module.data.add(kind, segment.bytes[range].to_vec());
            module.memories.get_mut(memory).data_segments.insert(id);
        }
    }
    Ok(())
}

/// The functions in the slots of the table.
fn slots(module: &Module) -> Result<BTreeMap<u32, FunctionId>> {
    let table = module.tables.main_function_table()?;
    let mut out = BTreeMap::new();
    for element in module.elements.iter() {
        let (ElementKind::Active { table: of, offset: ConstExpr::Value(Value::I32(offset)) }, ElementItems::Functions(ids)) =
            (&element.kind, &element.items)
        else {
            bail!("expected elements of functions at a fixed place of the table, found others");
        };
        if Some(*of) == table {
            out.extend((*offset as u32..).zip(ids.iter().copied()));
        }
    }
    Ok(out)
}

#[derive(Default)]
struct Calls(Vec<FunctionId>);

impl Visitor<'_> for Calls {
    fn visit_function_id(&mut self, id: &FunctionId) {
        self.0.push(*id);
    }
}

/// The functions that a function calls directly, or refers to.
fn calls(module: &Module, id: FunctionId) -> Vec<FunctionId> {
    let FunctionKind::Local(function) = &module.funcs.get(id).kind else { return Vec::new() };
    let mut calls = Calls::default();
    dfs_in_order(&mut calls, function, function.entry_block());
    calls.0
}

/// The functions reached from some by direct calls, without `others` and imported ones.
fn reached(module: &Module, from: impl Iterator<Item = FunctionId>, others: &HashSet<FunctionId>) -> HashSet<FunctionId> {
    let mut out = HashSet::new();
    let mut left: Vec<FunctionId> = from.collect();
    while let Some(id) = left.pop() {
        let is_local = matches!(module.funcs.get(id).kind, FunctionKind::Local(_));
        if is_local && !others.contains(&id) && out.insert(id) {
            left.extend(calls(module, id));
        }
    }
    out
}

/// The names by which the first exports what the second needs, in the order table, memories, globals, functions: `0`, `1`, …, `9`, `A`, …, short.
fn numbered() -> impl Iterator<Item = String> {
    let digits: Vec<char> = ('0'..='9').chain('A'..='Z').chain('a'..='z').collect();
    (0_usize..).map(move |number| {
        let mut name = String::new();
        let mut left = number + 1;
        while left > 0 {
            left -= 1;
            name.insert(0, digits[left % digits.len()]);
            left /= digits.len();
        }
        name
    })
}

/// The first: without the moved functions, and with exports for the rest.
fn without(mut module: Module, moved: &HashSet<FunctionId>, shared: impl Iterator<Item = FunctionId>) -> Vec<u8> {
    let mut trap = FunctionBuilder::new(&mut module.types, &[], &[]);
    trap.func_body().unreachable();
    let trap = trap.finish(Vec::new(), &mut module.funcs);
    for element in module.elements.iter_mut() {
        if let ElementItems::Functions(ids) = &mut element.items {
            ids.iter_mut().filter(|id| moved.contains(id)).for_each(|id| *id = trap);
        }
    }
    let mut items: Vec<ExportItem> = module.tables.iter().map(|table| table.id().into()).collect();
    items.extend(module.memories.iter().map(|memory| ExportItem::from(memory.id())));
    items.extend(module.globals.iter().map(|global| ExportItem::from(global.id())));
    items.extend(shared.map(ExportItem::from));
    for (item, name) in items.into_iter().zip(numbered()) {
        module.exports.add(&name, item);
    }
    passes::gc::run(&mut module);
    module.emit_wasm()
}

/// The second: what fills these slots, importing everything else. Functions are given by their place in the original.
fn rest(mut module: Module, shared: &[usize], slots: &[(u32, usize)]) -> Result<Vec<u8>> {
    let all: Vec<FunctionId> = module.funcs.iter().map(|function| function.id()).collect();
    let Some(table) = module.tables.main_function_table()? else { bail!("expected a table of functions, found none") };
    module.start = None;
    module.exports.iter().map(|export| export.id()).collect::<Vec<_>>().into_iter().for_each(|id| module.exports.delete(id));
    module.elements.iter().map(|element| element.id()).collect::<Vec<_>>().into_iter().for_each(|id| module.elements.delete(id));
    let mut names = numbered();
    let mut import = |imports: &mut walrus::ModuleImports, kind: ImportKind| imports.add(FIRST, &names.next().unwrap_or_default(), kind);
    for table in module.tables.iter_mut() {
        table.elem_segments.clear();
        table.import = Some(import(&mut module.imports, ImportKind::Table(table.id())));
    }
    for memory in module.memories.iter_mut() {
        memory.import = Some(import(&mut module.imports, ImportKind::Memory(memory.id())));
    }
    for id in module.globals.iter().map(|global| global.id()).collect::<Vec<_>>() {
        module.globals.get_mut(id).kind = GlobalKind::Import(import(&mut module.imports, ImportKind::Global(id)));
    }
    for at in shared {
        if let FunctionKind::Import(function) = &module.funcs.get(all[*at]).kind {
            module.imports.delete(function.import);
        }
        let import = import(&mut module.imports, ImportKind::Function(all[*at]));
        let function = module.funcs.get_mut(all[*at]);
        function.kind = FunctionKind::Import(ImportedFunction { import, ty: function.ty() });
    }
    for run in slots.chunk_by(|a, b| a.0 + 1 == b.0) {
        let kind = ElementKind::Active { table, offset: ConstExpr::Value(Value::I32(run[0].0 as i32)) };
        let element = module.elements.add(kind, ElementItems::Functions(run.iter().map(|(_, at)| all[*at]).collect()));
        module.tables.get_mut(table).elem_segments.insert(element);
    }
    passes::gc::run(&mut module);
    Ok(module.emit_wasm())
}

#[cfg(test)]
mod tests {
    use super::*;
    use walrus::ir::{Call, CallIndirect};
    use walrus::{RefType, ValType};
    use wasmi::{Engine, Linker, Store};

    /// An app: `run(slot)` calls the function in a slot of the table. Slot 0 has an early function, slots 1 and 2 late ones. All call one that both
    /// need, which adds to a global; one late function also calls another, and an import.
    fn app(name_of_late: &str) -> Vec<u8> {
        let mut module = Module::default();
        let number = [ValType::I32];
        let kind = module.types.add(&[], &number);
        let table = module.tables.add_local(false, 3, Some(3), RefType::FUNCREF);
        let count = module.globals.add_local(ValType::I32, true, false, ConstExpr::Value(Value::I32(40)));
        let (given, _) = module.add_import_func("page", "given", kind);
        let make = |module: &mut Module, name: &str, calls: &[FunctionId]| {
            let mut builder = FunctionBuilder::new(&mut module.types, &[], &number);
            builder.name(name.to_owned());
            let mut body = builder.func_body();
            body.i32_const(0);
            for id in calls {
                body.instr(Call { func: *id }).binop(walrus::ir::BinaryOp::I32Add);
            }
            builder.finish(Vec::new(), &mut module.funcs)
        };
        let mut builder = FunctionBuilder::new(&mut module.types, &[], &number);
        builder.name("zeitlupe[0a]::state::count".into());
        builder.func_body().global_get(count).i32_const(1).binop(walrus::ir::BinaryOp::I32Add).global_set(count).global_get(count);
        let shared = builder.finish(Vec::new(), &mut module.funcs);
        let early = make(&mut module, "<zeitlupe[0a]::pages::Front as yew[1b]::View>::view", &[shared]);
        let helper = make(&mut module, "core[2c]::helper", &[]);
        let one = make(&mut module, name_of_late, &[shared, helper, given]);
        let two = make(&mut module, name_of_late, &[shared]);
        let offset = ConstExpr::Value(Value::I32(0));
        let element = module.elements.add(ElementKind::Active { table, offset }, ElementItems::Functions(vec![early, one, two]));
        module.tables.get_mut(table).elem_segments.insert(element);
        let slot = module.locals.add(ValType::I32);
        let mut run = FunctionBuilder::new(&mut module.types, &number, &number);
        run.func_body().local_get(slot).instr(CallIndirect { ty: kind, table });
        let run = run.finish(vec![slot], &mut module.funcs);
        module.exports.add("run", run);
        module.emit_wasm()
    }

    const LATE: &str = "<zeitlupe[0a]::pages::time::Time as yew[1b]::View>::view";

    #[test]
    fn the_rest_joins_memory_globals_and_table() {
        let divided = divide(&app(LATE), &["pages::time".into()]).expect("it can be divided");
        let engine = Engine::default();
        let mut store = Store::new(&engine, ());
        let mut linker = Linker::new(&engine);
        linker.func_wrap("page", "given", || 100_i32).expect("a new name");
        let start = |linker: &Linker<()>, store: &mut Store<()>, wasm: &[u8]| {
            linker.instantiate_and_start(store, &wasmi::Module::new(&engine, wasm).expect("a valid wasm")).expect("all imports are there")
        };
        let first = start(&linker, &mut store, &divided.first);
        let run = first.get_typed_func::<i32, i32>(&store, "run").expect("it is exported");
        assert_eq!(run.call(&mut store, 0).expect("it is early"), 41);
        assert!(run.call(&mut store, 1).is_err() && run.call(&mut store, 2).is_err(), "the rest is not there");
        let exports: Vec<(String, wasmi::Extern)> =
            first.exports(&store).map(|export| (export.name().to_owned(), export.into_extern())).collect();
        for (name, item) in exports {
            linker.define(FIRST, &name, item).expect("names are unique");
        }
        start(&linker, &mut store, &divided.late);
        // The global went on.
        let answers: Vec<i32> = [1, 2, 0].into_iter().map(|slot| run.call(&mut store, slot).expect("all are there")).collect();
        assert_eq!(answers, [142, 43, 44]);
    }

    #[test]
    fn names_are_short_and_differ() {
        let names: Vec<String> = numbered().take(5000).collect();
        assert_eq!([&names[0], &names[61], &names[62], &names[4999]], ["0", "z", "00", "0Hd"]);
        assert_eq!(names.iter().collect::<HashSet<_>>().len(), names.len());
    }

    #[test]
    fn what_is_needed_first_stays_and_names_go() {
        let divided = divide(&app(LATE), &["pages::time".into()]).expect("it can be divided");
        let count = |wasm: &[u8]| Module::from_buffer(wasm).expect("a wasm").funcs.iter_local().count();
        // run, count, the early one, the trap; the two late ones and what only they call.
        assert_eq!((count(&divided.first), count(&divided.late)), (4, 3));
        for wasm in [&divided.first, &divided.late] {
            assert!(!wasm.windows(4).any(|bytes| bytes == b"view"));
        }
    }

    #[test]
    fn a_wasm_without_late_functions_is_refused() {
        for wasm in [app("<zeitlupe[0a]::pages::timely::Time as yew[1b]::View>::view"), Vec::new()] {
            assert!(divide(&wasm, &["pages::time".into()]).is_err());
        }
    }
}
