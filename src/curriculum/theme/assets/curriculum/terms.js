/* Words of the glossary: what they mean shows on focus, under the mouse or at a tap; the link still leads on. */
(() => {
  "use strict";
  const box = Object.assign(document.createElement("div"), { className: "definition", id: "definition", role: "tooltip", popover: "manual" });
  /** @type {HTMLAnchorElement | null} */ let shown = null;
  let timer = 0;
  if (!box.showPopover) return;
  document.querySelector(".md-content")?.append(box);

  const hide = () => {
    shown?.removeAttribute("aria-describedby");
    shown = null;
    box.hidePopover();
  };
  const place = () => {
    const at = shown?.getClientRects()[0];
    if (!at) return;
    const below = at.bottom + 4;
    box.style.left = `${Math.max(8, Math.min(at.left, innerWidth - box.offsetWidth - 8))}px`;
    box.style.top = `${below + box.offsetHeight < innerHeight ? below : at.top - box.offsetHeight - 4}px`;
  };
  const leave = () => {
    timer = setTimeout(hide, 250);
  };
  const show = (/** @type {HTMLAnchorElement} */ term) => {
    const words = document.querySelector(`[data-word="${term.hash.slice(1)}"]`)?.textContent;
    clearTimeout(timer);
    if (shown === term || !words) return;
    hide();
    shown = term;
    box.textContent = words;
    term.setAttribute("aria-describedby", box.id);
    box.showPopover();
    place();
  };

  for (const term of /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll("a.term"))) {
    let open = false;
    term.addEventListener("pointerenter", (event) => event.pointerType === "mouse" && show(term));
    term.addEventListener("pointerleave", leave);
    term.addEventListener("focus", () => show(term));
    term.addEventListener("blur", leave);
    term.addEventListener("pointerdown", () => (open = shown === term));
    term.addEventListener("click", (event) => {
      if (/** @type {PointerEvent} */ (event).pointerType !== "touch" || open) return;
      event.preventDefault();
      show(term);
    });
  }
  box.addEventListener("pointerenter", () => clearTimeout(timer));
  box.addEventListener("pointerleave", leave);
  document.addEventListener("keydown", (event) => event.key === "Escape" && hide());
  document.addEventListener("scroll", place, { passive: true });
})();
