// Opens HTML files of ours in headless Chromium and looks for what a reader would stumble over.
// Called by harness/tools/browser-test, which explains it.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";

const { values: options, positionals: files } = parseArgs({
  allowPositionals: true,
  options: { chromium: { type: "string" }, modules: { type: "string" }, shots: { type: "string" },
             prove: { type: "string" }, scripts: { type: "boolean", default: false } },
});
// The packages lie in the build folder, not beside this file.
const require = createRequire(join(resolve(options.modules), "package.json"));
const puppeteer = require("puppeteer-core");
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

const schemes = ["light", "dark"];
const widths = [1280, 400];

async function show(page, scheme, width) {
  await page.setViewport({ width, height: 900 });
  await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
}

// What axe finds serious or critical, as "rule: element".
async function accessibility(page) {
  await page.evaluate(axe);
  // axe would read style sheets again by itself, which a page on a disk may not.
  const { violations } = await page.evaluate(() => axe.run({ preload: false }));
  return violations.filter((v) => ["serious", "critical"].includes(v.impact))
    .flatMap((v) => v.nodes.map((node) => `${v.id} (${v.impact}): ${node.html.slice(0, 160)}`));
}

// Whether a script that somebody smuggled into the page would run.
async function runs_scripts(page) {
  return page.evaluate(async () => {
    const script = document.createElement("script");
    script.textContent = "window.smuggled = true";
    document.body.append(script);
    const picture = document.createElement("img");
    picture.setAttribute("onerror", "window.smuggled = true");
    picture.src = "data:image/png;base64,none";
    document.body.append(picture);
    await new Promise((done) => setTimeout(done, 200));
    return window.smuggled === true;
  });
}

// All that is wrong with a file, one line each.
async function check(browser, file, shots) {
  const findings = new Set();
  const page = await browser.newPage();
  page.on("pageerror", (error) => findings.add(`script error: ${error.message}`));
  const on_console = (message) => {
    if (message.type() === "error") findings.add(`console error: ${message.text()}`);
  };
  page.on("console", on_console);
  page.on("request", (request) => {
    if (!/^(file|data):/.test(request.url())) findings.add(`request: ${request.url()}`);
  });
  await page.goto(pathToFileURL(resolve(file)), { waitUntil: "load" });
  if (shots) await shoot(page, join(shots, basename(file, ".html")));
  await page.evaluate(() => document.querySelectorAll("details").forEach((d) => { d.open = true; }));
  for (const scheme of schemes) {
    for (const width of widths) {
      await show(page, scheme, width);
      const wide = await page.evaluate(() => document.scrollingElement.scrollWidth);
      if (wide > width) findings.add(`sideways scroll: ${wide} px wide in a window of ${width} px`);
      for (const finding of await accessibility(page)) {
        findings.add(`accessibility, ${scheme}: ${finding}`);
      }
    }
  }
  page.off("console", on_console);  // it will complain of what we smuggle in, and should
  if (!options.scripts && (await runs_scripts(page))) findings.add("content security policy: a smuggled script runs");
  await page.close();
  return [...findings];
}

async function shoot(page, name) {
  for (const scheme of schemes) {
    for (const width of widths) {
      await show(page, scheme, width);
      await page.screenshot({ path: `${name}-${width}-${scheme}.png`, fullPage: true });
    }
  }
}

// A test that finds nothing may be blind: pages with one fault each must all be caught.
async function prove(browser, folder) {
  const policy = "<meta http-equiv='Content-Security-Policy' content=\"default-src 'none'; " +
    "img-src data: http:; style-src 'unsafe-inline'; script-src SCRIPTS\">";
  const page = (body, scripts = "'none'") => "<!DOCTYPE html><html lang='en'><head>" +
    `<meta charset='utf-8'>${policy.replace("SCRIPTS", scripts)}<title>A fault</title></head>` +
    `<body><main><h1>A fault</h1>${body}</main></body></html>`;
  const faults = {
    "accessibility, light": page("<p style='color: #ccc; background: #fff'>Too pale to read</p>"),
    "accessibility, dark": page("<style>@media (prefers-color-scheme: dark) " +
      "{ p { color: #333; background: #000 } }</style><p>Too dark to read</p>"),
    "console error": page("<script>console.error('oops')</script>", "'unsafe-inline'"),
    "request": page("<img src='http://127.0.0.1:9/picture.png' alt='a picture'>"),
    "sideways scroll": page("<div style='width: 1000px'>Wider than a telephone</div>"),
    "content security policy": page("<p>Anything goes</p>").replace(/<meta http-equiv[^>]*>/, ""),
  };
  mkdirSync(folder, { recursive: true });
  const missed = [];
  for (const [kind, html] of Object.entries(faults)) {
    const file = join(folder, `${kind.replaceAll(/\W+/g, "-")}.html`);
    writeFileSync(file, html);
    const found = await check(browser, file);
    if (!found.some((finding) => finding.startsWith(kind))) missed.push(kind);
  }
  return missed;
}

const browser = await puppeteer.launch({
  executablePath: options.chromium,
  // Chromium's own sandbox refuses to work for root; the pages are our own.
  args: process.getuid() === 0 ? ["--no-sandbox"] : [],
});
let failed = false;
if (options.prove) {
  const missed = await prove(browser, options.prove);
  for (const kind of missed) console.log(`This test is blind: it does not find '${kind}'`);
  failed ||= missed.length > 0;
}
if (options.shots) mkdirSync(options.shots, { recursive: true });
for (const file of files) {
  const findings = await check(browser, file, options.shots);
  console.log(`${file}: ${findings.length === 0 ? "nothing found" : `${findings.length} findings`}`);
  for (const finding of findings) console.log(`  ${finding}`);
  failed ||= findings.length > 0;
}
await browser.close();
process.exit(failed ? 1 : 0);
