// Usage: node finish.mjs PACKAGES HTML. Finishes what Doxygen has made: typesets the formulas, puts
// the drawings into the pages, adds what a screen reader needs, the search and the book, and then
// looks at every link. Exit status 1 if a formula is wrong or a link leads nowhere.
import { copyFileSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";

import { book } from "./book.mjs";
import { inline_drawings } from "./drawings.mjs";
import { formula_typesetter } from "./formulas.mjs";
import { name_landmarks } from "./landmarks.mjs";
import { bad_links } from "./links.mjs";
import { search_index } from "./search_index.mjs";

const [packages, html] = process.argv.slice(2);
const require = createRequire(join(resolve(packages), "package.json"));
const { parse } = require("node-html-parser");

const formulas = await formula_typesetter(require);
const names = readdirSync(html).filter((name) => name.endsWith(".html")).sort();
const pages = new Map();
for (const name of names) {
  const page = parse(readFileSync(join(html, name), "utf8"), { comment: true });
  inline_drawings(page, html, parse);
  if (!name.endsWith("_source.html")) formulas.typeset(page);
  name_landmarks(page);
  pages.set(name, page);
}

pages.set("book.html", parse(book(pages, parse)));
for (const [name, page] of pages) writeFileSync(join(html, name), page.toString());
writeFileSync(join(html, "formulas.css"), formulas.style());
writeFileSync(join(html, "search-data.js"), search_index(pages, require("minisearch")));
copyFileSync(join(packages, "node_modules/minisearch/dist/umd/index.js"), join(html, "minisearch.js"));

const bad = bad_links(html, pages);
for (const problem of [...formulas.errors, ...bad]) console.error(`notes: ${problem}`);
const words = formulas.count === 1 ? "formula" : "formulas";
console.log(`${pages.size} pages, ${formulas.count} ${words} (${formulas.errors.length} wrong), ` +
  `${bad.length} bad links`);
process.exit(formulas.errors.length + bad.length > 0 ? 1 : 0);
