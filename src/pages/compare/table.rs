//! The sheet as a table for a file.

use super::compared::Compared;
use super::parts::letter;
use super::rows::{Piece, lines};
use crate::state::AppContext;
use zeitlupe_core::compare::sheet::Status;

/// The rows of the file, header first: section, row, status, a column for each report.
pub(super) fn table(context: &AppContext, compared: &Compared) -> Vec<Vec<String>> {
    let words = &context.words().sheet;
    let texts = compared.texts();
    let head = |(n, text): (u32, &&zeitlupe_core::view::AnalysedArticle)| format!("{}: {}", letter(n), text.article.label());
    let mut out =
        vec![[words.title, words.lines, ""].map(str::to_owned).into_iter().chain((0..).zip(&texts).map(head)).collect::<Vec<String>>()];
    for line in lines(context, compared, &texts) {
        let status = match line.status {
            Some(Status::Same) => words.statuses[0],
            Some(Status::Differs) => words.statuses[1],
            Some(Status::Alone) => words.statuses[2],
            None => "",
        };
        let cells = line.cells.iter().map(|cell| cell.iter().map(plain).collect::<Vec<_>>().join(" | "));
        out.push([words.sections[line.section].to_owned(), line.label.clone(), status.to_owned()].into_iter().chain(cells).collect());
    }
    out
}

/// A piece of a cell as text: its words, its sentence, what is said about it.
fn plain(piece: &Piece) -> String {
    let words: String = piece.words.iter().map(|(words, _)| words.as_str()).collect();
    let about: Vec<&str> = [&piece.place, &piece.note].into_iter().map(String::as_str).filter(|words| !words.is_empty()).collect();
    if about.is_empty() { words } else { format!("{words} ({})", about.join(", ")) }
}
