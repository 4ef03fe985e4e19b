/* Search in the copy that opens from files: the part of Pagefind's interface that search.js uses, in plain words. */
(() => {
  "use strict";
  const dialog = /** @type {HTMLElement} */ (document.querySelector("[data-search]"));
  const root = new URL(`${JSON.parse(document.getElementById("__config")?.textContent || "{}").base || "."}/`, location.href);
  const WORDS = 24;
  /** @typedef {{url: string, title: string, filters: Record<string, string[]>, parts: [string, string, string][], plain?: [string, string][]}} Entry */
  /** @type {Entry[]} */ let index = [];

  /** Letters without marks and case, each in its place. @param {string} text */
  const plain = (text) => text.replace(/[^\0-\x7f]/g, (letter) => letter.normalize("NFD").charAt(0).toLowerCase().charAt(0)).toLowerCase();
  const escaped = (/** @type {string} */ text) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

  /** How often words that begin like this stand in a text. @param {string} text @param {RegExp} word */
  const times = (text, word) => Math.min(5, text.match(word)?.length || 0);

  /** @param {string} words @returns {RegExp[]} a phrase in quotes is one expression */
  function expressions(words) {
    const phrase = words.match(/^"(.*)"$/)?.[1];
    const parts = phrase === undefined ? plain(words).split(/[^\p{L}\p{N}]+/u) : [plain(phrase).trim()];
    const stem = (/** @type {string} */ part) => (part.length > 4 && phrase === undefined ? part.replace(/(?:es|s)$/, "") : part);
    return parts.filter(Boolean).map((part) => new RegExp(`(?<![\\p{L}\\p{N}])${stem(part).replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}`, "gu"));
  }

  /** @param {Entry} page @param {Record<string, any>} wanted */
  const fits = (page, wanted) =>
    Object.entries(wanted).every(([name, value]) => (name === "none" ? !Object.entries(value).some(([key, no]) => page.filters[key]?.includes(String(no))) : page.filters[name]?.includes(value)));

  /** @param {Entry[]} pages @returns {Record<string, Record<string, number>>} */
  function counts(pages) {
    /** @type {Record<string, Record<string, number>>} */ const found = {};
    for (const page of pages) {
      for (const [name, values] of Object.entries(page.filters)) {
        const group = (found[name] ??= {});
        for (const value of values) group[value] = (group[value] || 0) + 1;
      }
    }
    return found;
  }

  /** Some words around the first place, with the places marked. @param {string} text @param {RegExp[]} asked */
  function excerpt(text, asked) {
    const bare = plain(text);
    const first = Math.max(0, Math.min(...asked.map((word) => bare.search(word)).filter((at) => at >= 0), text.length));
    const begin = first < text.length ? text.lastIndexOf(" ", Math.max(0, first - 60)) + 1 : 0;
    const shown = text.slice(begin).split(" ").slice(0, WORDS).join(" ");
    const inside = plain(shown);
    const marks = asked.flatMap((word) => [...inside.matchAll(word)].map((hit) => [hit.index, (/^[\p{L}\p{N}]*/u.exec(inside.slice(hit.index + hit[0].length))?.[0].length || 0) + hit.index + hit[0].length]));
    let [out, at] = [begin ? "… " : "", 0];
    for (const [from, to] of marks.sort((a, b) => Number(a[0]) - Number(b[0]))) {
      if (Number(from) < at) continue;
      out += `${escaped(shown.slice(at, from))}<mark>${escaped(shown.slice(from, to))}</mark>`;
      at = Number(to);
    }
    return `${out}${escaped(shown.slice(at))} …`;
  }

  /** @param {string} words @param {{filters?: Record<string, any>}} [options] */
  async function search(words, { filters = {} } = {}) {
    const asked = expressions(words);
    const hits = index.filter((page) => asked.length && fits(page, filters)).flatMap((page) => {
      page.plain ??= page.parts.map(([, head, text]) => [plain(head), plain(text)]);
      const title = plain(page.title);
      const scores = asked.map((word) => page.plain?.map(([head, text]) => 4 * times(head, word) + times(text, word)) || []);
      const whole = asked.map((word, at) => 12 * times(title, word) + (scores[at]?.reduce((sum, score) => sum + score, 0) || 0));
      if (whole.some((score) => !score)) return [];
      const parts = page.parts.map((part, at) => ({ part, score: scores.reduce((sum, row) => sum + (row[at] || 0) + (row[at] ? 5 : 0), 0) }));
      return [{ page, parts: parts.filter(({ score }) => score).sort((a, b) => b.score - a.score), score: whole.reduce((sum, score) => sum + score, 0) }];
    });
    hits.sort((a, b) => b.score - a.score);
    const results = hits.map(({ page, parts }) => {
      const url = root.href + page.url;
      const best = (parts[0]?.part || page.parts[0])?.[2] || "";
      const sections = parts.filter(({ part }) => part[0]).map(({ part }) => ({ url: `${url}#${part[0]}`, title: part[1] }));
      return { id: page.url, data: async () => ({ url, meta: { title: page.title }, filters: page.filters, excerpt: excerpt(best, asked), sub_results: sections }) };
    });
    return { results, filters: counts(hits.map(({ page }) => page)) };
  }

  Object.assign(window, {
    curriculumOffline: {
      options: async () => {},
      /** The index is a script, as a page from the file system may not fetch. */
      init: () =>
        new Promise((resolve, reject) => {
          const script = Object.assign(document.createElement("script"), { src: new URL(dialog.dataset.bundle || "", location.href).href, onerror: reject });
          script.onload = () => resolve((index = /** @type {any} */ (window).curriculumIndex || []));
          document.head.append(script);
        }),
      filters: async () => counts(index),
      search,
    },
  });
})();
