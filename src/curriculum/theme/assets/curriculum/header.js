/* The frame of every page: light or dark, the menu of small screens, the contents list, and paper. */
(() => {
  "use strict";
  document.documentElement.classList.replace("no-js", "js");

  // Light or dark: each button stands for one, and leads to the next. A choice is kept, as Material
  // keeps it, so that its script in the page can paint before the first view; else the system's holds.
  const { __md_get: get, __md_set: set } = /** @type {any} */ (window);
  const colors = /** @type {HTMLElement[]} */ ([...document.querySelectorAll("[data-colors]")]);
  const about = (/** @type {HTMLElement} */ button) => ({
    media: button.dataset.mdColorMedia,
    scheme: button.dataset.mdColorScheme,
    primary: button.dataset.mdColorPrimary,
    accent: button.dataset.mdColorAccent,
  });
  const kept = () => {
    try {
      return get("__palette")?.index;
    } catch {
      return undefined;
    }
  };
  const paint = () => {
    const wished = colors.findIndex((each) => matchMedia(each.dataset.mdColorMedia || "").matches);
    const now = colors[kept() ?? wished] || colors[0];
    if (!now) return;
    for (const [key, value] of Object.entries(about(now))) {
      document.body.setAttribute(`data-md-color-${key}`, value || "");
    }
    for (const button of colors) button.hidden = button !== now;
  };
  for (const [index, button] of colors.entries()) {
    matchMedia(button.dataset.mdColorMedia || "").addEventListener("change", paint);
    button.addEventListener("click", () => {
      const next = (index + 1) % colors.length;
      const other = colors[next] || button;
      set("__palette", { index: next, color: about(other) });
      paint();
      other.focus();
    });
  }
  paint();

  // The contents list shows where the reader is.
  const links = /** @type {HTMLAnchorElement[]} */ ([...document.querySelectorAll("[data-md-component=toc] a")]);
  const places = links.map((link) => document.getElementById(decodeURIComponent(link.hash.slice(1))));
  const mark = () => {
    const passed = places.filter((place) => place && place.getBoundingClientRect().top < 120).length;
    links.forEach((link, number) => {
      link.classList.toggle("md-nav__link--active", number === passed - 1);
    });
  };
  if (links.length) addEventListener("scroll", () => requestAnimationFrame(mark), { passive: true });

  // Nothing is folded away on paper.
  addEventListener("beforeprint", () => {
    for (const folded of document.querySelectorAll("details:not(.held-back details)")) {
      folded.toggleAttribute("open", true);
    }
  });

  const link = document.querySelector("[data-menu]");
  const drawer = /** @type {HTMLInputElement | null} */ (document.getElementById("__drawer"));
  const menu = document.getElementById("__menu");
  const close = /** @type {HTMLElement | null} */ (document.querySelector("[data-menu-close]"));
  if (!link || !drawer || !menu || !close) return;
  const button = document.createElement("button");
  button.type = "button";
  button.className = link.className;
  button.setAttribute("aria-label", "Menu");
  button.setAttribute("aria-controls", menu.id);
  button.setAttribute("aria-expanded", "false");
  button.append(...link.childNodes);
  link.replaceWith(button);
  close.hidden = false;

  // While the drawer is open nothing behind it can be reached.
  const behind = document.querySelectorAll(
    ".md-skip, .md-header, .md-tabs, .md-sidebar--secondary, .md-content, .md-footer",
  );
  const follow = () => {
    button.setAttribute("aria-expanded", String(drawer.checked));
    for (const part of behind) part.toggleAttribute("inert", drawer.checked);
    (drawer.checked ? close : button).focus();
  };
  const show = (/** @type {boolean} */ open) => {
    if (drawer.checked === open) return;
    drawer.checked = open;
    drawer.dispatchEvent(new Event("change"));
  };
  drawer.addEventListener("change", follow); // a click beside the drawer closes it as well
  button.addEventListener("click", () => show(true));
  close.addEventListener("click", () => show(false));
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") show(false);
  });
  matchMedia("(min-width: 76.25em)").addEventListener("change", () => show(false));
})();
