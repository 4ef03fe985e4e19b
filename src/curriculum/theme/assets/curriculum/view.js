/* The view switch: facilitator notes are shown to those who ask, and the choice is kept in this browser. */
(() => {
  "use strict";
  const KEY = "curriculum.view";
  const body = document.body;
  const notes = document.querySelectorAll(".admonition.facilitator");
  const head = document.querySelector(".md-content h1");
  if (!notes.length || !head) return;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "view-switch";
  const show = (/** @type {boolean} */ on) => {
    body.dataset.view = on ? "facilitator" : "participant";
    button.setAttribute("aria-pressed", String(on));
    button.textContent = window.said("view.notes", { number: notes.length });
  };
  const stored = () => {
    try {
      return localStorage.getItem(KEY) === "facilitator";
    } catch {
      return false;
    }
  };
  button.addEventListener("click", () => {
    const on = body.dataset.view !== "facilitator";
    show(on);
    try {
      localStorage.setItem(KEY, on ? "facilitator" : "participant");
    } catch {
      // A browser that keeps nothing still shows the notes on this page.
    }
  });
  show(stored());
  head.after(button);
})();
