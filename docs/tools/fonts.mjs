// Usage: node fonts.mjs PACKAGES OUT. The fonts as one style sheet: a font file of its own would be
// another origin for some browsers when the notes are opened from a disk.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const [packages, out] = process.argv.slice(2);
const faces = [
  { family: "Source Serif 4", name: "source-serif-4", style: "normal", weight: "200 900" },
  { family: "Source Serif 4", name: "source-serif-4", style: "italic", weight: "200 900" },
  { family: "Inter", name: "inter", style: "normal", weight: "100 900" },
  { family: "JetBrains Mono", name: "jetbrains-mono", style: "normal", weight: "100 800" },
];

function face({ family, name, style, weight }) {
  const file = join(packages, "node_modules/@fontsource-variable", name, "files",
    `${name}-latin-wght-${style}.woff2`);
  const data = readFileSync(file).toString("base64");
  return `@font-face { font-family: "${family}"; font-style: ${style}; font-weight: ${weight}; ` +
    `font-display: swap; src: url(data:font/woff2;base64,${data}) format("woff2"); }\n`;
}

writeFileSync(out, faces.map(face).join(""));
