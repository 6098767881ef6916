//! Many short strings as one text, a line feed behind each: without lengths between them, they compress best.

/// The strings, each with a line feed behind it; a line feed within one becomes a blank.
pub fn join<S: AsRef<str>>(strings: &[S]) -> String {
    let mut text = String::new();
    for string in strings {
        text.extend(string.as_ref().chars().map(|letter| if letter == '\n' { ' ' } else { letter }));
        text.push('\n');
    }
    text
}

/// The strings that [`join`] joined. What follows the last line feed is left out.
pub fn split(text: &str) -> Vec<String> {
    text.split_inclusive('\n').filter_map(|line| line.strip_suffix('\n')).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn split_undoes_join() {
        for strings in [&[] as &[&str], &[""], &["", "", "Kreml"], &["Straße", "", "東京"]] {
            assert_eq!(split(&join(strings)), strings);
        }
        assert_eq!(split(&join(&["zwei\nZeilen"])), ["zwei Zeilen"]);
        assert_eq!(split("ganz\nabgeschnitten"), ["ganz"]);
    }
}
