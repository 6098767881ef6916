//! From byte offsets to line numbers.

/// Where the lines of a text begin.
#[derive(Clone, Debug, Default)]
pub(crate) struct LineNumbers {
    /// The first byte of each line.
    starts: Vec<usize>,
}

impl LineNumbers {
    /// The lines of a text, which end with `\n`.
    pub fn of(text: &str) -> Self {
        Self { starts: [0].into_iter().chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect() }
    }

    /// The line of a byte, from 1.
    pub fn at(&self, byte: usize) -> u32 {
        self.starts.partition_point(|start| *start <= byte) as u32
    }

    /// The number of lines.
    pub fn count(&self) -> u32 {
        self.starts.len() as u32
    }

    /// The first byte of a line; lines count from 1.
    pub fn start(&self, line: u32) -> usize {
        self.starts[line as usize - 1]
    }

    /// A line of the text without its line end; lines count from 1.
    pub fn text<'t>(&self, text: &'t str, line: u32) -> &'t str {
        let end = self.starts.get(line as usize).copied().unwrap_or(text.len());
        text[self.start(line)..end].trim_end_matches('\n')
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_byte_belongs_to_one_line() {
        let text = "eins\n\ndrei";
        let lines = LineNumbers::of(text);
        assert_eq!([0, 4, 5, 6, 99].map(|byte| lines.at(byte)), [1, 1, 2, 3, 3]);
        assert_eq!([1, 2, 3].map(|line| lines.text(text, line)), ["eins", "", "drei"]);
        assert_eq!((lines.count(), lines.start(3)), (3, 6));
        assert_eq!(LineNumbers::of("").at(0), 1);
    }
}
