//! Quantiles, and a table of figures side by side with the ratios between them.

/// One line of the table.
#[derive(Clone, Debug)]
pub struct Row {
    /// What was measured.
    pub what: String,
    /// The number of decimals.
    pub decimals: usize,
    /// The figure of each contender, if any.
    pub values: Vec<Option<f64>>,
}

/// The smallest value that at least this share of the values does not exceed; `None` without values.
pub fn quantile(mut values: Vec<f64>, share: f64) -> Option<f64> {
    values.sort_by(f64::total_cmp);
    let rank = (share * values.len() as f64).ceil() as usize;
    values.get(rank.max(1) - 1).copied()
}

/// A table: a column for each contender, then the ratio of the first to each other one.
pub fn table(names: &[&str], rows: &[Row]) -> String {
    let ratios = names.iter().skip(1).map(|name| format!(": {name}"));
    let head = std::iter::once(String::new()).chain(names.iter().map(|name| (*name).to_owned())).chain(ratios);
    let mut lines: Vec<Vec<String>> = vec![head.collect()];
    for Row { what, decimals, values } in rows {
        let value = |value: &Option<f64>| value.map_or_else(|| "–".into(), |value| format!("{value:.decimals$}"));
        let first = values.first().copied().flatten();
        let ratio = |value: &Option<f64>| match (first, *value) {
            (Some(first), Some(value)) if value > 0.0 => format!("{:.3}", first / value),
            _ => "–".into(),
        };
        let cells = std::iter::once(what.clone()).chain(values.iter().map(value)).chain(values.iter().skip(1).map(ratio));
        lines.push(cells.collect());
    }
    let columns = lines.iter().map(Vec::len).max().unwrap_or_default();
    let width = |column: usize| lines.iter().filter_map(|line| line.get(column)).map(|cell| cell.chars().count()).max().unwrap_or_default();
    let widths: Vec<usize> = (0..columns).map(width).collect();
    let show = |line: &Vec<String>| {
        let cells = line.iter().zip(&widths).enumerate();
        let cells = cells.map(|(n, (cell, width))| if n == 0 { format!("{cell:<width$}") } else { format!("{cell:>width$}") });
        cells.collect::<Vec<_>>().join("  ").trim_end().to_owned() + "\n"
    };
    lines.iter().map(show).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantiles_are_measured_values() {
        let hundred = || (1..=100).rev().map(f64::from).collect::<Vec<_>>();
        for (share, value) in [(0.0, 1.0), (0.5, 50.0), (0.95, 95.0), (0.99, 99.0), (1.0, 100.0)] {
            assert_eq!(quantile(hundred(), share), Some(value), "{share}");
        }
        assert_eq!(quantile(vec![3.0, 1.0, 2.0], 0.5), Some(2.0));
        assert_eq!(quantile(Vec::new(), 0.5), None);
    }

    #[test]
    fn figures_are_below_their_names_followed_by_ratios() {
        let rows = [
            Row { what: "sent, kB".into(), decimals: 1, values: vec![Some(5.0), Some(20.0), None] },
            Row { what: "none".into(), decimals: 0, values: vec![Some(0.0), Some(0.0), Some(4.0)] },
        ];
        let expected = [
            "          ours  scan  other  : scan  : other",
            "sent, kB   5.0  20.0      –   0.250        –",
            "none         0     0      4       –    0.000",
        ];
        assert_eq!(table(&["ours", "scan", "other"], &rows), expected.join("\n") + "\n");
    }
}
