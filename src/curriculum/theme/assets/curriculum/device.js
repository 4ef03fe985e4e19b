/* "Keep this site on this device": asked with its size, kept by sw.js, taken away again in one click. */
(() => {
  "use strict";
  const { one, all, root } = window.curriculum;
  const part = one("[data-device]");
  const workers = navigator.serviceWorker;
  // A preview has no list of files.
  if (!part || part.hidden) return;
  // A browser keeps nothing from an address that is not secure.
  if (!workers) return void part.remove();
  const find = (/** @type {string} */ name) => one(`[data-device-${name}]`, part);
  const [keep, clear, progress, status] = [find("keep"), find("clear"), find("progress"), find("status")];
  const done = find("done");
  const boxes = all("input", part);
  const prefix = `curriculum ${root.pathname} `;
  /** @type {string} */ let reason = "line";

  /** Say one of the sentences of the page. @param {string} name */
  const say = (name) => void (status.textContent = one(`[data-say="${name}"]`, part).textContent);
  const names = async () => (await caches.keys()).filter((name) => name.startsWith(prefix));
  const registered = async () => {
    const found = await workers.getRegistrations();
    return found.filter((each) => each.scope === root.href);
  };

  /** Show what is kept now. @param {string} [otherwise]  what to say when nothing is */
  async function show(otherwise) {
    const active = (await registered())[0]?.active;
    clear.hidden = !active && !(await names()).length;
    if (active) {
      const chosen = new URL(active.scriptURL).searchParams.getAll("with");
      for (const box of boxes) box.checked = chosen.includes(box.value);
      say("kept");
    } else if (otherwise) say(otherwise);
    keep.hidden = Boolean(active) && !boxes.length;
  }

  /** Wait until a worker has kept everything and serves it. @param {any} registration */
  const served = (registration) =>
    new Promise((resolve, reject) => {
      const worker = registration.installing || registration.waiting || registration.active;
      const look = () => {
        if (worker.state === "installed" && registration.active) worker.postMessage("use");
        if (worker.state === "activated") resolve(worker);
        if (worker.state === "redundant") reject(new Error(reason));
      };
      worker.addEventListener("statechange", look);
      look();
    });

  const megabytes = (/** @type {number} */ bytes) => (bytes / 1e6).toLocaleString(undefined, { maximumFractionDigits: 1 });

  workers.addEventListener("message", ({ data }) => {
    if (data?.failed) reason = data.failed;
    if (!data?.of || progress.hidden) return;
    Object.assign(progress, { value: data.kept, max: data.of });
    done.textContent = `${megabytes(data.kept)} / ${megabytes(data.of)} MB`;
  });
  workers.startMessages();

  /** Show how far it is until all is kept. @param {Promise<ServiceWorkerRegistration>} registration */
  async function follow(registration) {
    keep.disabled = true;
    progress.hidden = false;
    progress.removeAttribute("value");
    say("keeping");
    try {
      await served(await registration);
      await show();
    } catch {
      await show();
      say(reason);
    }
    keep.disabled = false;
    progress.hidden = true;
    done.textContent = "";
  }

  keep.addEventListener("click", () => {
    const address = new URL("sw.js", root);
    for (const box of boxes) if (box.checked) address.searchParams.append("with", box.value);
    navigator.storage?.persist?.(); // so that a browser short of room asks before it forgets
    follow(workers.register(address, { scope: root.href }));
  });

  clear.addEventListener("click", async () => {
    for (const each of await registered()) await each.unregister();
    for (const name of await names()) await caches.delete(name);
    for (const box of boxes) box.checked = false;
    await show("cleared");
    keep.focus();
  });

  show().then(async () => {
    part.classList.add("device--on");
    const [found] = await registered();
    if (found?.installing && !found.active) follow(Promise.resolve(found)); // begun before this page was opened
  });
})();
