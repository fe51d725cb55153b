// Full-text search over what docs/tools/search_index.mjs has collected. "/" goes there, arrows choose,
// Enter opens, Escape leaves.
"use strict";

addEventListener("load", () => {
  const input = document.getElementById("search");
  const list = document.getElementById("found");
  const weight = { Chapter: 2, Exercise: 1.6, Page: 1.4, Reference: 1, Code: 0.5 };
  let index = null;
  let chosen = -1;

  // The same words as in the index.
  function tokenize(text) {
    return text.split(/[\s.,;:()[\]{}<>"'`=+*/&|!?·→—-]+/).filter(Boolean);
  }

  function load() {
    index ??= MiniSearch.loadJSON(SEARCH_DATA, {
      fields: ["page", "title", "text"],
      storeFields: ["page", "title", "kind", "url", "start"],
      tokenize,
    });
  }

  function element(name, text, properties = {}) {
    return Object.assign(document.createElement(name), { textContent: text }, properties);
  }

  function open(yes) {
    list.hidden = !yes;
    input.setAttribute("aria-expanded", String(yes));
  }

  function choose(position) {
    const options = list.querySelectorAll("[role=option]");
    options[chosen]?.setAttribute("aria-selected", "false");
    chosen = options.length === 0 ? -1 : (position + options.length) % options.length;
    if (chosen < 0) {
      input.removeAttribute("aria-activedescendant");
      return;
    }
    options[chosen].setAttribute("aria-selected", "true");
    options[chosen].scrollIntoView({ block: "nearest" });
    input.setAttribute("aria-activedescendant", options[chosen].id);
  }

  function option(result, number) {
    const item = element("li", "", { id: `found-${number}` });
    item.setAttribute("role", "option");
    item.setAttribute("aria-selected", "false");
    const link = element("a", "", { href: result.url, tabIndex: -1 });
    link.append(element("i", result.kind),
      element("b", result.title ? `${result.page} › ${result.title}` : result.page),
      element("span", result.start));
    item.append(link);
    return item;
  }

  // A class with twenty functions of one name must not push everything else away.
  function few_of_each_page(results) {
    const count = new Map();
    return results.filter(({ page }) => {
      count.set(page, (count.get(page) ?? 0) + 1);
      return count.get(page) <= 2;
    });
  }

  function search() {
    const words = input.value.trim();
    list.replaceChildren();
    choose(0);  // nothing is there to choose
    if (words.length < 2) return open(false);
    load();
    const results = few_of_each_page(index.search(words, {
      prefix: true, fuzzy: (word) => (word.length > 4 ? 0.2 : false), combineWith: "AND", boost: { title: 4, page: 1.5 },
      boostDocument: (id, term, stored) => weight[stored.kind] ?? 1,
    })).slice(0, 10);
    if (results.length === 0) {
      const nothing = element("li", "Nothing found. Fewer letters find more.", { className: "none" });
      nothing.setAttribute("role", "option");
      nothing.setAttribute("aria-disabled", "true");
      list.append(nothing);
    }
    list.append(...results.map(option));
    return open(true);
  }

  input.addEventListener("input", search);
  input.addEventListener("focus", search);
  input.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      input.value = "";
      search();
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      choose(event.key === "ArrowDown" ? chosen + 1 : Math.max(chosen, 0) - 1);
    } else if (event.key === "Enter") {
      const links = list.querySelectorAll("a");
      if (links.length > 0) location.href = links[Math.max(chosen, 0)].href;
    }
  });
  document.addEventListener("click", (event) => {
    if (!event.target.closest("#MSearchBox")) open(false);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
    if (/^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement.tagName)) return;
    event.preventDefault();
    input.focus();
  });
});
