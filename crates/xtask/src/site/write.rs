//! Writes the files of a site, and replaces or removes only files that an earlier run wrote and nobody has changed since.

use crate::own::{self, LIST, List, place};
use anyhow::{Context, Result, bail};
use std::collections::BTreeSet;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use zeitlupe_site::Files;

/// How many files a message names.
const NAMED: usize = 10;

/// Writes `files` into `folder` instead of those that an earlier run wrote there. Returns files of an earlier run that are no part
/// of the site any more but were changed since: they stay.
///
/// Other files are not touched. It is an error, before anything is changed, if one is where a file of the site goes, or if the
/// folder has files and no list of those that are the site's.
pub fn replace(folder: &Path, files: &Files) -> Result<Vec<String>> {
    let old = known(folder)?;
    refuse_others(folder, &old, files)?;
    fs::create_dir_all(folder).with_context(|| format!("cannot create {}", folder.display()))?;
    let new = List::of(files);
    // First the list: a run that is interrupted leaves nothing that the next one does not know.
    old.clone().with(&new).save(folder)?;
    let kept = remove_outdated(folder, &old, files)?;
    add(folder, files)?;
    new.save(folder)?;
    Ok(kept)
}

/// Writes `files` into `folder` without removing anything.
pub fn add(folder: &Path, files: &Files) -> Result<()> {
    for (name, bytes) in files {
        let path = place(folder, name);
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent).with_context(|| format!("cannot create {}", parent.display()))?;
        }
        own::write(folder, &path, bytes)?;
    }
    Ok(())
}

/// Writes a page as a file of its own, instead of a page that this program wrote.
pub fn replace_page(path: &Path, page: &[u8]) -> Result<()> {
    let folder = path.parent().unwrap_or(Path::new("")).to_path_buf();
    match found(path)? {
        Found::Nothing => {}
        Found::File(bytes) if zeitlupe_site::is_single(&bytes) => {}
        _ => bail!("expected nothing or a page of this program at {}, found something else; nothing was changed", path.display()),
    }
    fs::create_dir_all(&folder).with_context(|| format!("cannot create {}", folder.display()))?;
    own::write(&folder, path, page)
}

/// The list of the files in `folder` that are the site's.
fn known(folder: &Path) -> Result<List> {
    if let Some(list) = List::read(folder)? {
        return Ok(list);
    }
    let entries = match fs::read_dir(folder) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(List::default()),
        entries => entries.with_context(|| format!("cannot read {}", folder.display()))?,
    };
    let mut others = BTreeSet::new();
    for entry in entries {
        let name = entry.with_context(|| format!("cannot read {}", folder.display()))?.file_name().to_string_lossy().into_owned();
        others.extend((!name.starts_with('.')).then_some(name));
    }
    if !others.is_empty() {
        bail!(
            "expected {} to be empty or to hold a site of this program, found other files: {}; nothing was changed. \
             To put a site beside them, create an empty file {LIST} there",
            folder.display(),
            named(&others)
        );
    }
    Ok(List::default())
}

/// Some names, and how many more there are.
fn named(names: &BTreeSet<String>) -> String {
    let first: Vec<&str> = names.iter().take(NAMED).map(String::as_str).collect();
    let more = names.len() - first.len();
    if more == 0 { first.join(", ") } else { format!("{} and {more} more", first.join(", ")) }
}

/// An error that names the files, links and folders that are in the way of `files` and are not the site's.
fn refuse_others(folder: &Path, old: &List, files: &Files) -> Result<()> {
    let mut others = BTreeSet::new();
    for (name, bytes) in files {
        // An old file may be where there is a folder now.
        let name = blocked_folder(folder, name)?.unwrap_or_else(|| name.clone());
        match found(&place(folder, &name))? {
            Found::Nothing => {}
            Found::File(present) if present == *bytes || old.holds(&name, &present) => {}
            Found::File(_) if old.names(&name) => drop(others.insert(format!("{name} (changed since it was written)"))),
            Found::File(_) | Found::Other => drop(others.insert(name)),
        }
    }
    if others.is_empty() {
        return Ok(());
    }
    bail!(
        "expected only files of an earlier run where the site goes in {}, found others: {}; nothing was changed. \
         Move them elsewhere, or delete them",
        folder.display(),
        named(&others)
    )
}

/// The first folder in a path that is there but is not a folder, such as a link to another one.
fn blocked_folder(folder: &Path, name: &str) -> Result<Option<String>> {
    for (at, _) in name.match_indices('/') {
        let step = &name[..at];
        let path = place(folder, step);
        match path.symlink_metadata() {
            Ok(found) if found.is_dir() => {}
            Ok(_) => return Ok(Some(step.to_owned())),
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(error).with_context(|| format!("cannot read {}", path.display())),
        }
    }
    Ok(None)
}

/// What is at a path.
enum Found {
    Nothing,
    File(Vec<u8>),
    /// A folder, a link, a device.
    Other,
}

fn found(path: &Path) -> Result<Found> {
    let cannot = || format!("cannot read {}", path.display());
    match path.symlink_metadata() {
        Ok(what) if what.is_file() => Ok(Found::File(fs::read(path).with_context(cannot)?)),
        Ok(_) => Ok(Found::Other),
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => Ok(Found::Nothing),
        Err(error) => Err(error).with_context(cannot),
    }
}

/// Removes the files of an earlier run that the site no longer has, and folders that become empty. Returns those that were changed
/// since, which stay.
fn remove_outdated(folder: &Path, old: &List, files: &Files) -> Result<Vec<String>> {
    let mut kept = Vec::new();
    for name in old.paths().filter(|name| !files.contains_key(*name)) {
        let path = place(folder, name);
        match found(&path)? {
            Found::Nothing => {}
            _ if blocked_folder(folder, name)?.is_some() => kept.push(name.to_owned()),
            Found::File(bytes) if old.holds(name, &bytes) => {
                fs::remove_file(&path).with_context(|| format!("cannot remove {}", path.display()))?;
                remove_empty(folder, path)?;
            }
            Found::File(_) | Found::Other => kept.push(name.to_owned()),
        }
    }
    Ok(kept)
}

/// Removes the folders around a file that has been removed, as long as they are empty.
fn remove_empty(folder: &Path, mut path: PathBuf) -> Result<()> {
    while path.pop() && path != folder {
        match fs::remove_dir(&path) {
            Ok(()) => {}
            Err(error) if error.kind() == ErrorKind::DirectoryNotEmpty => return Ok(()),
            Err(error) => return Err(error).with_context(|| format!("cannot remove {}", path.display())),
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests;
