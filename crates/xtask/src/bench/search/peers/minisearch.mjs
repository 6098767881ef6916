// MiniSearch over an index that was built beforehand.
import MiniSearch from "./minisearch.mjs";
import { options } from "./options.mjs";

const load = async () => MiniSearch.loadJSON(await (await fetch("index.json")).text(), options);

const ready = load();

const search = async (query, { limit }) => {
  const found = (await ready).search(query);
  return { total: found.length, hits: found.slice(0, limit) };
};

window.zeitlupe = { ready, search };
