// Pagefind; a hit's title lies in a file of its own, which `data` fetches.
import * as pagefind from "./pagefind/pagefind.js";

const ready = pagefind.init();

const search = async (query, { limit }) => {
  const { results } = await pagefind.search(query);
  const data = await Promise.all(results.slice(0, limit).map((result) => result.data()));
  return { total: results.length, hits: data.map(({ url, meta }) => ({ id: url, title: meta.title })) };
};

window.zeitlupe = { ready, search };
