/* What the pages that keep something share: this browser's storage, files, and the bar that says so. */
(() => {
  "use strict";
  const { said } = window;
  const PREFIX = "curriculum.";
  const config = JSON.parse(document.getElementById("__config")?.textContent || "{}");
  const root = new URL(`${config.base || "."}/`, location.href);
  const page = location.pathname.slice(root.pathname.length).replace(/index\.html$/, "");

  /** The address of a page of the site; a copy that is opened from files needs the file's name. @param {string} url */
  const at = (url) => root.href + (location.protocol === "file:" ? url.replace(/(^|\/)(?=#|$)/, "$1index.html") : url);

  /** @param {string} selector @param {ParentNode} [within] @returns {any[]} */
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];

  /** @param {string} selector @param {ParentNode} [within] @returns {any} */
  const one = (selector, within = document) => within.querySelector(selector);

  /** @param {string} key @param {any} [otherwise] @returns {any} */
  function get(key, otherwise = null) {
    try {
      return JSON.parse(localStorage.getItem(PREFIX + key) ?? "null") ?? otherwise;
    } catch {
      return otherwise;
    }
  }

  /** @param {string} key @param {any} value  null forgets it @returns {boolean} whether it was kept */
  function set(key, value) {
    try {
      if (value === null) localStorage.removeItem(PREFIX + key);
      else localStorage.setItem(PREFIX + key, JSON.stringify(value));
      return true;
    } catch {
      return false;
    }
  }

  /** @param {string} tag @param {object} [properties] @param {...any} children @returns {any} */
  function make(tag, properties = {}, ...children) {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...children);
    return element;
  }

  /** @param {string} name @param {string} text @param {string} [type] */
  function save(name, text, type = "application/json") {
    const href = URL.createObjectURL(new Blob([text], { type }));
    make("a", { href, download: name }).click();
    setTimeout(() => URL.revokeObjectURL(href), 10000);
  }

  /**
   * Read a file that was saved here, or throw an error that says what is wrong with it.
   * @param {File} file @param {string} kind @param {string} of @returns {Promise<object>}
   */
  async function open(file, kind, of) {
    const fail = (/** @type {string} */ why, /** @type {object} */ more = {}) => new Error(said(`keep.${why}`, { file: file.name, ...more }));
    if (file.size > 2e6) throw fail("large");
    const text = await file.text();
    let saved;
    try {
      saved = JSON.parse(text);
    } catch {
      throw fail("strange");
    }
    if (saved?.kind !== kind || typeof saved.value !== "object" || !saved.value) throw fail("other-kind");
    if (saved.of !== of) throw fail("other-page", { title: String(saved.title).slice(0, 120) });
    return saved.value;
  }

  /**
   * Bring the page's `.keep` bar to life and return how to say something in it.
   * @param {{kind: string, of: string, name: string, read: () => any, write: (value: any) => void}} what
   *   `kind` and `of` tell files apart; `read` gives null when there is nothing to keep.
   */
  function bar({ kind, of, name, read, write }) {
    const find = (/** @type {string} */ part) => one(`[data-keep-${part}]`);
    const [file, status, dialog] = [find("file"), find("status"), find("ask")];
    const undo = make("button", { type: "button", className: "keep__undo", textContent: said("keep.undo") });
    /** @type {any} */ let before = null;
    const say = (/** @type {string} */ words, /** @type {boolean} */ bad = false, /** @type {any[]} */ ...more) => {
      status.classList.toggle("keep__status--bad", bad);
      status.replaceChildren(words, ...more);
    };
    const replace = (/** @type {any} */ value, /** @type {string} */ words) => {
      before = read();
      write(value);
      say(words, false, ...(before ? [" ", undo] : []));
    };
    undo.addEventListener("click", () => {
      write(before);
      say(said("keep.back"));
      find("clear").focus();
    });
    find("save").addEventListener("click", () => {
      const value = read();
      if (!value) return say(said("keep.nothing-to-save"));
      save(`${name}.json`, JSON.stringify({ kind, of, title: document.title, saved: new Date(), value }, null, 2));
      return say(said("keep.saved", { file: `${name}.json` }));
    });
    find("load").addEventListener("click", () => file.click());
    file.addEventListener("change", async () => {
      const chosen = file.files[0];
      try {
        if (chosen) replace(await open(chosen, kind, of), said("keep.loaded", { file: chosen.name }));
      } catch (problem) {
        say(String(/** @type {Error} */ (problem).message), true);
      }
      file.value = "";
    });
    find("print")?.addEventListener("click", () => window.print());
    find("clear").addEventListener("click", () => {
      if (!read()) return say(said("keep.nothing-to-clear"));
      dialog.returnValue = "";
      return dialog.showModal();
    });
    dialog.addEventListener("close", () => {
      if (dialog.returnValue !== "yes") return;
      replace(null, said("keep.cleared"));
      undo.focus();
    });
    one("[data-keep]").hidden = false;
    return say;
  }

  Object.assign(window, { curriculum: { all, one, get, set, make, save, bar, page, root, at } });
})();
