// The index of the full-text search: one entry for each section and each documented function. It is a
// script and not data, because a page that was opened from a disk may not read files.

// Lists of what other pages say.
const lists = /_source|-members|^dir_|^functions|^globals|^namespacemembers|^namespaces|^annotated|^classes|^files|^hierarchy|^book|^graph_|^inherits/;

function kind(name) {
  if (/^(class|struct|namespace)/.test(name)) return "Reference";
  if (name.startsWith("ex_")) return "Exercise";
  if (name.startsWith("ch_")) return "Chapter";
  if (/_8[ch]pp\.html$/.test(name)) return "Code";
  return "Page";
}

function text_of(node) {
  const copy = node.clone();
  for (const part of copy.querySelectorAll("script, style, svg, mjx-container, .permalink")) part.remove();
  return copy.structuredText.replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&quot;/g, '"')
    .replace(/&#160;|&nbsp;/g, " ").replace(/&vert;/g, "|").replace(/&amp;/g, "&")
    .replace(/[◆§]/g, "").replace(/\s+/g, " ").trim();
}

/// Where a section begins: a heading of a chapter, or the name of a function.
function section_start(node) {
  if (/^H[1-4]$/.test(node.tagName ?? "")) {
    const place = node.querySelector("a.anchor")?.getAttribute("id");
    if (place) return { place, title: text_of(node) };
    if (node.classList.contains("memtitle")) {
      const link = node.querySelector(".permalink a")?.getAttribute("href");
      if (link) return { place: link.slice(1), title: text_of(node) };
    }
  }
  return null;
}

function sections(contents) {
  const all = [{ place: "", title: "", text: "" }];
  (function visit(node) {
    for (const child of node.childNodes) {
      if (child.nodeType === 3) {
        all.at(-1).text += ` ${child.text}`;
      } else if (child.nodeType === 1) {
        const start = section_start(child);
        if (start) all.push({ ...start, text: "" });
        else if (child.classList.contains("toc") || child.classList.contains("prevnext")) continue;
        else if (/^(P|TR|LI|PRE|DD|DT|SUMMARY|DETAILS)$/.test(child.tagName)) all.at(-1).text += ` ${text_of(child)}`;
        else if (!/^(SCRIPT|STYLE|SVG|MJX-CONTAINER)$/.test(child.tagName)) visit(child);
      }
    }
  })(contents);
  return all;
}

/// Words of more than one part are found by the whole and by each part: transposed_times, over-fitting.
export function tokenize(text) {
  return text.split(/[\s.,;:()[\]{}<>"'`=+*/&|!?·→—]+/).flatMap((word) => {
    const parts = word.split(/[_-]/);
    return parts.length > 1 ? [word.replaceAll("-", ""), ...parts] : parts;
  }).filter(Boolean);
}

export function search_index(pages, MiniSearch) {
  const index = new MiniSearch({
    fields: ["page", "title", "text"],
    storeFields: ["page", "title", "kind", "url", "start"],
    tokenize,
  });
  let id = 0;
  for (const [name, page] of pages) {
    const contents = page.querySelector(".contents");
    if (lists.test(name) || !contents) continue;
    const title = page.querySelector("title").text.split(" · ")[0]
      .replace(/ (Class|File|Struct|Namespace) Reference$/, "");
    for (const section of sections(contents)) {
      const text = section.text.replace(/\s+/g, " ").trim();
      if (text.length < 3 && !section.title) continue;
      index.add({
        id: ++id, page: title, title: section.title, kind: kind(name), text,
        start: text.slice(0, 120), url: name + (section.place && `#${section.place}`),
      });
    }
  }
  // As a string inside a script, so that no text of a page can end the script.
  const json = JSON.stringify(JSON.stringify(index)).replaceAll("<", "\\u003c");
  return `window.SEARCH_DATA = ${json};\n`;
}
