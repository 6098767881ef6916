use super::parser::{DEEPEST, MOST};
use super::*;

/// A node in short notation: `(a b)` all, `(a | b)` any, `-a` not, `5(a b)` near, `"a b"` phrase, `=a` exact, `a~` open, `Title:a`,
/// `Before[2022-02-01 2022-02-28]`.
fn show(node: &Node) -> String {
    let list = |nodes: &[Node], between: &str| format!("({})", nodes.iter().map(show).collect::<Vec<_>>().join(between));
    match node {
        Node::All(nodes) => list(nodes, " "),
        Node::Any(nodes) => list(nodes, " | "),
        Node::Not(node) => format!("-{}", show(node)),
        Node::Near(distance, nodes) => format!("{distance}{}", list(nodes, " ")),
        Node::Published(bound, first, last) => format!("{bound:?}[{} {}]", first.iso(), last.iso()),
        Node::Leaf(leaf) => {
            let field = leaf.field.map_or(String::new(), |field| format!("{field:?}:"));
            let (before, after) = match leaf.shape {
                Shape::Words => ("", ""),
                Shape::Phrase => ("\"", "\""),
                Shape::Exact => ("=", ""),
                Shape::Pattern => ("", ""),
            };
            assert_eq!(leaf.shape == Shape::Pattern, leaf.text.contains('*') && leaf.shape != Shape::Phrase);
            format!("{field}{before}{}{after}{}", leaf.text, if leaf.open { "~" } else { "" })
        }
    }
}

/// Asserts the tree in short notation, with everything that is ignored after ` !`.
fn check(query: &str, expected: &str) {
    let Query { root, ignored } = parse(query);
    let ignored: String = ignored.iter().map(|text| format!(" !{text}")).collect();
    assert_eq!(show(&root) + &ignored, expected, "{query}");
}

#[test]
fn words_and_phrases_become_leaves() {
    check("Kreml Nato", "(Kreml Nato~)");
    check("Kreml ", "Kreml");
    check("  Kreml\tNato\u{a0}", "(Kreml Nato)");
    check("Nato-Osterweiterung", "Nato-Osterweiterung~");
    check("\"Ende der Nato\"", "\"Ende der Nato\"");
    check("„Ende der“ “Nato” »Gas« «Öl»", "(\"Ende der\" \"Nato\" \"Gas\" \"Öl\")");
    check("\" Ende  der \"", "\"Ende  der\"");
    check("a\"b\"c", "(a \"b\" c~)");
    check("Leser(innen)", "(Leser innen)");
    check("Gas, Öl; (Kohle) ", "(Gas Öl Kohle)");
    check("C++ 50% 3,5 § 5 ", "(C++ 50% 3,5 5)");
    check("12:30 https://x.de/a-b Titelseite:x ", "(12:30 https://x.de/a-b Titelseite:x)");
}

#[test]
fn the_last_word_is_open_while_it_is_typed() {
    check("\"offen gebl", "\"offen gebl\"~");
    check("\"offen ", "\"offen\"");
    check("a \"offen (b OR c", "(a \"offen (b OR c\"~)");
    check("Gas (Öl Koh", "(Gas Öl Koh~)");
    check("Gas (Öl)", "(Gas Öl)");
    check("Gas\"", "Gas");
    check("Nato-", "Nato~");
    check("Gas -Öl", "(Gas -Öl)");
    check("Gas -(Öl Koh", "(Gas -(Öl Koh))");
    check("Gas -(Öl -Koh", "(Gas -(Öl -Koh~))");
    check("-\"offen", "-\"offen\"");
    check("titel:Ga", "Title:Ga~");
    check("titel:\"Ga", "Title:\"Ga\"~");
    check("quelle:dp", "Source:dp");
    check("ort:\"New Yo", "Place:\"New Yo\"");
    check("=Ga", "=Ga");
    check("a OR b", "(a | b~)");
    check("a nahe:5 b", "5(a b~)");
}

#[test]
fn minus_and_not_negate_what_follows() {
    check("Nato -Olympia ", "(Nato -Olympia)");
    check("-\"zwei Wörter\" x", "(-\"zwei Wörter\" x~)");
    check("-(a b) ", "-(a b)");
    check("-titel:x ", "-Title:x");
    check("titel:-x titel: -y ", "(-Title:x -Title:y)");
    check("NICHT a NOT b NOT (c d) ", "(-a -b -(c d))");
    check("NOT NOT a NOT -b -(-c) ", "(a b c)");
    check("nicht not a ", "(nicht not a)");
    check("a - b -- c --d ", "(a b c d)");
    check("(-a)-b ", "(-a b)");
    check("„Ampel“-Koalition ", "(\"Ampel\" Koalition)");
    check("a NOT", "a !NOT");
    check("NOT OR a ", "a !NOT !OR");
    check("NOT * a ", "a !NOT !*");
    check("a OR NOT b ", "(a | -b)");
}

#[test]
fn or_binds_its_neighbours() {
    check("a OR b ODER c ", "(a | b | c)");
    check("a b OR c d ", "(a (b | c) d)");
    check("a AND b UND c ", "(a b c)");
    check("a AND b OR c ", "(a (b | c))");
    check("a oder b or c ", "(a oder b or c)");
    check("(a OR b) OR (c OR d) ", "(a | b | c | d)");
    check("(a OR b) (c OR d) ", "((a | b) (c | d))");
    check("(a b) OR c ", "((a b) | c)");
    check("a OR(b)", "(a | b)");
    check("a OR () b ", "(a | b)");
    check("OR a", "a~ !OR");
    check("a OR", "a !OR");
    check("a OR * b ", "(a b) !OR !*");
    check("a * OR b ", "(a b) !* !OR");
    check("a OR , b ", "(a | b)");
    check("a OR OR b ", "(a | b) !OR");
    check("a (OR b OR) ", "(a b) !OR !OR");
    check("\"OR\" =ODER -UND ORB ", "(\"OR\" =ODER -UND ORB)");
}

#[test]
fn parentheses_make_groups() {
    check("((a) (b)) ", "(a b)");
    check("(a (b (c)))", "(a b c)");
    check("() ( ) (()) a ", "a");
    check("a) b ( c ", "(a b c)");
    check("(a OR b c", "((a | b) c~)");
    check(&("(".repeat(40) + "a" + &")".repeat(40) + " b "), "(a b)");
    check(&("-(a ".repeat(17) + "b "), &format!("{}a b{}", "-(a ".repeat(16), ")".repeat(16)));
    check(&("(".repeat(16) + "a OR (b c) d" + &")".repeat(16)), "((a | b) c d)");
}

#[test]
fn an_equals_sign_asks_for_the_exact_form() {
    check("=Bank ", "=Bank");
    check("=\"die Bank\" ", "\"die Bank\"");
    check("-=Bank titel:=Bank ", "(-=Bank Title:=Bank)");
    check("= a == =(b c) a=b ", "(a b c a=b)");
}

#[test]
fn stars_make_patterns() {
    check("Ost* *erweiterung Ost*ung", "(Ost* *erweiterung Ost*ung)");
    check("Ost***ung, =Ost* -Ost* titel:Ost*", "(Ost*ung Ost* -Ost* Title:Ost*)");
    check("* a* -* **", "() !* !a* !-* !**");
    check("ab* 19* (*)", "(ab* 19*) !*");
    check("\"Ost* der\" ", "\"Ost* der\"");
}

#[test]
fn near_combines_its_neighbours() {
    check("a nahe:5 b ", "5(a b)");
    check("a NEAR:12 \"b c\" ", "12(a \"b c\")");
    check("a nahe: b near:0 c ", "10(a b c)");
    check("a nahe:b ", "10(a b)");
    check("a nahe:99999999999999999999 b ", "1000(a b)");
    check("a nahe:5 b nahe:5 c ", "5(a b c)");
    check("a nahe:5 b nahe:3 c nahe:3 d nahe:4 e ", "(5(a b) 3(b c d) 4(d e))");
    check("x a nahe:5 b y ", "(x 5(a b) y)");
    check("a OR b nahe:5 c OR d ", "(a | 5(b c) | d)");
    check("nahe:5 a b c ", "5(a b c)");
    check("a b c nahe:5", "5(a b c)");
    check("nahe:5 a -b c (d OR e) ", "(-b 5(a c) (d | e))");
    check("x (a b nahe:3) nahe:4 y ", "(x 3(a b) y) !nahe:4");
    check("titel:(a b nahe:3) ", "3(Title:a Title:b)");
    check("-(a nahe:3 b) ", "-3(a b)");
    check("a nahe:5 (b) ", "5(a b)");
    check("a nahe:5 ", "a !nahe:5");
    check("nahe:5 a", "a~ !nahe:5");
    check("nahe:5", "() !nahe:5");
    check("a nahe:5 -b ", "(a -b) !nahe:5");
    check("a nahe:5 (b OR c) ", "(a (b | c)) !nahe:5");
    check("(a nahe:5 b) nahe:5 c ", "(5(a b) c) !nahe:5");
    check("nahe:5 a b nahe:3", "5(a b) !nahe:3");
    check("nahe:5 a b OR c ", "(a (b | c)) !nahe:5");
    check("a OR nahe:5 b ", "(a | b) !nahe:5");
    check("a nahe:5 quelle:dpa b ", "(a Source:dpa b) !nahe:5");
    check("a quelle:dpa b nahe:5", "(Source:dpa 5(a b))");
    check("nahe:5 a (b OR c) d", "((b | c) 5(a d~))");
    check("nahe a Nahe:5", "5(nahe a)");
}

#[test]
fn fields_apply_to_what_follows() {
    check("titel:Gas Title:Gas TITEL:\"Gas und Öl\" ", "(Title:Gas Title:Gas Title:\"Gas und Öl\")");
    check("quelle:dpa source:dpa quelle:=dpa ", "(Source:dpa Source:dpa Source:=dpa)");
    check("autor:a author:b person:c ort:d place:e ", "(Author:a Author:b Person:c Place:d Place:e)");
    check("organisation:a organization:b org:c ", "(Organisation:a Organisation:b Organisation:c)");
    check("ort: Peking x ", "(Place:Peking x)");
    check("titel:(Gas OR Öl) x ", "((Title:Gas | Title:Öl) x)");
    check("titel:(a (b ort:c) -d) ", "(Title:a Title:b Place:c -Title:d)");
    check("Gas titel:", "Gas");
    check("Gas titel: ", "Gas");
    check("Gas -titel:\"", "Gas");
    check("Gas (titel:(", "Gas");
    check("(titel:) a ", "a !titel:");
    check("titel: OR a ", "a !titel: !OR");
    check("titel:OR ", "Title:OR");
    check("titel:, a ", "a !titel:,");
    check("-titel:* a ", "a !-titel:*");
    check("titel:(* vor:x) a ", "a !titel:(* vor:x)");
    check("a nahe:5 ort:b ", "(a Place:b) !nahe:5");
    check("titel:ort:a ", "Place:a !titel:");
    check("titel: -ort: a ", "-Place:a !titel:");
    check("titel:12:30 ", "Title:12:30");
}

#[test]
fn dates_give_their_first_and_last_day() {
    check("vor:2022-02-05", "Before[2022-02-05 2022-02-05]");
    check("before:2022-02 a ", "(Before[2022-02-01 2022-02-28] a)");
    check("nach:2022", "After[2022-01-01 2022-12-31]");
    check("after:5.2.2022", "After[2022-02-05 2022-02-05]");
    check("am:05.02.2022,", "On[2022-02-05 2022-02-05]");
    check("on:2.2022", "On[2022-02-01 2022-02-28]");
    check("am:12/2023", "On[2023-12-01 2023-12-31]");
    check("am:02/2024", "On[2024-02-01 2024-02-29]");
    check("am:\"Februar 2022\" x ", "(On[2022-02-01 2022-02-28] x)");
    check("am:„März 2022“ on:\"october 2022\"", "(On[2022-03-01 2022-03-31] On[2022-10-01 2022-10-31])");
    check("am:\"5. Juni 2022\"", "On[2022-06-05 2022-06-05]");
    check("am: 2022", "On[2022-01-01 2022-12-31]");
    check("am:Mai.2022", "On[2022-05-01 2022-05-31]");
    check("-am:2022", "-On[2022-01-01 2022-12-31]");
    check("a OR vor:2022", "(a | Before[2022-01-01 2022-12-31])");
    check("titel:(a vor:2022) ", "(Title:a Before[2022-01-01 2022-12-31])");
    check("a vor:", "a");
    check("a vor:xyz b ", "(a b) !vor:xyz");
    check("vor: gestern", "() !vor: gestern");
    check("am:Februar 2022 ", "2022 !am:Februar");
    check("vor:(a b) ", "(a b) !vor:");
    check("vor: OR a ", "a !vor: !OR");
    for value in ["31.02.2022", "2022-13", "2022-00", "5.2.22", "20220205", "2022-2022", "1.2.3.2022", "\"Ma 2022\"", "\"\"", "0", "."] {
        check(&format!("vor:{value} b "), &format!("b !vor:{value}"));
    }
}

#[test]
fn every_string_is_a_query() {
    for query in
        ["", "   ", "-", "--", "\"", "\"\"", "- -", "„", "()", ")", ":", ",", "🙂", "-\"\"", "\u{0}\u{1}", "-\u{202e}", "=", "-(", "=\""]
    {
        check(query, "()");
    }
    check("a\u{0}b \u{200f}-c\u{200e} ", "(a b -c)");
    check("👩‍👩‍👧 Öl🙂 ", "Öl🙂");
    for sign in [
        "(", ")", "-", "\"", "=", ":", "*", "ä", "ä ", "a OR ", "NOT ", "nahe:5 ", "titel:", "-titel:", "(-", "titel:(", "-(a ", "a(", "🙂",
    ] {
        let query = sign.repeat(100_000 / sign.len());
        verify(&query);
    }
    assert_eq!(parse(&"ä".repeat(100_000)).root.leaves()[0].0.text.chars().count(), LONGEST);
    assert_eq!(parse(&"ä ".repeat(100_000)).root.leaves().len(), MOST);
    let most = ["ä"; MOST].join(" ");
    check(&format!("{most} ä OR titel:x vor:2022 "), &format!("({most} Before[2022-01-01 2022-12-31]) !OR !titel:x"));
}

#[test]
fn leaves_are_in_order_of_the_tree() {
    let query = parse("a -(b NOT c) nahe:3 d OR \"e f\" vor:2022");
    let leaves: Vec<_> = query.root.leaves().into_iter().map(|(leaf, negated)| (leaf.text.as_str(), negated)).collect();
    assert_eq!(leaves, [("a", false), ("b", true), ("c", false), ("d", false), ("e f", false)]);
}

/// Asserts the invariants of every query.
fn verify(text: &str) {
    let query = parse(text);
    let leaves = query.root.leaves();
    assert!(leaves.len() <= MOST, "{text}");
    for (n, (leaf, negated)) in leaves.iter().enumerate() {
        assert!(leaf.text.contains(char::is_alphanumeric), "{text}");
        let may = n + 1 == leaves.len()
            && !negated
            && matches!(leaf.field, None | Some(FieldName::Title))
            && matches!(leaf.shape, Shape::Words | Shape::Phrase);
        assert!(may || !leaf.open, "{text}: {query:?}");
    }
    assert!(query.ignored.iter().all(|ignored| !ignored.is_empty() && text.contains(ignored.as_str())), "{text}");
    if query.root != Node::All(Vec::new()) {
        shape(&query.root, 0, text);
    }
}

fn shape(node: &Node, depth: u32, text: &str) {
    // Each group gives at most a list of alternatives, a list of all, and a Not.
    assert!(depth <= 3 * (DEEPEST + 1) + 1, "{text}");
    if let Node::All(nodes) | Node::Any(nodes) | Node::Near(_, nodes) = node {
        assert!(nodes.len() > 1, "{text}: {node:?}");
        for child in nodes {
            let fits = match node {
                Node::All(_) => !matches!(child, Node::All(_)),
                Node::Any(_) => !matches!(child, Node::Any(_)),
                _ => child.is_text(),
            };
            assert!(fits, "{text}: {node:?}");
            shape(child, depth + 1, text);
        }
    }
    if let Node::Not(child) = node {
        assert!(!matches!(**child, Node::Not(_)), "{text}: {node:?}");
        shape(child, depth + 1, text);
    }
}

#[test]
fn random_input_keeps_the_invariants() {
    const PIECES: [&str; 34] = [
        "a",
        "Öl",
        "Ost",
        "5",
        "2022",
        " ",
        " ",
        " ",
        "(",
        ")",
        "-",
        "\"",
        "„",
        "“",
        "»",
        "=",
        "*",
        ":",
        ",",
        ".",
        " OR ",
        " UND ",
        "NOT ",
        "nahe:",
        "nahe:5 ",
        " near:3 ",
        "titel:",
        "quelle:",
        "vor:",
        "am:2.2022",
        "🙂",
        "\u{202e}",
        "\u{0}",
        "\u{308}",
    ];
    let mut state: u64 = 0x9e37_79b9_7f4a_7c15;
    let mut next = |below: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state >> 33) as usize % below
    };
    for round in 0..5000 {
        let length = next(if round % 50 == 0 { 1500 } else { 30 });
        let query: String = (0..length).map(|_| PIECES[next(PIECES.len())]).collect();
        verify(&query);
    }
}
