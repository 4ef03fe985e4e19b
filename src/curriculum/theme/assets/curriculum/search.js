/* The search dialog: our own screen on Pagefind's JavaScript API. Nothing typed leaves the browser. */
(() => {
  "use strict";
  const dialog = /** @type {HTMLDialogElement | null} */ (document.querySelector("[data-search]"));
  if (!dialog || !dialog.showModal) return;
  const { said } = window;
  const input = /** @type {HTMLInputElement} */ (dialog.querySelector("input"));
  const status = /** @type {HTMLElement} */ (dialog.querySelector("[data-search-status]"));
  const list = /** @type {HTMLElement} */ (dialog.querySelector("[data-search-results]"));
  const filters = /** @type {HTMLElement} */ (dialog.querySelector("[data-search-filters]"));
  const NAMES = ["track", "audience", "kind", "minutes"];
  const SHOWN = 7;
  /** @type {Promise<any> | null} */ let engine = null;
  let asked = 0;

  const start = async () => {
    const found = window.curriculumOffline ?? (await import(new URL(dialog.dataset.bundle || "", location.href).href));
    await found.options({ excerptLength: 24 });
    await found.init();
    offer(await found.filters());
    return found;
  };
  // The index is fetched once, when the dialog first opens; after a failure it is tried again.
  const load = () => (engine ??= start().catch((error) => { engine = null; throw error; }));

  /** @param {string} tag @param {string} className @param {string} text @returns {any} */
  const make = (tag, className, text) => Object.assign(document.createElement(tag), { className, textContent: text });

  /** @param {Record<string, Record<string, number>>} all */
  const offer = (all) => {
    for (const name of NAMES) {
      const values = Object.keys(all[name] || {}).sort();
      if (!values.length) continue;
      const select = Object.assign(document.createElement("select"), { name, id: `search-${name}` });
      select.append(new Option(said("search.any"), ""), ...values.map((value) => new Option(value, value)));
      select.addEventListener("change", ask);
      const pair = document.createElement("div");
      pair.append(Object.assign(make("label", "", said(`search.${name}`)), { htmlFor: select.id }), select);
      filters.append(pair);
    }
  };

  const chosen = () => {
    /** @type {Record<string, any>} */ const wanted = {};
    for (const select of filters.querySelectorAll("select")) if (select.value) wanted[select.name] = select.value;
    // Epilogues give the decision away: they are found only by those who ask for them.
    if (!wanted.kind) wanted.none = { kind: dialog.dataset.held };
    return wanted;
  };

  /** @param {Record<string, Record<string, number>>} counts */
  const count = (counts) => {
    for (const select of filters.querySelectorAll("select")) {
      for (const option of select.options) {
        if (option.value) option.textContent = `${option.value} (${counts[select.name]?.[option.value] || 0})`;
      }
    }
  };

  /** @param {any} hit */
  const row = (hit) => {
    const item = document.createElement("li");
    const of = (/** @type {string} */ name) => (hit.filters[name] || []).join(", ");
    const facts = [of("kind"), of("track"), of("minutes")].filter(Boolean).join(" · ");
    const text = document.createElement("p");
    text.innerHTML = hit.excerpt.replaceAll("¶", ""); // Pagefind escapes the text and adds only <mark>
    const link = Object.assign(make("a", "", hit.meta.title), { href: hit.url });
    item.append(link, make("p", "search__facts", facts), text);
    const inside = (/** @type {any} */ part) => part.url !== hit.url && !part.url.endsWith("#__title");
    for (const part of (hit.sub_results || []).filter(inside).slice(0, 2)) {
      item.append(Object.assign(make("a", "search__section", part.title.replace(/¶$/, "")), { href: part.url }));
    }
    return item;
  };

  /** Pages with the very phrase come first, then those that have its words. @param {string} words @param {number} turn */
  const find = async (words, turn) => {
    const [search] = await Promise.all([load(), new Promise((done) => setTimeout(done, 150))]);
    if (turn !== asked) return null; // Pagefind's own waiting fetches the index of each letter that was typed over
    const found = await search.search(words, { filters: chosen() });
    if (!/\s/.test(words)) return found;
    const exact = await search.search(`"${words.replaceAll('"', "")}"`, { filters: chosen() });
    const first = new Set(exact.results.map((/** @type {any} */ hit) => hit.id));
    const rest = found.results.filter((/** @type {any} */ hit) => !first.has(hit.id));
    return { ...found, results: [...exact.results, ...rest] };
  };

  const ask = async () => {
    const words = input.value.trim();
    const turn = ++asked;
    if (words.length < 2) {
      list.replaceChildren();
      return void (status.textContent = said("search.short"));
    }
    try {
      const found = await find(words, turn);
      if (!found || turn !== asked) return;
      const hits = await Promise.all(found.results.slice(0, SHOWN).map((/** @type {any} */ r) => r.data()));
      if (turn !== asked) return;
      count(found.filters);
      list.replaceChildren(...hits.map(row));
      const all = found.results.length;
      const pages = said("search.pages", { n: all });
      status.textContent = !all ? said("search.none", { words }) : all > SHOWN ? said("search.best", { pages, shown: SHOWN }) : pages;
    } catch {
      status.textContent = said("search.failed");
    }
  };

  const open = () => {
    dialog.showModal();
    input.select();
    load().catch(ask);
  };
  const links = () => /** @type {HTMLElement[]} */ ([...list.querySelectorAll("li > a")]);
  /** @param {number} step */
  const move = (step) => {
    const all = [input, ...links()];
    const now = all.indexOf(/** @type {any} */ (document.activeElement));
    all[Math.max(0, Math.min(all.length - 1, now + step))]?.focus();
  };

  for (const opener of document.querySelectorAll("[data-search-open]")) {
    opener.removeAttribute("hidden");
    opener.addEventListener("click", (event) => (event.preventDefault(), open()));
  }
  document.addEventListener("keydown", (event) => {
    const typing = /^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement?.tagName || "");
    if (event.key !== "/" || dialog.open || typing || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    open();
  });
  dialog.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (document.activeElement?.tagName === "SELECT") return;
      event.preventDefault();
      move(event.key === "ArrowDown" ? 1 : -1);
    } else if (event.key === "Enter" && document.activeElement === input) {
      event.preventDefault();
      links()[0]?.click();
    } else if (event.key === "Escape") {
      event.preventDefault(); // a search field would swallow the first one to empty itself
      dialog.close();
    }
  });
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close(); // beside it
  });
  input.addEventListener("input", ask);
})();
