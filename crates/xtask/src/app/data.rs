//! Which constant data of the app's wasm is not needed first.
//!
//! The linker says so if it is asked to keep its relocations (`--emit-relocs`): each place in a function or in the data that holds the address of a
//! piece of data, and where each piece is. The format is that of object files,
//! <https://github.com/WebAssembly/tool-conventions/blob/main/Linking.md>.

use anyhow::{Context, Result, bail};
use std::collections::BTreeMap;
use std::ops::Range;
use wasmparser::{
    CustomSectionReader, DataKind, KnownCustom, Linking, Name, Operator, Parser, Payload, RelocationType, SymbolInfo, TypeRef,
};

/// The section with what is constant.
const CONSTANT: &str = ".rodata";

/// When something is needed: 0 at first, 1 by late views, and each further number by a view of its own.
pub type Level = usize;

/// The level of what two levels need.
pub fn common(a: Level, b: Level) -> Level {
    if a == b { a } else { a.min(b).min(1) }
}

/// A segment of data in memory.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Segment {
    /// The address of its first byte.
    pub address: u32,
    /// Its content.
    pub bytes: Vec<u8>,
    /// The pieces that are not needed first, as ranges of `bytes`, in order, without overlap.
    pub moved: Vec<(Level, Range<usize>)>,
}

/// The segments of a wasm that was linked with `--emit-relocs`; `level` is that of a function by its name, as Rust writes it with the hashes of
/// crates. One without a name is needed first, and so is data that no function leads to.
pub fn segments(linked: &[u8], level: &dyn Fn(&str) -> Level) -> Result<Vec<Segment>> {
    let linked = Linked::read(linked).context("expected a wasm with the relocations of the linker")?;
    let levels = linked.levels(level)?;
    let mut out = Vec::new();
    for (index, (address, bytes, _)) in linked.segments.iter().enumerate() {
        let is_constant = linked.names.get(index).is_some_and(|name| name.starts_with(CONSTANT));
        // Pieces may overlap, so each byte has its own level.
        let mut of_bytes: Vec<Option<Level>> = vec![None; bytes.len()];
        for (symbol, piece) in linked.pieces.iter().filter(|(_, piece)| piece.segment == index && is_constant) {
            let own = levels.get(symbol).copied().unwrap_or(0);
            for byte in of_bytes.get_mut(piece.range.clone()).with_context(|| format!("expected data of segment {index}, found none"))? {
                *byte = Some(byte.map_or(own, |other| common(other, own)));
            }
        }
        let mut moved: Vec<(Level, Range<usize>)> = Vec::new();
        for (at, own) in of_bytes.into_iter().enumerate() {
            match (own.filter(|own| *own > 0), moved.last_mut()) {
                (Some(own), Some((last, range))) if *last == own && range.end == at => range.end += 1,
                (Some(own), _) => moved.push((own, at..at + 1)),
                (None, _) => (),
            }
        }
        out.push(Segment { address: *address, bytes: bytes.clone(), moved });
    }
    Ok(out)
}

/// Ranges in order, those joined between which at most `gap` bytes are.
pub fn joined(ranges: impl Iterator<Item = Range<usize>>, gap: usize) -> Vec<Range<usize>> {
    let mut out: Vec<Range<usize>> = Vec::new();
    for range in ranges {
        match out.last_mut() {
            Some(last) if range.start <= last.end + gap => last.end = range.end,
            _ => out.push(range),
        }
    }
    out
}

/// A symbol of data.
struct Piece {
    segment: usize,
    range: Range<usize>,
}

/// What the linker says. Offsets in the code and the data are from the start of their section.
#[derive(Default)]
struct Linked {
    /// Where each function is in the code, with its name.
    functions: Vec<(Range<usize>, Option<String>)>,
    /// Address, content and the offset of the content in the section of data.
    segments: Vec<(u32, Vec<u8>, usize)>,
    /// The names of the segments.
    names: Vec<String>,
    /// The data among the symbols, by number of the symbol.
    pieces: BTreeMap<u32, Piece>,
    /// The places in the code that hold the address or the number of something, with its symbol.
    in_code: Vec<(usize, u32)>,
    /// The same in the data.
    in_data: Vec<(usize, u32)>,
}

impl Linked {
    fn read(wasm: &[u8]) -> Result<Self> {
        let mut out = Self::default();
        let (mut imported, mut code, mut names) = (0_u32, 0, BTreeMap::new());
        let mut is_linked = false;
        for payload in Parser::new(0).parse_all(wasm) {
            match payload? {
                Payload::ImportSection(imports) => {
                    for import in imports.into_imports() {
                        imported += u32::from(matches!(import?.ty, TypeRef::Func(_)));
                    }
                }
                Payload::CodeSectionStart { range, .. } => code = range.start,
                Payload::CodeSectionEntry(body) => out.functions.push((body.range().start - code..body.range().end - code, None)),
                Payload::DataSection(section) => {
                    let start = section.range().start;
                    for segment in section {
                        let segment = segment?;
                        let content = segment.range.end - segment.data.len() - start;
                        let DataKind::Active { offset_expr, .. } = segment.kind else { bail!("expected data at a fixed address") };
                        let Operator::I32Const { value } = offset_expr.get_operators_reader().read()? else {
                            bail!("expected a fixed address")
                        };
                        out.segments.push((value as u32, segment.data.to_vec(), content));
                    }
                }
                Payload::CustomSection(section) => is_linked |= out.custom(&section, &mut names)?,
                _ => (),
            }
        }
        if !is_linked {
            bail!("expected a section called linking, found none");
        }
        for (n, function) in (imported..).zip(&mut out.functions) {
            function.1 = names.remove(&n);
        }
        Ok(out)
    }

    /// Reads a custom section; names of functions go to `names`. Whether it was that of symbols.
    fn custom(&mut self, section: &CustomSectionReader, names: &mut BTreeMap<u32, String>) -> Result<bool> {
        match section.as_known() {
            KnownCustom::Name(sections) => {
                for part in sections {
                    let Name::Function(functions) = part? else { continue };
                    for naming in functions {
                        let naming = naming?;
                        names.insert(naming.index, rustc_demangle::demangle(naming.name).to_string());
                    }
                }
            }
            KnownCustom::Linking(linking) => {
                for part in linking {
                    self.symbols(part?)?;
                }
                return Ok(true);
            }
            KnownCustom::Reloc(relocations) => {
                let places = match section.name() {
                    "reloc.CODE" => &mut self.in_code,
                    "reloc.DATA" => &mut self.in_data,
                    _ => return Ok(false),
                };
                for entry in relocations.entries() {
                    let entry = entry?;
                    // The only one that does not give the number of a symbol.
                    if entry.ty != RelocationType::TypeIndexLeb {
                        places.push((entry.offset as usize, entry.index));
                    }
                }
            }
            _ => (),
        }
        Ok(false)
    }

    fn symbols(&mut self, part: Linking) -> Result<()> {
        match part {
            Linking::SymbolTable(symbols) => {
                for (number, symbol) in (0..).zip(symbols) {
                    let SymbolInfo::Data { symbol: Some(data), .. } = symbol? else { continue };
                    let (start, size) = (data.offset as usize, data.size as usize);
                    self.pieces.insert(number, Piece { segment: data.index as usize, range: start..start + size });
                }
            }
            Linking::SegmentInfo(segments) => {
                for segment in segments {
                    self.names.push(segment?.name.to_owned());
                }
            }
            _ => (),
        }
        Ok(())
    }

    /// The level of each symbol of data that a function leads to, directly or by other data.
    fn levels(&self, level: &dyn Fn(&str) -> Level) -> Result<BTreeMap<u32, Level>> {
        let mut left = Vec::new();
        for (place, symbol) in self.in_code.iter().filter(|(_, symbol)| self.pieces.contains_key(symbol)) {
            let at = self.functions.partition_point(|(range, _)| range.end <= *place);
            let Some((_, name)) = self.functions.get(at).filter(|(range, _)| range.contains(place)) else {
                bail!("expected each address in the code to be in a function, found one at {place}");
            };
            left.push((*symbol, name.as_deref().map_or(0, level)));
        }
        let mut out: BTreeMap<u32, Level> = BTreeMap::new();
        let leads = self.leads()?;
        while let Some((symbol, level)) = left.pop() {
            let before = out.get(&symbol).copied();
            let now = before.map_or(level, |before| common(before, level));
            if before != Some(now) {
                out.insert(symbol, now);
                left.extend(leads.get(&symbol).into_iter().flatten().map(|next| (*next, now)));
            }
        }
        Ok(out)
    }

    /// For each symbol of data the symbols whose address it holds.
    fn leads(&self) -> Result<BTreeMap<u32, Vec<u32>>> {
        let place = |piece: &Piece| self.segments.get(piece.segment).map_or(0, |(_, _, content)| content + piece.range.start);
        let mut by_place: Vec<(usize, usize, u32)> =
            self.pieces.iter().map(|(number, piece)| (place(piece), place(piece) + piece.range.len(), *number)).collect();
        by_place.sort_unstable();
        let mut out: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
        for (at, symbol) in self.in_data.iter().filter(|(_, symbol)| self.pieces.contains_key(symbol)) {
            // Symbols may overlap; one that holds the place begins before it.
            let before = &by_place[..by_place.partition_point(|(start, _, _)| start <= at)];
            let holders: Vec<u32> = before.iter().filter(|(_, end, _)| end > at).map(|(_, _, number)| *number).collect();
            if holders.is_empty() {
                bail!("expected each address in the data to be in a symbol, found one at {at}");
            }
            for holder in holders {
                out.entry(holder).or_default().push(*symbol);
            }
        }
        Ok(out)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use walrus::ir::Value;
    use walrus::{ConstExpr, FunctionBuilder, Module};

    /// The segment of each piece, its place there and its size.
    const PIECES: [(u8, u8, u8); 4] = [(0, 0, 4), (0, 4, 4), (0, 8, 4), (1, 0, 4)];

    /// A wasm of functions with names, each of which has the address of a piece. The second piece has that of the third.
    fn linked(functions: &[(&str, usize)]) -> Vec<u8> {
        let mut module = Module::default();
        let memory = module.memories.add_local(false, false, 1, None, None);
        for (at, bytes) in [(1024, b"aaaabbbbcccc".to_vec()), (2048, b"dddd".to_vec())] {
            let kind = walrus::DataKind::Active { memory, offset: ConstExpr::Value(Value::I32(at)) };
            let id = module.data.add(kind, bytes);
            module.memories.get_mut(memory).data_segments.insert(id);
        }
        for (name, _) in functions {
            let mut function = FunctionBuilder::new(&mut module.types, &[], &[]);
            function.name((*name).to_owned()).func_body().i32_const(1024).drop();
            let id = function.finish(Vec::new(), &mut module.funcs);
            module.exports.add(name, id);
        }
        let mut wasm = module.emit_wasm();
        let (mut start, mut in_code, mut in_data) = (0, Vec::new(), 0);
        for payload in Parser::new(0).parse_all(&wasm) {
            match payload.expect("it was just written") {
                Payload::CodeSectionStart { range, .. } => start = range.start,
                Payload::CodeSectionEntry(body) => in_code.push((body.range().end - 3 - start) as u8),
                Payload::DataSection(section) => {
                    let first = section.clone().into_iter().next().expect("a segment").expect("it was just written");
                    in_data = (first.range.end - first.data.len() - section.range().start) as u8;
                }
                _ => (),
            }
        }
        let names = b"\x02\x07.rodata\0\0\x05.data\0\0".to_vec();
        let symbols = PIECES.iter().flat_map(|(segment, start, size)| [1, 0, 1, b'x', *segment, *start, *size]);
        let symbols: Vec<u8> = [PIECES.len() as u8].into_iter().chain(symbols).collect();
        let part = |kind: u8, content: Vec<u8>| [vec![kind, content.len() as u8], content].concat();
        let linking = [vec![2], part(5, names), part(8, symbols)].concat();
        let entries = in_code.iter().zip(functions).flat_map(|(place, (_, piece))| [4, *place, *piece as u8, 0]);
        let code: Vec<u8> = [0, functions.len() as u8].into_iter().chain(entries).collect();
        for (name, content) in [("linking", linking), ("reloc.CODE", code), ("reloc.DATA", vec![0, 1, 5, in_data + 4, 2, 0])] {
            let content = [vec![name.len() as u8], name.as_bytes().to_vec(), content].concat();
            wasm.extend(part(0, content));
        }
        wasm
    }

    fn moved(functions: &[(&str, usize)]) -> Vec<(Level, Range<usize>)> {
        let level = |name: &str| ["first", "late", "compare", "other"].iter().position(|known| name == *known).unwrap_or(0);
        let segments = segments(&linked(functions), &level).expect("it was just written");
        assert_eq!(segments.iter().map(|segment| segment.address).collect::<Vec<_>>(), [1024, 2048]);
        assert!(segments[1].moved.is_empty(), "only what is constant is moved");
        segments[0].moved.clone()
    }

    #[test]
    fn data_goes_where_it_is_needed() {
        assert_eq!(moved(&[("late", 0), ("compare", 1)]), [(1, 0..4), (2, 4..12)], "the third piece with the second, which leads to it");
        assert_eq!(moved(&[("first", 1), ("compare", 2), ("late", 0)]), [(1, 0..4)], "the third is needed first");
        assert_eq!(moved(&[("compare", 0), ("other", 0), ("other", 1)]), [(1, 0..4), (3, 4..12)], "two parts have it in common");
        assert_eq!(moved(&[("unknown", 0), ("late", 3)]), [], "what nothing is known of stays");
    }

    #[test]
    fn a_wasm_without_symbols_is_refused() {
        assert!(segments(&Module::default().emit_wasm(), &|_| 1).is_err());
        let cut = linked(&[("late", 0)]);
        assert!(segments(&cut[..cut.len() - 2], &|_| 1).is_err());
    }
}
