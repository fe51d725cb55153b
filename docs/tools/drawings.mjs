// Doxygen shows a drawing of graphviz in a frame of its own, where the colours and fonts of the page
// do not reach it. In the page itself its links work and it follows light and dark.
import { existsSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";

function drawing(file, label) {
  const prefix = `${basename(file, ".svg")}_`;
  return readFileSync(file, "utf8")
    .replace(/<\?xml[\s\S]*?\?>|<!DOCTYPE[\s\S]*?>|<!--[\s\S]*?-->/g, "").trim()
    .replace(/\sid="([^"]+)"/g, ` id="${prefix}$1"`)
    .replace(/url\(#/g, `url(#${prefix}`)
    .replace(/ target="_parent"/g, "")
    .replace(/xlink:title="[^"]*"/g, "")
    .replace(/<title>[^<]*<\/title>/g, "")  // names of nodes in the file, which say nothing
    .replace(/<svg width="(\d+)pt" height="\d+pt"/, (_, width) =>
      // Points to pixels.
      `<svg class="graph" role="img" aria-label="${label}" width="${Math.round(width * 4 / 3)}"`);
}

export function inline_drawings(page, html, parse) {
  for (const frame of page.querySelectorAll("iframe, object")) {
    const source = frame.getAttribute("src") ?? frame.getAttribute("data") ?? "";
    const file = join(html, source);
    if (!source.endsWith(".svg") || !existsSync(file)) continue;
    const about = page.querySelector("title").text.split(" · ")[0];
    frame.replaceWith(parse(drawing(file, `Graph: ${about}`)));
  }
}
