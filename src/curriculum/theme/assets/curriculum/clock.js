/* The room clock: one step of the run sheet at a time, in type that the last row can read. */
(() => {
  "use strict";
  const { all, one, get, set, page } = window.curriculum;
  const { said } = window;
  const room = one("[data-room]");
  const part = (/** @type {string} */ name) => one(`[data-room-${name}]`, room);
  const KEY = `clock.${page}`;
  /** `spent` is milliseconds in each step; `since` is when the clock last started, 0 while it rests. */
  let state = { sheet: "", step: 0, since: 0, spent: /** @type {number[]} */ ([]) };
  /** @type {any[]} */
  let rows = [];

  const minutes = (/** @type {number} */ step) => Number(rows[step].dataset.minutes) * 60000;
  const used = (/** @type {number} */ step) =>
    (state.spent[step] || 0) + (step === state.step && state.since ? Date.now() - state.since : 0);
  const time = (/** @type {number} */ ms) => {
    const seconds = Math.ceil(Math.abs(ms) / 1000);
    return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
  };

  function tick() {
    const left = minutes(state.step) - used(state.step);
    let late = Math.max(0, -left);
    let ahead = left;
    rows.forEach((_, step) => {
      if (step < state.step) late += used(step) - minutes(step);
      if (step > state.step) ahead += minutes(step);
    });
    const off = Math.round(late / 60000);
    part("left").textContent = left < 0 ? `+${time(left)}` : time(left);
    part("left").classList.toggle("room__left--over", left < 0);
    part("bar").value = Math.min(1, used(state.step) / minutes(state.step));
    part("late").textContent = off ? said(off > 0 ? "clock.behind" : "clock.ahead", { n: Math.abs(off) }) : said("clock.on-time");
    const end = new Date(Date.now() + Math.max(0, ahead)).toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" });
    part("end").textContent = said("clock.ends", { time: end });
  }

  function show() {
    const [row, next] = [rows[state.step], rows[state.step + 1]];
    part("count").textContent = said("clock.step", { number: state.step + 1, of: rows.length, how: one("[data-how]", row).textContent });
    part("do").textContent = one("[data-do]", row).textContent;
    part("next").textContent = next ? said("clock.next", { what: one("[data-do]", next).textContent, n: Number(next.dataset.minutes) }) : said("clock.last");
    part("back").disabled = state.step === 0;
    part("on").disabled = !next;
    part("go").textContent = said(state.since ? "clock.pause" : used(0) ? "clock.go-on" : "clock.start");
    tick();
    set(KEY, state);
  }

  /** @param {number} step @param {boolean} going */
  function move(step, going) {
    if (!rows[step]) return;
    state.spent[state.step] = used(state.step);
    state.step = step;
    state.since = going ? Date.now() : 0;
    show();
  }

  for (const button of all("[data-run]")) {
    button.addEventListener("click", () => {
      const kept = get(KEY);
      state = kept?.sheet === button.dataset.run ? kept : { sheet: button.dataset.run, step: 0, since: 0, spent: [] };
      rows = all(`#${state.sheet} [data-minutes]`);
      room.showModal();
      show();
    });
  }
  part("go").addEventListener("click", () => move(state.step, !state.since));
  part("back").addEventListener("click", () => move(state.step - 1, Boolean(state.since)));
  part("on").addEventListener("click", () => move(state.step + 1, Boolean(state.since)));
  part("again").addEventListener("click", () => {
    state = { ...state, step: 0, since: 0, spent: [] };
    show();
  });
  part("full").addEventListener("click", () => (document.fullscreenElement ? document.exitFullscreen() : room.requestFullscreen()));
  part("close").addEventListener("click", () => room.close());
  setInterval(() => room.open && tick(), 500);
})();
