// What MiniSearch is told, the same when the index is built and when it is loaded.
// It has no German of its own: its documentation leaves stems to `processTerm`.
import { stemmer } from "./stemmer.mjs";

export const options = {
  fields: ["title", "text"],
  storeFields: ["title"],
  processTerm: (term) => stemmer(term.toLowerCase()),
  searchOptions: { prefix: true, fuzzy: 0.2, combineWith: "OR", boost: { title: 2 } },
};
