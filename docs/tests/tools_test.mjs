// Usage: node --test docs/tests/tools_test.mjs, with PACKAGES naming the folder of npm's packages.
import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { test } from "node:test";

import { book } from "../tools/book.mjs";
import { inline_drawings } from "../tools/drawings.mjs";
import { formula_typesetter } from "../tools/formulas.mjs";
import { name_landmarks } from "../tools/landmarks.mjs";
import { bad_links } from "../tools/links.mjs";
import { search_index, tokenize } from "../tools/search_index.mjs";

const require = createRequire(join(resolve(process.env.PACKAGES), "package.json"));
const { parse } = require("node-html-parser");
const MiniSearch = require("minisearch");

function page(body, title = "A page · Gradus") {
  return parse(`<html><head><title>${title}</title></head><body><div class="header">` +
    `<div class="title">A page</div></div><div class="contents">${body}</div></body></html>`);
}

test("formulas become drawings with MathML beside them", async () => {
  const formulas = await formula_typesetter(require);
  const good = page("<p>\\(x_i\\) and \\[ a &lt; b \\]</p><code>\\(not this\\)</code>");
  formulas.typeset(good);
  assert.deepEqual(formulas.errors, []);
  assert.equal(formulas.count, 2);
  const text = good.toString();
  assert.match(text, /<svg aria-hidden="true"/);
  assert.match(text, /<math[^>]*display="block"/);
  assert.match(text, /<code>\\\(not this\\\)<\/code>/);
});

test("a wrong formula is an error that quotes it", async () => {
  const formulas = await formula_typesetter(require);
  for (const wrong of ["\\frac{1", "\\undefinedcommand x", "{a}}"]) {
    formulas.typeset(page(`<p>\\(${wrong}\\)</p>`));
  }
  assert.equal(formulas.errors.length, 3, formulas.errors.join("\n"));
  assert.match(formulas.errors[1], /undefinedcommand/);
});

test("links to nothing and to the network are found", (t) => {
  const html = mkdtempSync(join(tmpdir(), "links-"));
  t.after(() => rmSync(html, { recursive: true }));
  writeFileSync(join(html, "a.html"), "");
  writeFileSync(join(html, "bad.css"), '@import "//elsewhere.example/a.css"; b { src: url(data:x) }');
  const bad = (body) => bad_links(html, new Map([["a.html", page(body)]]))
    .filter((problem) => !problem.startsWith("bad.css"));
  assert.deepEqual(bad('<a href="#here">x</a><b id="here"></b><a href="a.html">y</a>'), []);
  assert.match(bad('<a href="#nowhere">x</a>')[0], /no 'nowhere'/);
  assert.match(bad('<a href="b.html">x</a>')[0], /no b\.html/);
  assert.match(bad('<script src="https://elsewhere.example/x.js"></script>')[0], /asks the network/);
  assert.match(bad('<img src="//elsewhere.example/x.png">')[0], /asks the network/);
  assert.match(bad_links(html, new Map())[0], /bad\.css: asks the network/);
});

test("a drawing comes into the page, with its links and without a frame", (t) => {
  const html = mkdtempSync(join(tmpdir(), "drawings-"));
  t.after(() => rmSync(html, { recursive: true }));
  writeFileSync(join(html, "g.svg"), '<?xml version="1.0"?><!DOCTYPE svg><svg width="75pt" ' +
    'height="10pt"><g id="node1"><title>Node1</title><a xlink:href="x.html" xlink:title="x" ' +
    'target="_parent"><text>X</text></a></g></svg>');
  const shown = page('<iframe src="g.svg"></iframe>');
  inline_drawings(shown, html, parse);
  const text = shown.querySelector(".contents").toString();
  assert.doesNotMatch(text, /iframe|DOCTYPE|Node1|_parent/);
  assert.match(text, /width="100"/);
  assert.match(text, /id="g_node1"><a xlink:href="x.html"/);
  assert.match(text, /role="img" aria-label="Graph: A page"/);
});

test("the search finds a section by its words, in the page and at the place", () => {
  const pages = new Map([
    ["ch_x.html", page('<p>Start.</p><h2><a class="anchor" id="far"></a>Far away</h2>' +
      "<p>The upstream gradient waits.</p>")],
    ["x_source.html", page("<p>upstream too</p>")],
  ]);
  const data = search_index(pages, MiniSearch);
  assert.match(data, /^window\.SEARCH_DATA = "/);
  assert.doesNotMatch(data, /</);
  const json = JSON.parse(data.slice("window.SEARCH_DATA = ".length, -2));
  const index = MiniSearch.loadJSON(json, {
    fields: ["page", "title", "text"], storeFields: ["title", "url", "kind"], tokenize });
  const found = index.search("upstream");
  assert.deepEqual(found.map((result) => result.url), ["ch_x.html#far"]);
  assert.equal(found[0].kind, "Chapter");
  assert.deepEqual(tokenize("W.transposed_times(g)"),
    ["W", "transposed_times", "transposed", "times", "g"]);
  assert.deepEqual(tokenize("Over-fitting - why"), ["Overfitting", "Over", "fitting", "why"]);
});

test("the book has the chapters in order, unfolded, with links inside", () => {
  const chapter = (number, body) => {
    const one = page(body);
    one.querySelector(".title").set_content(`${number} Title`);
    return one;
  };
  const pages = new Map([
    ["index.html", page("<p>Start</p>")],
    ["ch_b.html", chapter(10, '<p id="p">Ten</p>')],
    ["ch_a.html", chapter(9, '<details><summary>?</summary>Yes</details><a href="ch_b.html#p">on</a>' +
      '<div class="prevnext">next</div>')],
  ]);
  const text = book(pages, parse);
  assert.ok(text.indexOf("9 Title") < text.indexOf("10 Title"));
  assert.match(text, /<details open/);
  assert.match(text, /href="#ch_b-p"/);
  assert.match(text, /id="ch_b-p"/);
  assert.doesNotMatch(text, /class="prevnext"/);
});

test("a picture that is a link has a name", () => {
  const one = page('<table><tr><td class="entry"><a href="x.html"><span class="icondoc"></span></a>' +
    "<b>x.cpp</b></td></tr></table>");
  name_landmarks(one);
  assert.match(one.toString(), /aria-label="Source of x\.cpp"/);
});

test("wide tables are put where they can scroll", () => {
  const one = page('<table class="markdownTable"><tr><td>1</td></tr></table>');
  name_landmarks(one);
  assert.match(one.toString(), /<div class="scroll" role="region"[^>]*><table/);
  assert.match(one.toString(), /class="title" role="heading" aria-level="1"/);
});
