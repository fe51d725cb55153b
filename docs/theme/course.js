// What the theme's scripts need to be asked for. The notes can be read without any script.
"use strict";

for (const init of [
  () => DoxygenAwesomeDarkModeToggle.init(),
  () => DoxygenAwesomeFragmentCopyButton.init(),
  () => DoxygenAwesomeParagraphLink.init(),
  () => DoxygenAwesomeInteractiveToc.init(),
]) {
  try {
    init();
  } catch (error) {
    if (!(error instanceof ReferenceError)) throw error;  // the theme is not there
  }
}

// The switch between light and dark is no button by itself, but not the mouse alone shall reach it.
// The theme puts it there some time after the page has loaded.
const switches = new MutationObserver(() => {
  const toggle = document.querySelector("doxygen-awesome-dark-mode-toggle:not([role])");
  if (!toggle) return;
  toggle.setAttribute("role", "button");
  toggle.setAttribute("aria-label", "Light or dark");
  toggle.tabIndex = 0;
  toggle.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    toggle.click();
  });
});
switches.observe(document.documentElement, { childList: true, subtree: true });

// What is wider than its place scrolls by itself, and then from the keyboard too.
addEventListener("load", () => {
  const seen = new ResizeObserver((entries) => {
    for (const { target } of entries) {
      if (target.scrollWidth > target.clientWidth) target.tabIndex = 0;
      else target.removeAttribute("tabindex");
    }
  });
  const wide = ".scroll, figure, .dotgraph, .fragment, .memproto, mjx-container[display]";
  for (const node of document.querySelectorAll(wide)) seen.observe(node);
});

// Paper cannot be unfolded.
addEventListener("beforeprint", () => {
  for (const details of document.querySelectorAll("details")) details.open = true;
});
