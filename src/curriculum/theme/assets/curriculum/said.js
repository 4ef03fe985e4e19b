/* What scripts say: words of the page's language, with their values, in the form that a number asks for. */
(() => {
  "use strict";
  const language = document.documentElement.lang || "en";
  /** @type {Record<string, string | Record<string, string>>} */
  const words = JSON.parse(document.getElementById("__words")?.textContent || "{}");
  const plural = new Intl.PluralRules(language);
  const number = new Intl.NumberFormat(language, { numberingSystem: "latn" });

  /** @param {string} id @param {Record<string, any>} values @returns {string} the words with `{names}` in them */
  function form(id, values) {
    const found = words[id] ?? id;
    return typeof found === "string" ? found : (found[plural.select(Number(values.n))] ?? String(found.other));
  }

  /** @param {any} value */
  const shown = (value) => (typeof value === "number" ? number.format(value) : value);

  /** Words with elements among their values, as the parts of a line. @param {string} id @param {Record<string, any>} values */
  const parts = (id, values) =>
    form(id, values)
      .split(/(\{\w+\})/)
      .map((part) => (/^\{\w+\}$/.test(part) ? shown(values[part.slice(1, -1)]) : part))
      .filter((part) => part !== "");

  /** @param {string} id @param {Record<string, any>} [values] */
  const said = (id, values = {}) => parts(id, values).join("");

  Object.assign(window, { said: Object.assign(said, { parts }) });
})();
