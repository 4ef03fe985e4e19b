/* The queue: how far each review is off, counted here so that two builds of one edition are equal. */
(() => {
  "use strict";
  const words = new Intl.RelativeTimeFormat(document.documentElement.lang || "en", { numeric: "auto" });
  const midnight = new Date().setHours(0, 0, 0, 0);

  /** Say a number of days in the largest unit that fits: "in 3 months", "2 weeks ago". @param {number} days */
  const said = (days) => {
    const far = Math.abs(days);
    if (far >= 61) return words.format(Math.round(days / 30.44), "month");
    return far >= 14 ? words.format(Math.round(days / 7), "week") : words.format(days, "day");
  };

  for (const time of /** @type {NodeListOf<HTMLTimeElement>} */ (document.querySelectorAll("time[data-due]"))) {
    const days = Math.round((new Date(`${time.dateTime}T00:00`).getTime() - midnight) / 86400000);
    const age = document.createElement(days < 0 ? "strong" : "span");
    age.textContent = ` (${said(days)})`;
    time.after(age);
  }
})();
