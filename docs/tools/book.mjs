// All chapters and the pages to look things up as one page, to be printed or kept as a PDF.

/// The order of the side bar is the order of the book.
function order(pages) {
  const names = [...pages.keys()];
  const chapters = names.filter((name) => name.startsWith("ch_"));
  const number = (name) => parseInt(pages.get(name).querySelector(".title")?.text ?? "0", 10);
  chapters.sort((a, b) => number(a) - number(b));
  const lookup = ["map.html", "notation.html", "pitfalls.html", "glossary.html", "papers.html"];
  return ["index.html", ...chapters, ...lookup].filter((name) => pages.has(name));
}

/// A place in the book: pages have names of their own, so places are called after both.
function renamed(link, page, names) {
  if (/^(?:data|javascript):/.test(link)) return link;
  const [file, place] = link.split("#");
  const target = file || page;
  if (!names.includes(target)) return link;
  return `#${target.replace(".html", "")}${place ? `-${place}` : ""}`;
}

function chapter(name, page, names, parse) {
  const contents = parse(page.querySelector(".contents").toString());
  for (const part of contents.querySelectorAll(".toc, .prevnext, script")) part.remove();
  for (const details of contents.querySelectorAll("details")) details.setAttribute("open", "");
  const id = name.replace(".html", "");
  for (const node of contents.querySelectorAll("[id]")) {
    if (!node.closest("svg")) node.setAttribute("id", `${id}-${node.getAttribute("id")}`);
  }
  for (const node of contents.querySelectorAll("a[name]")) node.removeAttribute("name");
  for (const link of contents.querySelectorAll("a[href]")) {
    link.setAttribute("href", renamed(link.getAttribute("href"), name, names));
  }
  const title = page.querySelector(".title").innerHTML;
  const text = contents.toString().replace(/<(\/?)h([1-5])/g, (_, close, level) => `<${close}h${+level + 1}`);
  return `<section class="part" id="${id}"><h1>${title}</h1>${text}</section>\n`;
}

export function book(pages, parse) {
  const names = order(pages);
  const head = pages.get("index.html").querySelector("head").clone();
  for (const script of head.querySelectorAll("script")) {
    if (script.getAttribute("src") !== "course.js") script.remove();
  }
  head.querySelector("title").set_content("Gradus: the course notes");
  const title_of = (name) => pages.get(name).querySelector(".title").innerHTML;
  const contents = names.slice(1).map((name) =>
    `<li><a href="#${name.replace(".html", "")}">${title_of(name)}</a></li>`).join("\n");
  const body = names.map((name) => chapter(name, pages.get(name), names, parse)).join("");
  return `<!DOCTYPE html>\n<html lang="en">\n${head}\n<body class="book">\n<main>\n` +
    `<header class="cover"><p class="cover-title">Gradus</p><p>A neural network from nothing, in C++</p></header>\n` +
    `<nav class="book-contents" aria-label="Contents"><h1>Contents</h1><ol>${contents}</ol></nav>\n` +
    `${body}</main>\n</body>\n</html>\n`;
}
