/* The table of modules, sorted by the column whose head is pressed; a second press turns it round. */
(() => {
  "use strict";
  const table = document.querySelector("[data-sort]");
  const body = table?.querySelector("tbody");
  if (!table || !body) return;
  // On small screens the rows are drawn as cards, and some browsers then forget that this is a table.
  const roles = { "thead, tbody": "rowgroup", tr: "row", td: "cell", "th[scope=col]": "columnheader", "th[scope=row]": "rowheader" };
  for (const [parts, role] of Object.entries(roles)) {
    for (const part of table.querySelectorAll(parts)) part.setAttribute("role", role);
  }
  table.setAttribute("role", "table");
  const order = new Intl.Collator(document.documentElement.lang, { numeric: true });
  const heads = [...table.querySelectorAll("th[scope=col]")];

  /** @param {number} column @param {boolean} down */
  const sort = (column, down) => {
    const text = (/** @type {HTMLTableRowElement} */ row) => row.cells[column]?.textContent || "";
    const rows = [...body.rows].sort((a, b) => order.compare(text(a), text(b)));
    body.append(...(down ? rows.reverse() : rows));
  };

  heads.forEach((head, column) => {
    if (!head.hasAttribute("data-sorts")) return;
    const button = Object.assign(document.createElement("button"), { type: "button", className: "sort" });
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const down = head.getAttribute("aria-sort") === "ascending";
      for (const other of heads) other.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", down ? "descending" : "ascending");
      sort(column, down);
    });
  });
})();
