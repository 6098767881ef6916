//! Reads the modules of a crate: what each defines, what it imports, which paths its code mentions.

use proc_macro2::{TokenStream, TokenTree};
use std::collections::BTreeSet;
use syn::visit::{self, Visit};

/// A module without its test code: a file, or a block in one.
#[derive(Debug, Default)]
pub struct Module {
    /// Names from the crate's root on; empty for the root itself.
    pub path: Vec<String>,
    /// The file that holds it.
    pub file: String,
    /// The first sentence of its documentation.
    pub about: String,
    /// Names of the items that it defines.
    pub items: BTreeSet<String>,
    /// What it brings into scope.
    pub imports: Vec<Import>,
    /// Paths in its code. Single names are there, too: one may be brought into scope by a public import.
    pub mentions: BTreeSet<Vec<String>>,
}

/// One name that a `use` brings into scope.
#[derive(Debug)]
pub struct Import {
    /// The name in this module; `*` for all names of another.
    pub name: String,
    /// The path as written.
    pub path: Vec<String>,
    /// Whether other modules see it: a re-export.
    pub is_public: bool,
}

/// All modules of the crate whose root is `root`, test code left out. `source` gives the text of a file, `None` where there is no such file.
pub fn modules(root: &str, source: &dyn Fn(&str) -> Option<String>) -> Result<Vec<Module>, String> {
    let folder = root.rsplit_once('/').map_or("", |(folder, _)| folder);
    let mut out = Vec::new();
    let mut waiting = vec![(Vec::new(), root.to_owned(), folder.to_owned())];
    while let Some((path, file, folder)) = waiting.pop() {
        let text = source(&file).ok_or_else(|| format!("cannot read {file}"))?;
        let parsed = syn::parse_file(&text).map_err(|error| format!("{file}: {error}"))?;
        let mut reader = Reader { module: Module { path, file, about: about(&parsed.attrs), ..Module::default() }, ..Reader::default() };
        reader.items(&parsed.items);
        for name in reader.children {
            let inner = format!("{folder}/{name}");
            let candidates = [format!("{inner}.rs"), format!("{inner}/mod.rs")];
            let child = candidates.into_iter().find(|file| source(file).is_some());
            let child = child.ok_or_else(|| format!("{}: cannot find the file of mod {name}", reader.module.file))?;
            waiting.push(([&reader.module.path[..], &[name]].concat(), child, inner));
        }
        out.extend(reader.inline);
        out.push(reader.module);
    }
    out.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(out)
}

#[derive(Default)]
struct Reader {
    module: Module,
    /// Modules that are files of their own.
    children: Vec<String>,
    /// Modules that are blocks in this file.
    inline: Vec<Module>,
}

impl Reader {
    fn items(&mut self, items: &[syn::Item]) {
        for item in items {
            if let Some(name) = defined(item).filter(|_| !is_test(attributes(item))) {
                self.module.items.insert(name);
            }
            self.visit_item(item);
        }
    }

    fn child(&mut self, module: &syn::ItemMod) {
        let name = module.ident.to_string();
        let Some((_, items)) = &module.content else { return self.children.push(name) };
        let path = [&self.module.path[..], &[name]].concat();
        let own = Module { path, file: self.module.file.clone(), about: about(&module.attrs), ..Module::default() };
        let mut reader = Reader { module: own, ..Reader::default() };
        reader.items(items);
        self.inline.append(&mut reader.inline);
        self.inline.push(reader.module);
    }

    fn import(&mut self, before: &[String], tree: &syn::UseTree, is_public: bool) {
        let mut add = |name: String, last: Option<String>| {
            let path = before.iter().cloned().chain(last.filter(|last| last != "self")).collect();
            self.module.imports.push(Import { name, path, is_public });
        };
        match tree {
            syn::UseTree::Path(path) => self.import(&[before, &[path.ident.to_string()]].concat(), &path.tree, is_public),
            syn::UseTree::Group(group) => group.items.iter().for_each(|tree| self.import(before, tree, is_public)),
            syn::UseTree::Glob(_) => add("*".into(), None),
            syn::UseTree::Rename(rename) => add(rename.rename.to_string(), Some(rename.ident.to_string())),
            syn::UseTree::Name(name) if name.ident == "self" => add(before.last().cloned().unwrap_or_default(), None),
            syn::UseTree::Name(name) => add(name.ident.to_string(), Some(name.ident.to_string())),
        }
    }

    /// The paths in the tokens of a macro: names joined by `::`, but for fields and methods.
    fn tokens(&mut self, stream: TokenStream) {
        let mut path: Vec<String> = Vec::new();
        let (mut colons, mut after_dot) = (0, false);
        for tree in stream {
            match tree {
                TokenTree::Ident(name) => {
                    if colons != 2 {
                        self.mention(std::mem::take(&mut path));
                    }
                    if !after_dot && (colons != 2 || !path.is_empty()) {
                        path.push(name.to_string());
                    }
                    (colons, after_dot) = (0, false);
                }
                TokenTree::Punct(mark) if mark.as_char() == ':' => colons += 1,
                other => {
                    self.mention(std::mem::take(&mut path));
                    colons = 0;
                    after_dot = matches!(&other, TokenTree::Punct(mark) if mark.as_char() == '.');
                    if let TokenTree::Group(group) = other {
                        self.tokens(group.stream());
                    }
                }
            }
        }
        self.mention(path);
    }

    fn mention(&mut self, path: Vec<String>) {
        if !path.is_empty() {
            self.module.mentions.insert(path);
        }
    }
}

impl<'ast> Visit<'ast> for Reader {
    fn visit_item(&mut self, item: &'ast syn::Item) {
        match item {
            _ if is_test(attributes(item)) => {}
            syn::Item::Mod(module) => self.child(module),
            syn::Item::Use(import) if import.leading_colon.is_none() => {
                self.import(&[], &import.tree, !matches!(import.vis, syn::Visibility::Inherited));
            }
            _ => visit::visit_item(self, item),
        }
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        if path.leading_colon.is_none() {
            self.mention(path.segments.iter().map(|segment| segment.ident.to_string()).collect());
        }
        visit::visit_path(self, path);
    }

    /// `pub(super)` and the like name no dependency.
    fn visit_visibility(&mut self, _: &'ast syn::Visibility) {}

    fn visit_macro(&mut self, call: &'ast syn::Macro) {
        self.visit_path(&call.path);
        self.tokens(call.tokens.clone());
    }

    /// serde names functions and modules in strings: `with = "crate::codec::bytes"`.
    fn visit_attribute(&mut self, attribute: &'ast syn::Attribute) {
        if !attribute.path().is_ident("serde") {
            return;
        }
        let syn::Meta::List(list) = &attribute.meta else { return };
        for tree in list.tokens.clone() {
            let TokenTree::Literal(literal) = tree else { continue };
            if let Ok(path) = syn::parse_str::<syn::Path>(literal.to_string().trim_matches('"')) {
                self.mention(path.segments.iter().map(|segment| segment.ident.to_string()).collect());
            }
        }
    }
}

/// Whether an item is compiled for tests only.
fn is_test(attributes: &[syn::Attribute]) -> bool {
    attributes.iter().any(|attribute| match &attribute.meta {
        syn::Meta::Path(path) => path.is_ident("test"),
        syn::Meta::List(list) if list.path.is_ident("cfg") => list.tokens.to_string() == "test",
        _ => false,
    })
}

fn attributes(item: &syn::Item) -> &[syn::Attribute] {
    match item {
        syn::Item::Const(item) => &item.attrs,
        syn::Item::Enum(item) => &item.attrs,
        syn::Item::Fn(item) => &item.attrs,
        syn::Item::Impl(item) => &item.attrs,
        syn::Item::Macro(item) => &item.attrs,
        syn::Item::Mod(item) => &item.attrs,
        syn::Item::Static(item) => &item.attrs,
        syn::Item::Struct(item) => &item.attrs,
        syn::Item::Trait(item) => &item.attrs,
        syn::Item::Type(item) => &item.attrs,
        syn::Item::Use(item) => &item.attrs,
        _ => &[],
    }
}

/// The name that an item defines.
fn defined(item: &syn::Item) -> Option<String> {
    let name = match item {
        syn::Item::Const(item) => &item.ident,
        syn::Item::Enum(item) => &item.ident,
        syn::Item::Fn(item) => &item.sig.ident,
        syn::Item::Macro(item) => item.ident.as_ref()?,
        syn::Item::Static(item) => &item.ident,
        syn::Item::Struct(item) => &item.ident,
        syn::Item::Trait(item) => &item.ident,
        syn::Item::Type(item) => &item.ident,
        _ => return None,
    };
    Some(name.to_string())
}

/// The first paragraph of a module's documentation, as one line.
fn about(attributes: &[syn::Attribute]) -> String {
    let line = |attribute: &syn::Attribute| {
        let syn::Meta::NameValue(pair) = &attribute.meta else { return None };
        let syn::Expr::Lit(syn::ExprLit { lit: syn::Lit::Str(text), .. }) = &pair.value else { return None };
        pair.path.is_ident("doc").then(|| text.value().trim().to_owned())
    };
    let lines: Vec<String> = attributes.iter().filter_map(line).take_while(|line| !line.is_empty()).collect();
    lines.join(" ")
}
