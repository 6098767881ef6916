//! Divides the app's wasm into what is needed first, what the late views have in common, and parts that only some of those need.
//!
//! All share memory, globals and the table of functions. A part has the functions that only its modules use; when it is instantiated, it puts them
//! in their slots of the table, which hold a function that traps until then. So it must be reached through the table only, and not before it is
//! there: `src/late.rs` sees to that. With them goes the constant data that only they need; at its place in memory the first has nothing but zeros.

use super::data::{self, Level, Segment};
use anyhow::{Result, bail};
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use walrus::ir::{Value, Visitor, dfs_in_order};
use walrus::{
    ConstExpr, DataId, DataKind, ElementItems, ElementKind, ExportItem, FunctionBuilder, FunctionId, FunctionKind, GlobalKind, ImportKind,
    ImportedFunction, Module, ModuleConfig, passes,
};

/// The names under which a part imports from the first and from what the late views have in common; boot.js knows them.
const LEVELS: [&str; 2] = ["app", "late"];

/// A divided wasm.
pub struct Divided {
    /// All in one.
    pub whole: Vec<u8>,
    /// What is needed first.
    pub first: Vec<u8>,
    /// The others: what the late views have in common, then the parts that only some need.
    pub parts: Vec<Vec<u8>>,
}

/// Divides a wasm of one table, whose functions have their Rust names. `linked` is the same as the linker has left it, with relocations. For each part
/// there are the modules of the app whose functions are not needed before it; the first is what the late views have in common. A module that several
/// name belongs to the last. The result has no names.
pub fn divide(wasm: &[u8], linked: &[u8], parts: &[Vec<String>]) -> Result<Divided> {
    let module = parse(wasm)?;
    let plan = Plan::new(&module, parts)?;
    let segments = data::segments(linked, &plan.by_name(&module))?;
    let part = |level: Level| plan.part(parse(wasm)?, level, &segments);
    Ok(Divided { whole: parse(wasm)?.emit_wasm(), first: part(0)?, parts: (1..=parts.len()).map(part).collect::<Result<_>>()? })
}

/// A name without the hashes of crates: `zeitlupe[0123456789abcdef]::late::page`.
fn plain(name: &str) -> String {
    name.split('[').map(|piece| piece.split_once(']').map_or(piece, |(_, rest)| rest)).collect()
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

/// Where each function goes. Functions are given by their place in the module, which is the same each time that it is read.
struct Plan {
    /// Those that anything leads to; the others are left out.
    levels: BTreeMap<usize, Level>,
    /// The functions in the slots of the table.
    slots: BTreeMap<u32, usize>,
    /// What functions of other levels call: of the first, imported ones included, and of what the late views have in common.
    offered: [Vec<usize>; 2],
}

impl Plan {
    fn new(module: &Module, parts: &[Vec<String>]) -> Result<Self> {
        let paths: Vec<Vec<String>> = parts.iter().map(|part| part.iter().map(|path| format!("zeitlupe::{path}::")).collect()).collect();
        let of_slot = |id: FunctionId| -> Level {
            let name = module.funcs.get(id).name.as_deref().map(plain).unwrap_or_default();
            paths.iter().rposition(|paths| paths.iter().any(|path| name.contains(path))).map_or(0, |part| part + 1)
        };
        let slots = slots(module)?;
        let exported = module.exports.iter().filter_map(|export| if let ExportItem::Function(id) = export.item { Some(id) } else { None });
        let mut levels: HashMap<FunctionId, Level> =
            reached(module, exported.chain(module.start), &|_| false).into_iter().map(|id| (id, 0)).collect();
        for level in 0..=parts.len() {
            let from = slots.values().copied().filter(|id| of_slot(*id) == level);
            // A part has nothing of its own from what is there before it.
            let found = reached(module, from, &|id| levels.get(&id).is_some_and(|other| *other <= level.min(1)));
            if level > 0 && found.is_empty() {
                bail!("expected a wasm with names of functions, and some of level {level} among them, found none");
            }
            for id in found {
                levels.entry(id).and_modify(|other| *other = data::common(*other, level)).or_insert(level);
            }
        }
        let all: Vec<FunctionId> = module.funcs.iter().map(|function| function.id()).collect();
        let places: HashMap<FunctionId, usize> = all.iter().enumerate().map(|(place, id)| (*id, place)).collect();
        // Imported functions have no level; they are those of the first.
        let level = |id: FunctionId| levels.get(&id).copied().unwrap_or(0);
        let mut offered = [BTreeSet::new(), BTreeSet::new()];
        for (id, user) in all.iter().filter_map(|id| Some((*id, *levels.get(id)?))) {
            for called in calls(module, id).into_iter().filter(|called| level(*called) < user) {
                offered[level(called)].insert(places[&called]);
            }
        }
        Ok(Self {
            levels: all.iter().enumerate().filter_map(|(place, id)| Some((place, *levels.get(id)?))).collect(),
            slots: slots.into_iter().map(|(slot, id)| (slot, places[&id])).collect(),
            offered: offered.map(|places| places.into_iter().collect()),
        })
    }

    /// The level of functions by their names. Several may have one name, and the linker may have known others: they are needed first.
    fn by_name(&self, module: &Module) -> impl Fn(&str) -> Level {
        let mut known: BTreeMap<String, Level> = BTreeMap::new();
        for (place, function) in module.funcs.iter().enumerate() {
            if let (Some(name), Some(level)) = (&function.name, self.levels.get(&place)) {
                known.entry(plain(name)).and_modify(|other| *other = data::common(*other, *level)).or_insert(*level);
            }
        }
        move |name| known.get(&plain(name)).copied().unwrap_or(0)
    }

    /// Leaves of a module what belongs to a level.
    fn part(&self, mut module: Module, level: Level, segments: &[Segment]) -> Result<Vec<u8>> {
        let all: Vec<FunctionId> = module.funcs.iter().map(|function| function.id()).collect();
        if level == 0 {
            self.take_functions(&mut module, &all);
            take_data(&mut module, segments)?;
        } else {
            self.put_functions(&mut module, level, &all)?;
            put_data(&mut module, level, segments)?;
        }
        if let Some(offered) = self.offered.get(level) {
            let mut items = if level == 0 { surroundings(&module) } else { Vec::new() };
            items.extend(offered.iter().map(|place| ExportItem::from(all[*place])));
            for (item, name) in items.into_iter().zip(numbered()) {
                module.exports.add(&name, item);
            }
        }
        passes::gc::run(&mut module);
        Ok(module.emit_wasm())
    }

    /// Puts a function that traps into the slots of those of other levels.
    fn take_functions(&self, module: &mut Module, all: &[FunctionId]) {
        let mut trap = FunctionBuilder::new(&mut module.types, &[], &[]);
        trap.func_body().unreachable();
        let trap = trap.finish(Vec::new(), &mut module.funcs);
        let moved: HashSet<FunctionId> = self.levels.iter().filter(|(_, level)| **level > 0).map(|(place, _)| all[*place]).collect();
        for element in module.elements.iter_mut() {
            if let ElementItems::Functions(ids) = &mut element.items {
                ids.iter_mut().filter(|id| moved.contains(id)).for_each(|id| *id = trap);
            }
        }
    }

    /// Fills only the slots of the functions of a level, and imports what is of lower ones.
    fn put_functions(&self, module: &mut Module, level: Level, all: &[FunctionId]) -> Result<()> {
        let Some(table) = module.tables.main_function_table()? else { bail!("expected a table of functions, found none") };
        module.start = None;
        module.exports.iter().map(|export| export.id()).collect::<Vec<_>>().into_iter().for_each(|id| module.exports.delete(id));
        module.elements.iter().map(|element| element.id()).collect::<Vec<_>>().into_iter().for_each(|id| module.elements.delete(id));
        module.tables.iter_mut().for_each(|table| table.elem_segments.clear());
        for (lower, name) in LEVELS.iter().enumerate().take(level) {
            let mut names = numbered();
            if lower == 0 {
                for (item, number) in surroundings(module).into_iter().zip(names.by_ref()) {
                    import(module, item, name, &number);
                }
            }
            for (place, number) in self.offered[lower].iter().zip(names) {
                import(module, all[*place].into(), name, &number);
            }
        }
        let own: Vec<(u32, FunctionId)> = self
            .slots
            .iter()
            .filter(|(_, place)| self.levels.get(place) == Some(&level))
            .map(|(slot, place)| (*slot, all[*place]))
            .collect();
        for run in own.chunk_by(|a, b| a.0 + 1 == b.0) {
            let kind = ElementKind::Active { table, offset: ConstExpr::Value(Value::I32(run[0].0 as i32)) };
            let element = module.elements.add(kind, ElementItems::Functions(run.iter().map(|(_, id)| *id).collect()));
            module.tables.get_mut(table).elem_segments.insert(element);
        }
        Ok(())
    }
}

/// What all levels share: table, memory, globals.
fn surroundings(module: &Module) -> Vec<ExportItem> {
    let mut items: Vec<ExportItem> = module.tables.iter().map(|table| table.id().into()).collect();
    items.extend(module.memories.iter().map(|memory| ExportItem::from(memory.id())));
    items.extend(module.globals.iter().map(|global| ExportItem::from(global.id())));
    items
}

/// Imports something instead of defining it, or importing it from elsewhere.
fn import(module: &mut Module, item: ExportItem, from: &str, name: &str) {
    match item {
        ExportItem::Table(id) => module.tables.get_mut(id).import = Some(module.imports.add(from, name, ImportKind::Table(id))),
        ExportItem::Memory(id) => module.memories.get_mut(id).import = Some(module.imports.add(from, name, ImportKind::Memory(id))),
        ExportItem::Global(id) => {
            module.globals.get_mut(id).kind = GlobalKind::Import(module.imports.add(from, name, ImportKind::Global(id)))
        }
        ExportItem::Function(id) => {
            if let FunctionKind::Import(function) = &module.funcs.get(id).kind {
                module.imports.delete(function.import);
            }
            let import = module.imports.add(from, name, ImportKind::Function(id));
            let function = module.funcs.get_mut(id);
            function.kind = FunctionKind::Import(ImportedFunction { import, ty: function.ty() });
        }
        ExportItem::Tag(_) => (),
    }
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

/// The functions reached from some by direct calls, without imported ones and `others`.
fn reached(module: &Module, from: impl Iterator<Item = FunctionId>, others: &dyn Fn(FunctionId) -> bool) -> BTreeSet<FunctionId> {
    let mut out = BTreeSet::new();
    let mut left: Vec<FunctionId> = from.collect();
    while let Some(id) = left.pop() {
        let is_local = matches!(module.funcs.get(id).kind, FunctionKind::Local(_));
        if is_local && !others(id) && out.insert(id) {
            left.extend(calls(module, id));
        }
    }
    out
}

/// The names by which a level exports what others need: `0`, `1`, …, `9`, `A`, …, short.
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

/// What one more segment of data costs, in bytes.
const SEGMENT: usize = 8;

/// Removes the data of other levels.
fn take_data(module: &mut Module, segments: &[Segment]) -> Result<()> {
    let own: Vec<DataId> = module.data.iter().map(|data| data.id()).collect();
    for (id, segment) in own.iter().zip(segments) {
        let data = module.data.get_mut(*id);
        let is_here =
            matches!(&data.kind, DataKind::Active { offset: ConstExpr::Value(Value::I32(at)), .. } if *at as u32 == segment.address);
        if !is_here || data.value != segment.bytes {
            bail!("expected the same data as the linker has written, found others at {}", segment.address);
        }
        segment.moved.iter().for_each(|(_, range)| data.value[range.clone()].fill(0));
    }
    if own.len() != segments.len() {
        bail!("expected {} segments of data, as the linker has written, found {}", segments.len(), own.len());
    }
    Ok(())
}

/// Leaves only the data of a level. Between two pieces that lie close together is what is constant, too, so it may be written once more.
fn put_data(module: &mut Module, level: Level, segments: &[Segment]) -> Result<()> {
    module.data.iter().map(|data| data.id()).collect::<Vec<_>>().into_iter().for_each(|id| module.data.delete(id));
    let Some(memory) = module.memories.iter().next().map(|memory| memory.id()) else { bail!("expected a memory, found none") };
    module.memories.get_mut(memory).data_segments.clear();
    for segment in segments {
        let own = segment.moved.iter().filter(|(of, _)| *of == level).map(|(_, range)| range.clone());
        for range in data::joined(own, SEGMENT) {
            let at = segment.address + range.start as u32;
            let kind = DataKind::Active { memory, offset: ConstExpr::Value(Value::I32(at as i32)) };
            let id = module.data.add(kind, segment.bytes[range].to_vec());
            module.memories.get_mut(memory).data_segments.insert(id);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use walrus::ir::{Call, CallIndirect};
    use walrus::{RefType, ValType};
    use wasmi::{Engine, Linker, Store};

    const LATE: &str = "<zeitlupe[0a]::pages::time::Time as yew[1b]::View>::view";
    /// An app: `run(slot)` calls the function in a slot of the table. Slot 0 has an early function, slot 1 a late one, slot 2 one of the comparison. All
    /// call one that adds to a global; the late one also calls an import and another function, which that of the comparison calls, too.
    fn app() -> Vec<u8> {
        let mut module = Module::default();
        let number = [ValType::I32];
        let kind = module.types.add(&[], &number);
        let table = module.tables.add_local(false, 3, Some(3), RefType::FUNCREF);
        let count = module.globals.add_local(ValType::I32, true, false, ConstExpr::Value(Value::I32(40)));
        module.memories.add_local(false, false, 1, None, None);
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
        let one = make(&mut module, LATE, &[shared, helper, given]);
        let two = make(&mut module, COMPARE, &[shared, helper]);
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

    const COMPARE: &str = "<zeitlupe[0a]::pages::compare::Compare as yew[1b]::View>::view";

    /// What the linker would say of an app without data.
    fn linked() -> Vec<u8> {
        [&Module::default().emit_wasm()[..], b"\0\x09\x07linking\x02"].concat()
    }

    fn divided(app: &[u8]) -> Result<Divided> {
        let late = vec!["pages::time".into(), "pages::compare".into()];
        divide(app, &linked(), &[late, vec!["pages::compare".into()]])
    }

    #[test]
    fn parts_join_memory_globals_and_table() {
        let divided = divided(&app()).expect("it can be divided");
        let engine = Engine::default();
        let mut store = Store::new(&engine, ());
        let mut linker = Linker::new(&engine);
        linker.func_wrap("page", "given", || 100_i32).expect("a new name");
        let mut start = |store: &mut Store<()>, wasm: &[u8], name: Option<&str>| {
            let wasm = wasmi::Module::new(&engine, wasm).expect("a valid wasm");
            let instance = linker.instantiate_and_start(&mut *store, &wasm).expect("all imports are there");
            let exports: Vec<(String, wasmi::Extern)> =
                instance.exports(&*store).map(|export| (export.name().to_owned(), export.into_extern())).collect();
            for (item, export) in exports.into_iter().filter(|_| name.is_some()) {
                linker.define(name.unwrap_or_default(), &item, export).expect("names are unique");
            }
            instance
        };
        let first = start(&mut store, &divided.first, Some("app"));
        let run = first.get_typed_func::<i32, i32>(&store, "run").expect("it is exported");
        assert_eq!(run.call(&mut store, 0).expect("it is needed first"), 41);
        assert!((1..3).all(|slot| run.call(&mut store, slot).is_err()), "no part is there");
        start(&mut store, &divided.parts[0], Some("late"));
        assert_eq!(run.call(&mut store, 1).expect("the first part is there"), 142);
        assert!(run.call(&mut store, 2).is_err(), "the second is not");
        start(&mut store, &divided.parts[1], None);
        // The global went on.
        let answers: Vec<i32> = [2, 1, 0].into_iter().map(|slot| run.call(&mut store, slot).expect("all are there")).collect();
        assert_eq!(answers, [43, 144, 45]);
    }

    #[test]
    fn names_are_short_and_differ() {
        let names: Vec<String> = numbered().take(5000).collect();
        assert_eq!([&names[0], &names[61], &names[62], &names[4999]], ["0", "z", "00", "0Hd"]);
        assert_eq!(names.iter().collect::<HashSet<_>>().len(), names.len());
    }

    #[test]
    fn what_is_needed_first_stays_and_names_go() {
        let Divided { first, parts, .. } = divided(&app()).expect("it can be divided");
        let count = |wasm: &[u8]| Module::from_buffer(wasm).expect("a wasm").funcs.iter_local().count();
        // run, count, the early one, the trap; the late one and what only late ones call; the comparison.
        assert_eq!((count(&first), count(&parts[0]), count(&parts[1])), (4, 2, 1));
        for wasm in [&first, &parts[0], &parts[1]] {
            assert!(!wasm.windows(4).any(|bytes| bytes == b"view"));
        }
    }

    #[test]
    fn a_wasm_without_functions_of_a_part_is_refused() {
        let compare = |part: &str| divide(&app(), &linked(), &[vec!["pages::time".into()], vec![part.into()]]);
        assert!(compare("pages::compare").is_ok() && compare("pages::comparison").is_err());
        assert!(divided(&[]).is_err() && divide(&app(), &[], &[vec!["pages::time".into()]]).is_err());
    }
}
