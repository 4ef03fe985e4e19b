/* My packet: the parts that the reader took, in order, to print here or to make as a PDF. */
(() => {
  "use strict";
  const { all, one, get, set, make, at } = window.curriculum;
  const { said } = window;
  /** @type {{id: string, title: string, url: string, minutes: number}[]} */
  const list = get("packet", []);
  const packet = one("[data-packet]");
  const status = one("[data-packet-status]");

  function show() {
    const button = (/** @type {string} */ textContent, /** @type {number} */ index, /** @type {number} */ to) =>
      make("button", {
        type: "button",
        className: "button",
        textContent,
        ariaLabel: said("packet.name", { what: textContent, title: list[index]?.title }),
        disabled: to >= list.length,
        onclick: () => move(index, to, textContent),
      });
    one("ol", packet).replaceChildren(
      ...list.map((item, index) =>
        make(
          "li",
          {},
          make("a", { href: at(item.url), textContent: item.title }),
          ` ${said("packet.minutes", { n: item.minutes })} `,
          make("span", { className: "packet__buttons" }, ...(index ? [button(said("packet.up"), index, index - 1)] : []), button(said("packet.down"), index, index + 1), button(said("packet.remove"), index, -1)),
        ),
      ),
    );
    const minutes = list.reduce((sum, item) => sum + item.minutes, 0);
    one("[data-packet-sum]").textContent = said("packet.sum", { parts: said("packet.parts", { n: list.length }), n: minutes });
    const guided = list.some(({ id }) => /\/(practitioner-guide|educator-guide|slides|epilogue)$/.test(id));
    one("[data-packet-command]").textContent = `curriculum packets ${list.map((item) => "--part " + item.id + " ").join("")}${guided ? "--audience facilitator " : ""}--output my-packet`;
    packet.hidden = !list.length;
    one("[data-packet-empty]").hidden = list.length > 0;
    set("packet", list);
  }

  /** @param {number} from @param {number} to  -1 removes it @param {string} name */
  function move(from, to, name) {
    const [item] = list.splice(from, 1);
    if (to >= 0 && item) list.splice(to, 0, item);
    show();
    status.textContent = to < 0 ? said("packet.removed", { title: item?.title }) : said("packet.moved", { title: item?.title, number: to + 1 });
    const row = all("li", packet)[to < 0 ? Math.min(from, list.length - 1) : to];
    const buttons = row ? all("button:not(:disabled)", row) : [];
    (buttons.find((button) => button.textContent === name) || buttons[0] || status).focus();
  }

  /** One part as it is printed: links lead out, places within keep their names apart. @param {any} item @param {number} number */
  async function part(item, number) {
    const answer = await fetch(at(item.url));
    if (!answer.ok) throw new Error(said("packet.gone", { title: item.title }));
    const content = one(".md-content .prose", new DOMParser().parseFromString(await answer.text(), "text/html"));
    for (const left of all("script, dialog, noscript, .headerlink", content)) left.remove();
    for (const element of all("[id], [for]", content)) {
      if (element.id) element.id = `${number}-${element.id}`;
      if (element.htmlFor) element.htmlFor = `${number}-${element.htmlFor}`;
    }
    for (const name of ["href", "src"]) {
      for (const element of all(`[${name}]`, content)) {
        const address = element.getAttribute(name);
        element.setAttribute(name, address[0] === "#" ? `#${number}-${address.slice(1)}` : new URL(address, at(item.url)).href);
      }
    }
    return make("section", {}, make("h1", { textContent: item.title }), content);
  }

  one("[data-packet-print]").addEventListener("click", async () => {
    try {
      if (location.protocol === "file:") throw new Error(said("packet.from-files"));
      const parts = await Promise.all(list.map(part));
      const titles = list.map(({ title }) => make("li", { textContent: title }));
      const cover = make("section", {}, ...one("template", packet).content.cloneNode(true).children, make("p", { textContent: new Date().toLocaleDateString([], { dateStyle: "long" }) }), make("h2", { textContent: said("packet.contents") }), make("ol", {}, ...titles));
      const sheet = make("div", { className: "composed md-typeset" }, cover, ...parts);
      document.body.append(sheet);
      await Promise.all(all("img", sheet).map((image) => image.decode().catch(() => null)));
      window.addEventListener("afterprint", () => sheet.remove(), { once: true });
      window.print();
    } catch (problem) {
      status.textContent = said("packet.failed", { why: /** @type {Error} */ (problem).message });
    }
  });
  one("[data-packet-copy]").addEventListener("click", async () => {
    await navigator.clipboard.writeText(one("[data-packet-command]").textContent);
    status.textContent = said("packet.copied");
  });
  show();
})();
