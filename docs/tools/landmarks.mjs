// What Doxygen 1.9.4 leaves out for those who do not see the page, or not the whole of it.
export function name_landmarks(page) {
  page.querySelector("#doc-content")?.setAttributes(
    { ...page.querySelector("#doc-content").attributes, role: "main", tabindex: "0" });
  page.querySelector("#side-nav")?.setAttributes(
    { ...page.querySelector("#side-nav").attributes, role: "navigation", "aria-label": "Contents" });
  page.querySelector("#top")?.setAttributes(
    { ...page.querySelector("#top").attributes, role: "banner" });
  const title = page.querySelector(".header .title");
  title?.setAttributes({ ...title.attributes, role: "heading", "aria-level": "1" });
  const path = page.querySelector("#nav-path");
  path?.setAttributes({ ...path.attributes, role: "contentinfo" });
  // In the list of files each name has a picture before it that leads to the source.
  for (const icon of page.querySelectorAll("td.entry a")) {
    if (icon.querySelector(".icondoc")) {
      icon.setAttribute("aria-label", `Source of ${icon.nextElementSibling?.text ?? "the file"}`);
    }
  }
  // A class whose only inner class is private links to a list that is not there.
  for (const link of page.querySelectorAll('.summary a[href="#nested-classes"]')) {
    if (page.querySelector('a[name="nested-classes"]')) continue;
    link.nextSibling?.remove();  // the bar behind it
    link.remove();
  }
  // A wide table scrolls by itself, not the page.
  for (const table of page.querySelectorAll("table.markdownTable, table.doxtable")) {
    table.replaceWith(`<div class="scroll" role="region" aria-label="Table">${table}</div>`);
  }
}
