// Run by node: the articles' file => index.json beside this file.
import { readFileSync, writeFileSync } from "node:fs";
import MiniSearch from "./minisearch.mjs";
import { options } from "./options.mjs";

const index = new MiniSearch(options);
index.addAll(JSON.parse(readFileSync(process.argv[2], "utf8")));
writeFileSync(new URL("index.json", import.meta.url), JSON.stringify(index));
