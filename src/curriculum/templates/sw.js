/* What keeps a site on the device of a reader who asked for it: it fetches one edition whole, and serves that edition. */
(() => {
  "use strict";
  const EDITION = "{edition}"; // the fingerprint of the list of files
  const LIST = "device.json";
  const AT_ONCE = 6;
  const worker = /** @type {any} */ (self);
  const root = worker.registration.scope;
  // Other sites of the same host have their own names, and keep their copies.
  const PREFIX = `curriculum ${new URL(root).pathname} `;
  const NAME = PREFIX + EDITION;
  const chosen = ["site", ...new URLSearchParams(worker.location.search).getAll("with")];

  /** @typedef {Record<string, [string, number]>} Files  by path: fingerprint and size */

  /** A folder's page has the folder's address. @param {string} path */
  const at = (path) => root + encodeURI(path).replace(/(^|\/)index\.html$/, "$1");

  /** @param {ArrayBuffer} bytes */
  const fingerprint = async (bytes) =>
    [...new Uint8Array(await crypto.subtle.digest("SHA-256", bytes))]
      .map((byte) => byte.toString(16).padStart(2, "0"))
      .join("")
      .slice(0, 16);

  /** Fetch a file; one that is not as the list says belongs to another edition. @param {string} path @param {string} print */
  async function fetched(path, print) {
    const response = await fetch(at(path), { cache: "no-cache" });
    const bytes = await response.arrayBuffer();
    if (!response.ok || (await fingerprint(bytes)) !== print) throw new Error(path);
    const headers = new Headers(response.headers);
    for (const name of ["Content-Encoding", "Content-Length", "Vary"]) headers.delete(name);
    return new Response(bytes, { headers });
  }

  /** @param {Record<string, Files>} list @returns {Files} */
  const wanted = (list) => Object.assign({}, ...chosen.map((name) => list[name]));

  /** What the edition before has, by fingerprint. @returns {Promise<Map<string, () => Promise<Response | undefined>>>} */
  async function before() {
    const had = new Map();
    for (const cacheName of await caches.keys()) {
      const list = cacheName.startsWith(PREFIX) && (await caches.match(at(LIST), { cacheName }));
      if (!list) continue;
      for (const files of Object.values(await list.json())) {
        for (const [path, [print]] of Object.entries(files)) {
          had.set(print, () => caches.match(at(path), { cacheName }));
        }
      }
    }
    return had;
  }

  /** @param {object} words  to every page of the site that is open */
  async function tell(words) {
    for (const page of await worker.clients.matchAll({ includeUncontrolled: true })) page.postMessage(words);
  }

  // An edition is served when all of it is here. What came before a line broke is not fetched again.
  async function keep() {
    const had = await before();
    const cache = await caches.open(NAME);
    const list = await fetched(LIST, EDITION);
    const files = Object.entries(wanted(await list.clone().json()));
    const of = files.reduce((sum, [, [, size]]) => sum + size, 0);
    let kept = 0;
    let told = 0;
    const some = async () => {
      for (let next = files.shift(); next; next = files.shift()) {
        const [path, [print, size]] = next;
        if (!(await cache.match(at(path)))) {
          await cache.put(at(path), (await had.get(print)?.()) || (await fetched(path, print)));
        }
        kept += size;
        if (kept - told < of / 100 && kept < of) continue;
        told = kept;
        await tell({ kept, of });
      }
    };
    try {
      await Promise.all(Array.from({ length: AT_ONCE }, some));
    } catch (error) {
      files.length = 0;
      throw error;
    }
    await cache.put(at(LIST), list);
  }

  /** Forget the editions before, and packets that are no longer wished for. */
  async function tidy() {
    for (const name of await caches.keys()) {
      if (name.startsWith(PREFIX) && name !== NAME) await caches.delete(name);
    }
    const cache = await caches.open(NAME);
    const list = await (await cache.match(at(LIST)))?.json();
    const stays = new Set([LIST, ...Object.keys(wanted(list || {}))].map(at));
    for (const request of await cache.keys()) if (!stays.has(request.url)) await cache.delete(request);
    await worker.clients.claim();
  }

  /** @param {Request} request */
  async function answer(request) {
    const url = request.url.replace(/[?#].*/, "").replace(/\/index\.html$/, "/");
    const found = await caches.match(url, { cacheName: NAME });
    if (found) return found;
    try {
      return await fetch(request);
    } catch (error) {
      const lost = request.mode === "navigate" && (await caches.match(at("404.html"), { cacheName: NAME }));
      if (!lost) throw error;
      return new Response(lost.body, { status: 404, headers: lost.headers });
    }
  }

  worker.addEventListener("install", (/** @type {any} */ event) => {
    const failed = async (/** @type {any} */ error) => {
      await tell({ failed: error.name === "QuotaExceededError" ? "room" : "line" });
      throw error;
    };
    event.waitUntil(keep().catch(failed));
  });
  worker.addEventListener("activate", (/** @type {any} */ event) => event.waitUntil(tidy()));
  worker.addEventListener("message", (/** @type {any} */ event) => {
    if (event.data === "use") worker.skipWaiting();
  });
  worker.addEventListener("fetch", (/** @type {any} */ event) => {
    const { method, url } = event.request;
    if (method === "GET" && url.startsWith(root)) event.respondWith(answer(event.request));
  });
})();
