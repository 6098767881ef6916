// A plain scan: every text in memory, in small letters; a hit holds every word of the query.
const load = async () => {
  const articles = await (await fetch("articles.json")).json();
  return articles.map(({ id, title, text }) => ({ id, title, small: `${title}\n${text}`.toLowerCase() }));
};

const ready = load();

const search = async (query, { limit }) => {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const found = (await ready).filter(({ small }) => words.every((word) => small.includes(word)));
  return { total: found.length, hits: found.slice(0, limit) };
};

window.zeitlupe = { ready, search };
