/* The search dialog: our own screen on Pagefind's JavaScript API. Nothing typed leaves the browser. */
(() => {
  "use strict";
  const dialog = /** @type {HTMLDialogElement | null} */ (document.querySelector("[data-search]"));
  if (!dialog || !dialog.showModal) return;
  const { said } = window;
  const part = (/** @type {string} */ name) => /** @type {any} */ (dialog.querySelector(`[data-search-${name}]`));
  const [input, status, list, filters, more] = ["words", "status", "results", "filters", "more"].map(part);
  const NAMES = ["track", "audience", "kind", "minutes"];
  const SHOWN = 7;
  /** @type {Promise<any> | null} */ let engine = null;
  /** @type {any[]} */ let all = [];
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
      const label = Object.assign(make("label", "", said(`search.${name}`)), { htmlFor: select.id });
      filters.appendChild(document.createElement("div")).append(label, select);
    }
  };

  const chosen = () => {
    /** @type {Record<string, any>} */ const wanted = {};
    for (const { name, value } of filters.querySelectorAll("select")) if (value) wanted[name] = value;
    // Epilogues give the decision away: they are found only by those who ask for them.
    if (!wanted.kind) wanted.none = { kind: dialog.dataset.held };
    return wanted;
  };

  /** @param {Record<string, Record<string, number>>} counts */
  const count = (counts) => {
    for (const { name, options } of filters.querySelectorAll("select")) {
      for (const option of [...options].slice(1)) option.textContent = `${option.value} (${counts[name]?.[option.value] || 0})`;
    }
  };

  /** @param {any} hit */
  const row = (hit) => {
    const item = document.createElement("li");
    const of = (/** @type {string} */ name) => (hit.filters[name] || []).join(", ");
    const facts = [of("kind"), of("track"), of("minutes")].filter(Boolean).join(" · ");
    const text = make("p", "", "");
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

  /** Show the next results below those that are there. @param {number} turn @param {number} from */
  const show = async (turn, from) => {
    const hits = await Promise.all(all.slice(from, from + SHOWN).map((hit) => hit.data()));
    if (turn !== asked) return;
    list.replaceChildren(...[...list.children].slice(0, from), ...hits.map(row));
    const [n, shown] = [all.length, from + hits.length];
    const pages = n ? said("search.pages", { n }) : said("search.none", { words: input.value.trim() });
    more.hidden = shown >= n;
    status.textContent = more.hidden ? pages : said("search.best", { pages, shown });
    if (from) list.children[from]?.querySelector("a")?.focus(); // at first the reader stays in the field
  };

  const answer = async () => {
    const [words, turn] = [input.value.trim(), ++asked];
    more.hidden = true; // until its results are there
    if (words.length < 2) {
      list.replaceChildren();
      return void (status.textContent = said("search.short"));
    }
    const found = await find(words, turn);
    if (!found || turn !== asked) return;
    all = found.results;
    count(found.filters);
    await show(turn, 0);
  };
  const failed = () => void (status.textContent = said("search.failed"));
  const ask = () => answer().catch(failed);

  const open = () => {
    dialog.showModal();
    input.select();
    load().catch(ask);
  };
  const links = () => [...list.querySelectorAll("li > a")];
  /** @param {number} step */
  const move = (step) => {
    const stops = [input, ...links(), ...(more.hidden ? [] : [more])];
    stops[Math.max(0, Math.min(stops.length - 1, stops.indexOf(document.activeElement) + step))]?.focus();
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
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && document.activeElement?.tagName !== "SELECT") {
      event.preventDefault();
      move(step);
    } else if (event.key === "Enter" && document.activeElement === input) {
      event.preventDefault();
      links()[0]?.click();
    } else if (event.key === "Escape") {
      event.preventDefault(); // a search field would swallow the first one to empty itself
      dialog.close();
    }
  });
  dialog.addEventListener("click", (event) => void (event.target === dialog && dialog.close())); // beside it
  more.addEventListener("click", () => show(++asked, list.children.length).catch(failed));
  input.addEventListener("input", ask);
})();
