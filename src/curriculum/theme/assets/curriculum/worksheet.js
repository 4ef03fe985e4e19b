/* Worksheets and self-assessments: what is written stays in this browser, and marks become a chart. */
(() => {
  "use strict";
  const { all, one, get, set, make, bar, page } = window.curriculum;
  const { said } = window;
  const KEY = `answers.${page}`;
  const fields = all(".field textarea, .field input");
  const scales = all(".field--scale");
  const chart = one("[data-chart]");
  if (!fields.length) return;

  const grow = (/** @type {HTMLElement} */ field) => {
    if (field.scrollHeight > field.clientHeight) field.style.height = `${field.scrollHeight + 4}px`;
  };

  /** @returns {Record<string, string> | null} the answers by name; null when there is none */
  function read() {
    const given = fields.filter((field) => (field.type === "textarea" ? field.value : field.checked));
    return given.length ? Object.fromEntries(given.map((field) => [field.name, field.value])) : null;
  }

  /** @param {Record<string, unknown> | null} answers */
  function show(answers) {
    for (const field of fields) {
      const answer = String(answers?.[field.name] ?? "").slice(0, 20000);
      if (field.type === "textarea") {
        field.value = answer;
        grow(field);
      } else field.checked = field.value === answer;
    }
    if (chart && scales.length) draw();
  }

  /** One row for each statement: its words, the mark, and a bar as long as the mark. */
  function draw() {
    const rows = scales.map((scale) => {
      const [mark, points] = [Number(one("input:checked", scale)?.value || 0), all("input", scale).length];
      return make(
        "tr",
        {},
        make("th", { scope: "row", textContent: one("legend", scale).textContent }),
        make("td", { className: "number", textContent: mark ? said("worksheet.mark", { mark, points }) : said("worksheet.unmarked") }),
        make("td", { innerHTML: strip(mark, points) }),
      );
    });
    const marked = scales.filter((scale) => one("input:checked", scale)).length;
    one("caption", chart).textContent = said("worksheet.marked", { marked, n: scales.length });
    one("tbody", chart).replaceChildren(...rows);
    chart.hidden = !marked;
  }

  /** @param {number} mark @param {number} points */
  function strip(mark, points) {
    const boxes = Array.from({ length: points }, (_, point) => `<rect class="chart__${point < mark ? "on" : "off"}" x="${point * 30 + 1}" y="3" width="28" height="12"/>`);
    return `<svg class="chart__strip" viewBox="0 0 ${points * 30} 18" aria-hidden="true">${boxes.join("")}</svg>`;
  }

  let timer = 0;
  const write = (/** @type {Record<string, unknown> | null} */ answers) => {
    clearTimeout(timer);
    show(answers);
    set(KEY, read());
  };
  const name = page.split("/").filter(Boolean).slice(-2).join("-") || "answers";
  const say = bar({ kind: "curriculum-answers", of: page, name, read, write });
  const keep = () => {
    clearTimeout(timer);
    timer = 0;
    const time = new Date().toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" });
    if (set(KEY, read())) say(said("worksheet.kept", { time }));
    else say(said("worksheet.not-kept"), true);
  };
  document.addEventListener("input", ({ target }) => {
    if (!fields.includes(target)) return;
    if (target instanceof HTMLTextAreaElement) grow(target);
    else if (chart && scales.length) draw();
    clearTimeout(timer);
    timer = setTimeout(keep, 600);
  });
  window.addEventListener("pagehide", () => timer && keep());
  window.addEventListener("beforeprint", () => fields.forEach(grow));
  if (chart) scales.at(-1)?.after(chart);
  show(get(KEY));
})();
