// Typesets \( \) and \[ \] as drawings, with MathML for screen readers beside each.

const formula = /\\\(([\s\S]*?)\\\)|\\\[([\s\S]*?)\\\]/g;
// Text in which such brackets mean nothing.
const untouched = new Set(["SCRIPT", "STYLE", "TITLE", "PRE", "CODE", "SVG", "MJX-CONTAINER"]);

function decoded(text) {
  return text.replace(/<br\s*\/?>/g, " ").replace(/&lt;/g, "<").replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"').replace(/&#39;/g, "'").replace(/&#160;|&nbsp;/g, " ")
    .replace(/&amp;/g, "&");
}

export async function formula_typesetter(require) {
  const mathjax = await require("mathjax").init({
    loader: { load: ["input/tex-full", "output/svg"] },
    tex: {
      packages: { "[-]": ["noerrors", "noundefined"] },
      formatError: (_, error) => { throw error; },
    },
    svg: { fontCache: "none" },  // no ids, so that a page may show a formula twice
  });
  const adaptor = mathjax.startup.adaptor;
  const done = new Map();
  const errors = [];
  let count = 0;

  function typeset_one(tex, display) {
    ++count;
    const key = `${display}${tex}`;
    if (done.has(key)) return done.get(key);
    let result;
    try {
      const svg = adaptor.outerHTML(mathjax.tex2svg(tex, { display }))
        .replace("<svg ", '<svg aria-hidden="true" ');
      const mathml = mathjax.tex2mml(tex, { display }).replace(/\s*\n\s*/g, "");
      result = svg.replace("</mjx-container>",
        `<mjx-assistive-mml>${mathml}</mjx-assistive-mml></mjx-container>`);
    } catch (error) {
      errors.push(`formula '${tex.trim()}': ${error.message}`);
      result = "<code>a wrong formula</code>";
    }
    done.set(key, result);
    return result;
  }

  function visit(node) {
    for (const child of node.childNodes) {
      if (child.nodeType === 3 && child.rawText.includes("\\")) {
        child.rawText = child.rawText.replace(formula, (_, inline, display) =>
          typeset_one(decoded(inline ?? display), inline === undefined));
      } else if (child.nodeType === 1 && !untouched.has(child.tagName)) {
        visit(child);
      }
    }
  }

  return {
    errors,
    get count() { return count; },
    typeset(page) {
      visit(page);
      page.querySelector("head").insertAdjacentHTML("beforeend",
        '<link href="formulas.css" rel="stylesheet"/>\n');
    },
    style() {
      const hidden = "mjx-assistive-mml { position: absolute; clip-path: inset(50%); width: 1px; " +
        "height: 1px; overflow: hidden; white-space: nowrap; }\n" +
        "mjx-container { position: relative; }\n";
      return adaptor.textContent(mathjax.svgStylesheet()) + hidden;
    },
  };
}
