/* Paths: which steps are done, which routes are taken, and where to go on. Kept in this browser. */
(() => {
  "use strict";
  const { all, one, get, set, make, bar, page, root, at } = window.curriculum;
  const { said } = window;
  const link = (/** @type {{url: string, title: string}} */ to) => make("a", { href: at(to.url), textContent: to.title });

  const going = one("[data-continue]");
  const stopped = Object.values(get("paths", {})).sort((a, b) => b.at - a.at).slice(0, 3);
  if (going && stopped.length) {
    one("ul", going).append(
      ...stopped.map((path) => make("li", {}, link(path), ` ${said("progress.stopped", { done: path.done, of: path.of })} `, ...(path.next ? said.parts("progress.next", { next: link(path.next) }) : []))),
    );
    going.hidden = false;
  }

  const way = one("[data-path]");
  if (!way) return;
  const id = way.dataset.path;
  const line = one("[data-progress]");
  const [done, takes] = [all("[data-done]", way), all("[data-take]", way)];

  /** @returns {{done: string[], taken: string[]} | null} */
  function read() {
    const on = (/** @type {any[]} */ boxes, /** @type {string} */ kind) => [...new Set(boxes.filter((box) => box.checked).map((box) => box.dataset[kind]))];
    const value = { done: on(done, "done"), taken: on(takes, "take") };
    return value.done.length || value.taken.length ? value : null;
  }

  /** The steps of the reader's route; a choice that is not made yet counts as one. @returns {any[]} */
  function route() {
    return all(".steps > li", way).flatMap(/** @param {any} step @returns {any[]} */ (step) => {
      const chosen = all("[data-take]:checked", step);
      if (step.dataset.choose && !chosen.length) return [{ title: one(".step__title", step).textContent, url: `${page}#${step.id}` }];
      const parts = chosen.length ? chosen.map((box) => box.closest(".route")) : [step];
      const boxes = parts.flatMap((part) => all("[data-done]", part));
      return boxes
        .filter((box) => box.checked || !("optional" in step.dataset))
        .map((box) => {
          const to = one("a", box.closest("p").previousElementSibling);
          return { box, title: to.textContent, url: to.href.slice(root.href.length) };
        });
    });
  }

  /** Show how far the reader is and keep it. @returns {boolean} whether it was kept */
  function keep() {
    const [steps, value] = [route(), read()];
    const left = steps.filter((step) => !step.box?.checked);
    const minutes = left.reduce((sum, step) => sum + Number(step.box?.dataset.minutes || 0), 0);
    const walked = steps.length - left.length;
    const open = left.some((step) => !step.box) ? "left-open" : "left";
    const hours = Math.round(minutes / 30) / 2;
    line.replaceChildren(
      make("progress", { max: steps.length, value: walked, ariaLabel: said("progress.steps") }),
      ` ${said("progress.done", { done: walked, n: steps.length })} `,
      ...(left[0] ? [...said.parts("progress.next", { next: link(left[0]) }), `. ${said(`progress.${open}`, { n: hours })}`] : [said("progress.walked")]),
    );
    for (const stop of all(".map__stop", way)) stop.classList.toggle("is-done", Boolean(value?.done.includes(stop.dataset.module)));
    for (const branch of all(".map__branch", way)) {
      const key = branch.dataset.branch;
      const made = value?.taken.some((taken) => taken.startsWith(`${key.split("-")[0]}-`));
      branch.classList.toggle("is-left", Boolean(made && !value?.taken.includes(key)));
    }
    const { [id]: _, ...paths } = get("paths", {});
    const next = left[0] ? { title: left[0].title, url: left[0].url } : null;
    if (value) paths[id] = { title: way.dataset.title, url: page, done: walked, of: steps.length, next, at: Date.now() };
    return set("paths", paths) && set(`path.${id}`, value);
  }

  /** @param {{done?: unknown, taken?: unknown} | null} value */
  function write(value) {
    for (const box of done) box.checked = [value?.done].flat().includes(box.dataset.done);
    for (const box of takes) box.checked = [value?.taken].flat().includes(box.dataset.take);
    keep();
  }

  const say = bar({ kind: "curriculum-path", of: id, name: `path-${id}`, read, write });
  way.addEventListener("change", (/** @type {any} */ { target }) => {
    const step = target.closest("[data-choose]");
    const others = target.dataset.take ? all("[data-take]:checked", step).filter((box) => box !== target) : [];
    if (target.checked && others.length >= step?.dataset.choose) others[0].checked = false;
    for (const same of done) if (same.dataset.done === target.dataset.done) same.checked = target.checked;
    if (!keep()) say(said("progress.not-kept"), true);
  });
  write(get(`path.${id}`));
  for (const box of [...done, ...takes]) box.closest("label").hidden = false;
  line.hidden = false;
})();
