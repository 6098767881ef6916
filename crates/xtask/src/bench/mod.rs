//! `cargo xtask bench`: the cost of analysis and search, as ratios within one run, and the quality of the search.

mod audits;
mod choice;
mod cost;
mod growth;
mod relevance;
mod search;
mod timeline;

use anyhow::Result;
use bpaf::Bpaf;
use choice::Articles;
use std::path::PathBuf;

/// What to measure; by default the cost of analysis and search, relative to simple operations on the same text.
#[derive(Clone, Debug, Bpaf)]
pub enum Options {
    /// how well the judged queries of a file are answered
    #[bpaf(command)]
    Relevance {
        #[bpaf(external(choice::articles))]
        articles: Articles,
        /// Judged queries
        #[bpaf(argument("FILE"))]
        queries: PathBuf,
        /// List the queries with missing hits
        misses: bool,
    },
    /// the search in Chromium, next to other search libraries
    #[bpaf(command)]
    Search(#[bpaf(external(search::options))] search::Options),
    /// what a search loads, and what the build takes, with 1,000, 10,000 and 50,000 articles
    #[bpaf(command)]
    Growth {
        #[bpaf(external(choice::articles))]
        articles: Articles,
    },
    /// how soon Chromium draws the timeline, and how smoothly it moves
    #[bpaf(command)]
    Timeline(#[bpaf(external(timeline::options))] timeline::Options),
    /// Lighthouse on the site, as a phone on a slow network
    #[bpaf(command)]
    Audits(#[bpaf(external(audits::options))] audits::Options),
    /// Without a command.
    Cost {
        #[bpaf(external(choice::articles))]
        articles: Articles,
    },
}

/// Measures and prints the results.
pub fn command(options: Options) -> Result<()> {
    match options {
        Options::Relevance { articles, queries, misses } => relevance::run(articles.read()?, &queries, misses),
        Options::Search(options) => search::command(options),
        Options::Growth { articles } => growth::run(&articles.read()?),
        Options::Timeline(options) => timeline::command(options),
        Options::Audits(options) => audits::command(options),
        Options::Cost { articles } => cost::run(articles.read()?),
    }
}
