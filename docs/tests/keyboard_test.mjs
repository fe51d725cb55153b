// Usage: node keyboard_test.mjs CHROMIUM MODULES HTML. Reads the notes from a disk with the keyboard
// alone: search, light and dark, folded answers.
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [chromium, modules, html] = process.argv.slice(2);
const puppeteer = createRequire(join(resolve(modules), "package.json"))("puppeteer-core");
const browser = await puppeteer.launch({
  executablePath: chromium,
  args: process.getuid() === 0 ? ["--no-sandbox"] : [],
});
const page = await browser.newPage();
const open = (name) => page.goto(pathToFileURL(resolve(html, name)), { waitUntil: "load" });
const focused = () => page.evaluate(() => document.activeElement.outerHTML.slice(0, 200));

try {
  await open("index.html");
  await page.keyboard.press("Tab");
  assert.match(await focused(), /class="skip"/, "the first stop skips to the text");

  await page.keyboard.press("/");
  assert.match(await focused(), /id="search"/, "/ goes to the search");
  await page.keyboard.type("affine backward");
  const found = await page.$$eval("#found [role=option]", (options) => options.map((o) => o.textContent));
  assert.ok(found.length >= 3, `found: ${found}`);
  assert.ok(found.some((text) => text.includes("6 The affine backward pass")), `found: ${found}`);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowUp");
  const chosen = await page.$eval("#found [aria-selected=true] a", (link) => link.href);
  await Promise.all([page.waitForNavigation(), page.keyboard.press("Enter")]);
  assert.equal(page.url(), chosen, "Enter opens what was chosen");

  await page.keyboard.press("/");
  await page.keyboard.type("zzzzqqq");
  assert.match(await page.$eval("#found", (list) => list.textContent), /Nothing found/);
  await page.keyboard.press("Escape");
  assert.equal(await page.$eval("#found", (list) => list.hidden), true, "Escape closes the list");

  const dark = () => page.evaluate(() => document.documentElement.classList.contains("dark-mode"));
  const before = await dark();
  await page.waitForSelector("doxygen-awesome-dark-mode-toggle[role=button]");
  await page.focus("doxygen-awesome-dark-mode-toggle");
  await page.keyboard.press("Enter");
  assert.notEqual(await dark(), before, "Enter switches between light and dark");

  await open("ch_affine.html");
  await page.focus("details.check summary");
  await page.keyboard.press("Enter");
  assert.equal(await page.$eval("details.check", (d) => d.open), true, "Enter unfolds an answer");
} finally {
  await browser.close();
}
