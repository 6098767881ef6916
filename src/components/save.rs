//! Tables and drawings as files.

use crate::platform;
use crate::state::AppContext;
use yew::platform::spawn_local;
use yew::prelude::*;

/// A button that saves a table as CSV (RFC 4180, UTF-8 with byte order mark; the separator depends on the language, as spreadsheets expect).
///
/// The rows, header first, are made when the button is pressed.
pub fn save_button(context: &AppContext, name: &'static str, rows: impl Fn() -> Vec<Vec<String>> + 'static) -> Html {
    let words = context.words();
    let save = Callback::from(move |_: MouseEvent| platform::save(name, "text/csv;charset=utf-8", &csv(&rows(), words.csv_separator)));
    html! { <button type="button" class="save" onclick={save}>{ words.csv }</button> }
}

/// Buttons that save the drawing that matches the selector as SVG and as PNG; `name` is the name of the files.
pub fn save_drawing(context: &AppContext, selector: &'static str, name: &'static str) -> Html {
    let words = context.words();
    let save = Callback::from(move |_: MouseEvent| platform::save_drawing(selector, &format!("{name}.svg")));
    let paint = Callback::from(move |_: MouseEvent| {
        spawn_local(async move {
            if platform::save_picture(selector, &format!("{name}.png")).await.is_none() {
                platform::alert(words.not_saved);
            }
        });
    });
    html! { <><button type="button" class="save drawn" onclick={save}>{ words.svg }</button><button type="button" class="save painted" onclick={paint}>{ words.png }</button></> }
}

/// Rows as CSV. Cells with the separator, a quotation mark or a line end are quoted; a cell that looks like a formula gets a leading apostrophe,
/// as one that begins with a hyphen and is no number does.
pub(super) fn csv(rows: &[Vec<String>], sign: &str) -> String {
    let mut out = "\u{feff}".to_owned();
    for row in rows {
        for (n, cell) in row.iter().enumerate() {
            if n > 0 {
                out.push_str(sign);
            }
            let is_number = |digits: &str| digits.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'.' | b',' | b'%'));
            let negative = cell.strip_prefix('-').is_some_and(|rest| !is_number(rest) || rest.is_empty());
            let guard = if cell.starts_with(['=', '+', '@', '\t', '\r']) || negative { "'" } else { "" };
            if cell.contains([';', ',', '"', '\n', '\r']) {
                out.push('"');
                out.push_str(guard);
                out.push_str(&cell.replace('"', "\"\""));
                out.push('"');
            } else {
                out.push_str(guard);
                out.push_str(cell);
            }
        }
        out.push_str("\r\n");
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_quoted_and_formulas_are_escaped() {
        let cells = |cells: &[&str]| cells.iter().map(|cell| (*cell).to_owned()).collect::<Vec<_>>();
        let text = csv(&[cells(&["a", "b"]), cells(&["x; \"y\"", "=1+1"]), cells(&["", "ä"])], ";");
        assert_eq!(text, "\u{feff}a;b\r\n\"x; \"\"y\"\"\";'=1+1\r\n;ä\r\n");
        let text = csv(&[cells(&["-Osterweiterung", "-1+1"]), cells(&["- so, sagte er", "-"]), cells(&["-12,5%", "–"])], ";");
        assert_eq!(text, "\u{feff}'-Osterweiterung;'-1+1\r\n\"'- so, sagte er\";'-\r\n\"-12,5%\";–\r\n");
    }
}
