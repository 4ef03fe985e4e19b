/* On a device that keeps the site: says that a newer edition has been fetched whole, and changes to it when asked. */
(() => {
  "use strict";
  const workers = navigator.serviceWorker;
  const note = /** @type {HTMLElement | null} */ (document.querySelector("[data-newer]"));
  if (!workers?.controller || !note) return;
  let asked = false;

  /** @param {ServiceWorkerRegistration} registration */
  const watch = (registration) => {
    const look = () => void (note.hidden = !registration.waiting);
    registration.addEventListener("updatefound", () => registration.installing?.addEventListener("statechange", look));
    registration.installing?.addEventListener("statechange", look);
    note.querySelector("button")?.addEventListener("click", () => {
      asked = true;
      registration.waiting?.postMessage("use");
    });
    look();
  };
  workers.addEventListener("controllerchange", () => {
    note.hidden = true;
    if (asked) location.reload(); // other pages stay as they are until the reader leaves them
  });
  workers.ready.then(watch);
})();
