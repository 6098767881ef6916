//! The memory of a page, measured on Linux only.

use std::collections::BTreeMap;
use std::fs;

/// The memory of a process in MB. Shared memory is divided by the number of processes (PSS, proportional set size).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Memory {
    /// The total.
    pub all: f64,
    /// Without mapped files: those are the browser's program, and how many processes share them varies.
    pub own: f64,
}

/// The memory of the largest page process that descends from `ancestor`, the driver; `None` if unknown.
///
/// Chromium has small spare page processes, and one for its own interface, which is skipped.
pub fn of_page(ancestor: u32) -> Option<Memory> {
    let parents = parents()?;
    let descends =
        |id: u32| std::iter::successors(Some(id), |id| parents.get(id).copied().filter(|parent| *parent != 0)).any(|id| id == ancestor);
    let pages = parents.keys().copied().filter(|id| descends(*id)).filter(|id| is_page(*id));
    let held = pages.filter_map(|id| read(&fs::read_to_string(format!("/proc/{id}/smaps_rollup")).ok()?));
    held.max_by(|a, b| a.all.total_cmp(&b.all))
}

/// The parent of every process.
fn parents() -> Option<BTreeMap<u32, u32>> {
    let entries = fs::read_dir("/proc").ok()?;
    let ids = entries.filter_map(|entry| entry.ok()?.file_name().to_str()?.parse::<u32>().ok());
    Some(ids.filter_map(|id| Some((id, parent(&fs::read_to_string(format!("/proc/{id}/stat")).ok()?)?))).collect())
}

/// The parent in a line of `/proc/ID/stat`: the second word after the name, which is in parentheses and may contain anything.
fn parent(stat: &str) -> Option<u32> {
    stat.rsplit_once(')')?.1.split_whitespace().nth(1)?.parse().ok()
}

fn is_page(id: u32) -> bool {
    let is_page = |line: &str| {
        line.contains("--type=renderer") && !["--top-chrome-webui", "--extension-process"].iter().any(|own| line.contains(own))
    };
    fs::read(format!("/proc/{id}/cmdline")).is_ok_and(|line| is_page(&String::from_utf8_lossy(&line)))
}

fn read(rollup: &str) -> Option<Memory> {
    let megabytes = |name: &str| {
        let kilobytes = rollup.lines().find_map(|line| line.strip_prefix(name))?.split_whitespace().next()?;
        Some(kilobytes.parse::<f64>().ok()? * 1024.0 / 1e6)
    };
    let all = megabytes("Pss:")?;
    Some(Memory { all, own: all - megabytes("Pss_File:")? })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_system_s_files_are_read() {
        assert_eq!(parent("42 (a) b (c) S 7 42 1"), Some(7));
        assert_eq!(parent("nonsense"), None);
        let rollup = "0-f ---p [rollup]\nRss:  90000 kB\nPss:   15625 kB\nPss_Anon:  6000 kB\nPss_File:  3125 kB\nPss_Shmem:  0 kB\n";
        assert_eq!(read(rollup), Some(Memory { all: 16.0, own: 12.8 }));
        assert_eq!(read("Pss: 12 kB\n"), None);
    }
}
