// Run by node: the articles' file and Pagefind's entry => the folder pagefind beside this file.
import { readFileSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";

const [articles, entry] = process.argv.slice(2);
const { createIndex, close } = await import(pathToFileURL(entry));

const fits = ({ errors, ...rest }) => {
  if (errors.length > 0) throw new Error(errors.join("; "));
  return rest;
};
const escape = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

const { index } = fits(await createIndex({ forceLanguage: "de" }));
for (const { id, title, text } of JSON.parse(readFileSync(articles, "utf8"))) {
  const lines = text.split("\n").filter((line) => line.trim());
  const content = `<html lang="de"><body><h1>${escape(title)}</h1>${lines.map((line) => `<p>${escape(line)}</p>`).join("")}</body></html>`;
  fits(await index.addHTMLFile({ url: id, content }));
}
fits(await index.writeFiles({ outputPath: fileURLToPath(new URL("pagefind", import.meta.url)) }));
await close();
