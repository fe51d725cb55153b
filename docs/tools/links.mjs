// Every link leads to a page and a place that exist, and nothing is asked of the network.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const attribute = /\s(?:xlink:)?(href|src|data|srcset|poster)="([^"]*)"/g;
const elsewhere = /^(?:[a-z]+:)?\/\//i;

function places_of(text) {
  return new Set([...text.matchAll(/\s(?:id|name)="([^"]+)"/g)].map((match) => match[1]));
}

export function bad_links(html, pages) {
  const texts = new Map([...pages].map(([name, page]) => [name, page.toString()]));
  const places = new Map([...texts].map(([name, text]) => [name, places_of(text)]));
  const bad = new Set();
  for (const [name, text] of texts) {
    for (const [, , link] of text.matchAll(attribute)) {
      const target = decodeURIComponent(link.replaceAll("&amp;", "&"));
      if (/^(?:data|javascript):/.test(target) || target === "") continue;
      if (elsewhere.test(target)) {
        bad.add(`${name}: asks the network for ${target}`);
        continue;
      }
      const [file, place] = target.split("#");
      if (file !== "" && !existsSync(join(html, file))) {
        bad.add(`${name}: there is no ${file}`);
      } else if (place && !places.get(file || name)?.has(place)) {
        bad.add(`${name}: there is no '${place}' in ${file || name}`);
      }
    }
  }
  for (const name of readdirSync(html).filter((file) => file.endsWith(".css"))) {
    const text = readFileSync(join(html, name), "utf8");
    for (const [, target] of text.matchAll(/(?:url\(|@import\s+)["']?([^"')\s]+)/g)) {
      if (elsewhere.test(target)) bad.add(`${name}: asks the network for ${target}`);
    }
  }
  return [...bad];
}
