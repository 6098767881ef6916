//! Inverted index, queries, ranking, snippets.
