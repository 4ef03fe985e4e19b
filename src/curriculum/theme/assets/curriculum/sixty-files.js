/* The three kinds of file of a 360: what each may hold, how it is saved, and what is wrong with another. */
(() => {
  "use strict";
  const { all, one, save } = window.curriculum;
  const KIND = "curriculum-360-";
  const place = one("[data-sixty]");
  const LONGEST = 4000;
  const options = all("[data-form] .field--choose input", place).map((input) => input.value);
  const names = all("[data-form] .field--scale", place).map((scale) => one("input", scale).name.slice("rater-".length));
  const questions = all("[data-form] textarea", place).map((area) => area.name.slice("rater-".length));
  for (const area of all("[data-form] textarea", place)) area.maxLength = LONGEST;

  /** A value that nobody can guess and that says nothing. @returns {string} */
  function chance() {
    return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  }

  /** @param {string} name @param {string} kind @param {string} round @param {object} value @returns {string} the file's name */
  function write(name, kind, round, value) {
    const file = `${name.replace(/[^\p{L}\p{N}]+/gu, "-")}.json`;
    save(file, JSON.stringify({ kind: KIND + kind, edition: place.dataset.edition, round, value }, null, 2));
    return file;
  }

  /** @param {unknown} test @returns {asserts test} */
  function must(test) {
    if (!test) throw new Error("damaged");
  }

  const isId = (/** @type {unknown} */ id) => typeof id === "string" && /^[0-9a-f]{32}$/.test(id);
  const isText = (/** @type {any} */ text, /** @type {number} */ most) => typeof text === "string" && text.length <= most;

  /** Marks on statements that this page has; anything else is refused. @param {any} given @returns {Record<string, number>} */
  function marks(given) {
    must(given && typeof given === "object" && Object.keys(given).length);
    for (const [name, mark] of Object.entries(given)) must(names.includes(name) && [1, 2, 3, 4].includes(mark));
    return { ...given };
  }

  /** @type {Record<string, (value: any) => object>} What each kind of file holds; nothing is taken over unseen. */
  const SHAPES = {
    invitation({ name, due, coach }) {
      must(isText(name, 80) && name.trim() && isText(coach, 80) && coach.trim());
      must(isText(due, 10) && /^\d{4}-\d\d-\d\d$/.test(due) && !Number.isNaN(Date.parse(due)));
      return { name, due, coach };
    },
    own: ({ marks: given }) => ({ marks: marks(given) }),
    answers({ id, kind, marks: given, texts }) {
      must(isId(id) && Number.isInteger(kind) && kind >= 0 && kind < options.length);
      must(texts && typeof texts === "object");
      for (const [name, text] of Object.entries(texts)) must(questions.includes(name) && isText(text, LONGEST));
      return { id, kind, marks: marks(given), texts: { ...texts } };
    },
  };

  /**
   * Read a file of a 360, or throw an error that says what is wrong with it.
   * @param {File} file @returns {Promise<SixtyFile>}
   */
  async function read(file) {
    try {
      if (file.size > 2e5) throw new Error("large");
      const text = await file.text();
      let found;
      try {
        found = JSON.parse(text);
      } catch {
        throw new Error("no-json");
      }
      const kind = String(found?.kind).replace(KIND, "");
      const shape = Object.hasOwn(SHAPES, kind) && found.kind === KIND + kind ? SHAPES[kind] : null;
      if (!shape) throw new Error("strange");
      if (found.edition !== place.dataset.edition) throw new Error("edition");
      must(isId(found.round) && found.value && typeof found.value === "object");
      return { kind, round: found.round, value: shape(found.value) };
    } catch (problem) {
      const { message } = /** @type {Error} */ (problem);
      const why = ["large", "no-json", "strange", "edition"].includes(message) ? message : "damaged";
      throw new Error(window.said(`sixty-files.${why}`, { file: file.name }));
    }
  }

  /** A day as people write it. @param {string} day */
  const dayWords = (day) => new Date(day).toLocaleDateString([], { dateStyle: "long", timeZone: "UTC" });

  /** What is marked and written in the fields of a role. @param {string} role */
  function filled(role) {
    const part = one(`[data-role="${{ self: "leader" }[role] ?? role}"]`, place);
    const bare = (/** @type {any} */ field) => field.name.slice(role.length + 1);
    const checked = all(".field--scale input:checked", part).map((input) => [bare(input), Number(input.value)]);
    const kind = options.indexOf(one(".field--choose input:checked", part)?.value);
    const texts = all("textarea", part).filter((area) => area.value.trim()).map((area) => [bare(area), area.value.trim()]);
    return { kind, marks: Object.fromEntries(checked), texts: Object.fromEntries(texts) };
  }

  Object.assign(window.curriculum, { sixty: { chance, write, read, filled, dayWords, options } });
})();
