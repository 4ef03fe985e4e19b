/* 360 in files: the coach adds the files up here, sees what the rule of three allows, and prints it. */
(() => {
  "use strict";
  const { said } = window;
  const { all, one, make } = window.curriculum;
  const { read, options, opens, dayWords } = window.curriculum.sixty;
  const { sum, shuffled } = window.curriculumSixty;
  const coach = one('[data-role="coach"]');
  const [sheet, table, status] = ["sheet", "table", "say"].map((part) => one(`[data-${part}]`, coach));
  const areas = all('[data-role="rater"] [data-area]').map((heading) => {
    const items = [];
    for (let next = heading.nextElementSibling; next?.matches(".field--scale"); next = next.nextElementSibling) items.push({ name: one("input", next).name.slice("rater-".length), label: one("legend", next).textContent });
    return { title: heading.textContent, items };
  });
  /** @typedef {{invitation: SixtyFile | null, own: Record<string, number> | null, answers: Map<string, SixtyAnswer>}} Files */
  /** @returns {Files} */
  const nothing = () => ({ invitation: null, own: null, answers: new Map() });
  let files = nothing();

  /** Take one file in, or throw an error that says why not. @param {SixtyFile} file @param {string} name */
  function add({ kind, round, value }, name) {
    const fail = (/** @type {string} */ words) => new Error(said(`sixty-sheet.${words}`, { file: name }));
    if (kind !== "invitation" && !files.invitation) throw fail("invitation-first");
    if (files.invitation && files.invitation.round !== round) throw fail("other-round");
    if (kind === "invitation") files.invitation = { kind, round, value };
    else if (kind === "own") files.own = value.marks;
    else if (files.answers.has(value.id)) throw fail("doubled");
    else files.answers.set(value.id, value);
  }

  opens(coach, async (/** @type {File[]} */ chosen) => {
    /** @type {{file: SixtyFile, name: string}[]} */ const good = [];
    /** @type {string[]} */ const problems = [];
    for (const file of chosen) await read(file).then((found) => good.push({ file: found, name: file.name }), (problem) => problems.push(problem.message));
    good.sort((a, b) => Number(b.file.kind === "invitation") - Number(a.file.kind === "invitation"));
    let added = 0;
    for (const { file, name } of good) {
      try {
        add(file, name);
        added += 1;
      } catch (problem) {
        problems.push(/** @type {Error} */ (problem).message);
      }
    }
    say(said("sixty-sheet.added", { added, n: chosen.length }), problems);
    show();
  });

  /** @param {string} words @param {string[]} [problems] @param {any[]} more */
  function say(words, problems = [], ...more) {
    status.replaceChildren(make("p", {}, words, ...more), ...(problems.length ? [make("ul", { className: "sixty__say--bad" }, ...problems.map((textContent) => make("li", { textContent })))] : []));
  }

  one("[data-clear]", coach).addEventListener("click", (/** @type {any} */ { target }) => {
    const before = files;
    files = nothing();
    show();
    const onclick = () => {
      files = before;
      say(said("sixty-sheet.back"));
      show();
      target.focus();
    };
    say(`${said("sixty-sheet.cleared")} `, [], make("button", { type: "button", className: "button", textContent: said("sixty-sheet.undo"), onclick }));
  });
  one("[data-print]", coach).addEventListener("click", () => window.print());

  function show() {
    const { invitation, own, answers } = files;
    const sums = sum([...answers.values()], own, areas.map((area) => area.items.map((item) => item.name)), options.length);
    const count = said("sixty-sheet.answers", { n: answers.size });
    one("[data-count]", coach).textContent = invitation
      ? [said("sixty-sheet.invitation", { name: invitation.value.name }), said(own ? "sixty-sheet.own" : "sixty-sheet.no-own"), count].join(" · ") + (sums ? "" : `. ${said("sixty-sheet.too-few")}`)
      : "";
    sheet.hidden = !sums;
    if (!sums || !invitation) return;
    const today = new Date().toLocaleDateString("en-CA");
    one("[data-about]", sheet).textContent = said("sixty-sheet.about", { name: invitation.value.name, coach: invitation.value.coach, answers: count, day: dayWords(today) });
    one("[data-left]", sheet).textContent = sums.left ? said("sixty-sheet.left", { n: sums.left }) : "";
    one("[data-chart]", sheet).replaceChildren(...sums.areas.map((area, at) => make("li", {}, make("span", { className: "sixty__area", textContent: areas[at]?.title }), make("span", { className: "sixty__figures", textContent: said("sixty-sheet.figures", { own: figure(area.self), others: figure(area.others) }) }), picture(area.self, area.others))));
    table.replaceChildren(head(sums), ...sums.areas.map((area, at) => body(area, /** @type {any} */ (areas[at]))));
    for (const list of all("[data-words]", sheet)) {
      const texts = [...answers.values()].map((answer) => answer.texts?.[list.dataset.words] ?? "").filter(Boolean);
      list.replaceChildren(...(texts.length ? shuffled(texts) : [said("sixty-sheet.nobody")]).map((textContent) => make("li", { textContent })));
    }
  }

  const figure = (/** @type {number | null} */ value) => (value === null ? "–" : value.toFixed(1));

  /** @param {SixtySums} sums */
  function head(sums) {
    const kinds = sums.kinds.map(({ kind, count }) => said("sixty-sheet.kind", { kind: options[kind], number: count }));
    const names = [said("sixty-sheet.statement"), said("sixty-sheet.own-view"), said("sixty-sheet.others", { number: sums.count - sums.left }), ...kinds, said("sixty-sheet.picture")];
    return make("thead", {}, make("tr", {}, ...names.map((textContent) => make("th", { scope: "col", textContent }))));
  }

  /** @param {SixtySums["areas"][number]} area @param {{title: string, items: {label: string}[]}} words */
  function body(area, words) {
    const number = (/** @type {number | null} */ value) => make("td", { className: "number", textContent: figure(value) });
    const cell = (/** @type {SixtyCell | null} */ found) => (found ? make("td", { className: "number" }, make("b", { textContent: figure(found.mean) }), make("span", { className: "sixty__counts", textContent: found.counts.join("–") })) : make("td", { className: "number", textContent: said("sixty-sheet.hidden") }));
    const whole = make("tr", { className: "sixty__whole" }, make("th", { scope: "rowgroup", textContent: words.title }), number(area.self), number(area.others), ...area.kinds.map(number), make("td"));
    const rows = area.items.map((item, at) => make("tr", {}, make("th", { scope: "row", textContent: words.items[at]?.label }), make("td", { className: "number", textContent: item.self ?? "–" }), cell(item.others), ...item.kinds.map(cell), make("td", {}, picture(item.self, item.others?.mean ?? null, item.others))));
    return make("tbody", {}, whole, ...rows);
  }

  /** A line from 1 to 4 with a diamond for the own view and a dot for the others. @param {number | null} self @param {number | null} others @param {SixtyCell | null} [range] @param {string} [part] */
  function picture(self, others, range = null, part = "0 0 180 24") {
    const at = (/** @type {number} */ mark) => 12 + (mark - 1) * 52;
    const parts = [`<path class="sixty__axis" d="M12 12H168${[1, 2, 3, 4].map((mark) => "M" + at(mark) + " 7V17").join("")}"/>`];
    if (range) parts.push(`<path class="sixty__range" d="M${at(range.low)} 12H${at(range.high)}"/>`);
    if (others !== null) parts.push(`<circle class="sixty__others" cx="${at(others)}" cy="12" r="5"/>`);
    if (self !== null) parts.push(`<path class="sixty__self" d="M${at(self)} 5l7 7-7 7-7-7z"/>`);
    return make("span", { className: "sixty__picture", innerHTML: `<svg viewBox="${part}" aria-hidden="true">${parts.join("")}</svg>` });
  }

  for (const mark of all("[data-legend]", sheet)) {
    const cell = { n: 1, counts: [], mean: 2, low: 2, high: 3 };
    const is = (/** @type {string} */ name) => mark.dataset.legend === name;
    mark.prepend(picture(is("self") ? 2.5 : null, is("others") ? 2.5 : null, is("range") ? cell : null, "60 0 60 24"));
  }
})();
