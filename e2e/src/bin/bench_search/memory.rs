//! How much memory a page holds. Only Linux tells it.

use std::collections::BTreeMap;
use std::fs;

/// The proportional set size, in MB, of the largest page process that descends from `ancestor`, the driver; `None` where it cannot be known.
///
/// Shared pages count by the number of processes that share them. Chromium keeps further page processes in reserve; they are small.
pub fn of_page(ancestor: u32) -> Option<f64> {
    let parents = parents()?;
    let descends =
        |id: u32| std::iter::successors(Some(id), |id| parents.get(id).copied().filter(|parent| *parent != 0)).any(|id| id == ancestor);
    let pages = parents.keys().copied().filter(|id| descends(*id)).filter(|id| is_page(*id));
    let kilobytes = pages.filter_map(|id| kilobytes(&fs::read_to_string(format!("/proc/{id}/smaps_rollup")).ok()?)).max()?;
    Some(kilobytes as f64 * 1024.0 / 1e6)
}

/// The parent of every process.
fn parents() -> Option<BTreeMap<u32, u32>> {
    let entries = fs::read_dir("/proc").ok()?;
    let ids = entries.filter_map(|entry| entry.ok()?.file_name().to_str()?.parse::<u32>().ok());
    Some(ids.filter_map(|id| Some((id, parent(&fs::read_to_string(format!("/proc/{id}/stat")).ok()?)?))).collect())
}

/// The parent in a line of `/proc/ID/stat`: the second word after the name, which stands in parentheses and may hold anything.
fn parent(stat: &str) -> Option<u32> {
    stat.rsplit_once(')')?.1.split_whitespace().nth(1)?.parse().ok()
}

fn is_page(id: u32) -> bool {
    fs::read(format!("/proc/{id}/cmdline")).is_ok_and(|line| String::from_utf8_lossy(&line).contains("--type=renderer"))
}

fn kilobytes(rollup: &str) -> Option<u64> {
    rollup.lines().find_map(|line| line.strip_prefix("Pss:"))?.split_whitespace().next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_system_s_files_are_read() {
        assert_eq!(parent("42 (a) b (c) S 7 42 1"), Some(7));
        assert_eq!(parent("nonsense"), None);
        assert_eq!(kilobytes("0-f ---p [rollup]\nRss:  900 kB\nPss:   512 kB\nPss_Dirty: 3 kB\n"), Some(512));
    }
}
