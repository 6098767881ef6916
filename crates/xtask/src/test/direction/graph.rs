//! Which module depends on which: names resolved to the modules that define them, circles, layers.

use super::read::Module;
use std::collections::{BTreeMap, BTreeSet};

/// The root of a crate as a node.
pub const ROOT: &str = "(root)";

/// For each node the nodes that it depends on, each with the names that it takes from there.
pub type Graph = BTreeMap<String, BTreeMap<String, BTreeSet<String>>>;

/// How files depend on files, and the modules right below the root on each other.
#[derive(Debug, Default)]
pub struct Directions {
    /// By file.
    pub files: Graph,
    /// By module right below the root.
    pub tops: Graph,
}

/// How the modules of a crate depend on each other. A module that only re-exports what a module inside it defines does not depend on that one.
pub fn directions(modules: &[Module]) -> Directions {
    let names = Names { modules, places: (0..).zip(modules).map(|(place, module)| (&module.path[..], place)).collect() };
    let mut out = Directions::default();
    for (place, module) in modules.iter().enumerate() {
        out.files.entry(module.file.clone()).or_default();
        out.tops.entry(top(module)).or_default();
        let imports = module.imports.iter().filter(|import| !(import.is_public && names.is_inside(place, &import.path)));
        let imports = imports.map(|import| (&import.path, Stand::Use));
        for (path, stand) in imports.chain(module.mentions.iter().map(|path| (path, Stand::Code))) {
            let mut through = Vec::new();
            let Some(target) = names.find(place, path, stand, &mut through) else { continue };
            let name = path.last().cloned().unwrap_or_default();
            add(&mut out.files, &module.file, &modules[target].file, &name);
            for other in through.into_iter().chain([target]) {
                add(&mut out.tops, &top(module), &top(&modules[other]), &name);
            }
        }
    }
    out
}

fn add(graph: &mut Graph, from: &str, to: &str, name: &str) {
    if from != to {
        graph.entry(from.to_owned()).or_default().entry(to.to_owned()).or_default().insert(name.to_owned());
    }
}

/// The module right below the root that a module is, or lies in.
fn top(module: &Module) -> String {
    module.path.first().cloned().unwrap_or_else(|| ROOT.into())
}

/// Where a path, or the rest of one, is looked up.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stand {
    /// In code: a single name is no module, as it may be that of a variable.
    Code,
    /// In a `use`.
    Use,
    /// In the module to which the path has led so far.
    Inside,
}

struct Names<'m> {
    modules: &'m [Module],
    places: BTreeMap<&'m [String], usize>,
}

impl Names<'_> {
    /// Whether a path leads into a module inside this one.
    fn is_inside(&self, from: usize, path: &[String]) -> bool {
        let own = &self.modules[from].path;
        let target = self.find(from, path, Stand::Use, &mut Vec::new());
        target.is_some_and(|target| target != from && self.modules[target].path.starts_with(own))
    }

    /// The module that defines what a path names, as seen from a module; `None` for what is of another crate.
    /// `through` takes the modules that re-export it on the way.
    fn find(&self, from: usize, path: &[String], stand: Stand, through: &mut Vec<usize>) -> Option<usize> {
        self.step(from, path, stand, through, 0)
    }

    /// One step of [`Self::find`]; `depth` ends imports that name each other.
    fn step(&self, from: usize, path: &[String], stand: Stand, through: &mut Vec<usize>, depth: u32) -> Option<usize> {
        let Some((first, rest)) = path.split_first() else { return Some(from) };
        if depth > 32 {
            return None;
        }
        let find = |from, path: &[String], stand, through: &mut Vec<usize>| self.step(from, path, stand, through, depth + 1);
        match first.as_str() {
            "crate" if stand != Stand::Inside => return find(0, rest, Stand::Inside, through),
            "self" if stand != Stand::Inside => return find(from, rest, Stand::Inside, through),
            "super" => {
                let above = self.modules[from].path.split_last()?.1;
                return find(*self.places.get(above)?, rest, Stand::Inside, through);
            }
            _ => {}
        }
        let module = &self.modules[from];
        let child = [&module.path[..], std::slice::from_ref(first)].concat();
        match self.places.get(&child[..]) {
            Some(&child) if !(stand == Stand::Code && rest.is_empty()) => return find(child, rest, Stand::Inside, through),
            _ if module.items.contains(first) => return Some(from),
            _ => {}
        }
        if let Some(import) = module.imports.iter().find(|import| import.name == *first) {
            if stand == Stand::Inside {
                through.push(from);
            }
            if import.path.first() == Some(first) && import.path.len() == 1 {
                return None;
            }
            let target = find(from, &import.path, Stand::Use, through)?;
            return Some(find(target, rest, Stand::Inside, &mut through.clone()).unwrap_or(target));
        }
        let all = module.imports.iter().filter(|import| import.name == "*");
        let others = all.filter_map(|import| find(from, &import.path, Stand::Use, &mut through.clone()));
        match others.filter(|&other| other != from).find(|&other| self.has(other, first, depth + 1)) {
            Some(other) => find(other, path, Stand::Inside, through),
            // What a macro has made, or a variant.
            None if stand == Stand::Inside => Some(from),
            None => None,
        }
    }

    /// Whether other modules can take a name from a module.
    fn has(&self, place: usize, name: &str, depth: u32) -> bool {
        let module = &self.modules[place];
        let passes_on = |path: &[String]| {
            let other = self.step(place, path, Stand::Use, &mut Vec::new(), depth + 1);
            other.is_some_and(|other| other != place && depth < 32 && self.has(other, name, depth + 1))
        };
        let mut public = module.imports.iter().filter(|import| import.is_public);
        module.items.contains(name) || public.any(|import| import.name == name || (import.name == "*" && passes_on(&import.path)))
    }
}

/// The groups of nodes that depend on each other, directly or through others (Tarjan, "Depth-first search and linear graph algorithms", 1972).
pub fn circles(graph: &Graph) -> Vec<Vec<String>> {
    let mut search = Search::new(graph);
    for node in graph.keys() {
        if !search.order.contains_key(node.as_str()) {
            search.visit(node);
        }
    }
    search.circles.sort();
    search.circles
}

struct Search<'g> {
    graph: &'g Graph,
    order: BTreeMap<&'g str, usize>,
    low: BTreeMap<&'g str, usize>,
    open: Vec<&'g str>,
    circles: Vec<Vec<String>>,
}

impl<'g> Search<'g> {
    fn new(graph: &'g Graph) -> Self {
        Self { graph, order: BTreeMap::new(), low: BTreeMap::new(), open: Vec::new(), circles: Vec::new() }
    }

    fn visit(&mut self, node: &'g str) {
        let number = self.order.len();
        self.order.insert(node, number);
        self.low.insert(node, number);
        self.open.push(node);
        for other in self.graph.get(node).into_iter().flat_map(|others| others.keys()) {
            if !self.order.contains_key(other.as_str()) {
                self.visit(other);
                self.low.insert(node, self.low[node].min(self.low[other.as_str()]));
            } else if self.open.contains(&other.as_str()) {
                self.low.insert(node, self.low[node].min(self.order[other.as_str()]));
            }
        }
        if self.low[node] == number {
            let start = self.open.iter().position(|open| *open == node).unwrap_or(0);
            let mut group: Vec<String> = self.open.drain(start..).map(str::to_owned).collect();
            if group.len() > 1 {
                group.sort();
                self.circles.push(group);
            }
        }
    }
}

/// The nodes by layer, the lowest first: those of one layer depend only on lower ones. Only for a graph without circles.
pub fn layers(graph: &Graph) -> Vec<Vec<&str>> {
    let mut placed = BTreeSet::new();
    let mut out: Vec<Vec<&str>> = Vec::new();
    while placed.len() < graph.len() {
        let is_free = |(node, others): &(&String, &BTreeMap<String, BTreeSet<String>>)| {
            !placed.contains(node.as_str()) && others.keys().all(|other| placed.contains(other.as_str()))
        };
        let layer: Vec<&str> = graph.iter().filter(is_free).map(|(node, _)| node.as_str()).collect();
        if layer.is_empty() {
            break;
        }
        placed.extend(layer.iter().copied());
        out.push(layer);
    }
    out
}
