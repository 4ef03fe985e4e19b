/* "Add to my packet": takes this page's part into the reader's own packet, or out of it. */
(() => {
  "use strict";
  const { all, one, get, set, page } = window.curriculum;
  const { said } = window;
  /** @type {{id: string, title: string, url: string, minutes: number}[]} */
  let list = get("packet", []);
  const has = (/** @type {string} */ id) => list.some((item) => item.id === id);

  for (const take of all("[data-take-part]")) {
    const button = one("button", take);
    const { takePart: id, title, minutes } = take.dataset;
    const show = () => {
      button.textContent = said(has(id) ? "take.remove" : "take.add");
      one("span", take).textContent = list.length ? said("take.count", { number: list.length }) : "";
    };
    button.addEventListener("click", () => {
      const had = has(id);
      list = get("packet", []).filter((/** @type {any} */ item) => item.id !== id);
      if (!had) list.push({ id, title, url: page, minutes: Number(minutes) });
      set("packet", list);
      show();
    });
    take.hidden = false;
    show();
  }
})();
