/* 360 in files: who you are, the leader's invitation and own view, and a rater's answers. Nothing is kept. */
(() => {
  "use strict";
  const { said } = window;
  const { all, one, make } = window.curriculum;
  const { chance, write, read, filled, dayWords } = window.curriculum.sixty;
  const place = one("[data-sixty]");
  const [leader, rater] = [one('[data-role="leader"]', place), one('[data-role="rater"]', place)];
  const unsaved = new Set();

  /** @param {any} after  the element before the line @param {string} words @param {boolean} [bad] @param {any[]} more */
  function say(after, words, bad = false, ...more) {
    const line = after.closest(".sixty__buttons").nextElementSibling;
    line.classList.toggle("sixty__say--bad", bad);
    line.replaceChildren(words, ...more);
  }

  /** Choose files with a button; each choice goes to `take`. @param {any} part @param {(files: File[], button: any) => void} take */
  function opens(part, take) {
    const button = one("[data-open]", part);
    const input = button.nextElementSibling;
    button.addEventListener("click", () => input.click());
    input.addEventListener("change", async () => {
      const files = [...input.files];
      if (files.length) await take(files, button);
      input.value = "";
    });
  }

  /** @param {File[]} files @param {any} button @param {(file: SixtyFile) => string} use  gives back what to say */
  async function invitation([file], button, use) {
    try {
      const found = await read(/** @type {File} */ (file));
      if (found.kind !== "invitation") throw new Error(said("sixty.no-invitation", { file: file?.name }));
      say(button, use(found));
    } catch (problem) {
      say(button, /** @type {Error} */ (problem).message, true);
    }
  }

  // Who you are
  const roles = all('[name="role"]', place);
  const show = () => {
    const role = roles.find((radio) => radio.checked)?.value;
    for (const section of all("[data-role]", place)) section.hidden = section.dataset.role !== role;
  };
  const fromAddress = () => {
    const radio = roles.find((each) => `#${each.value}` === location.hash);
    if (radio) radio.checked = true;
    show();
  };
  for (const radio of roles) radio.addEventListener("change", show);
  window.addEventListener("hashchange", fromAddress);
  window.addEventListener("beforeunload", (event) => unsaved.size && event.preventDefault());

  // The leader
  let round = "";
  const inputs = ["name", "due", "coach"].map((name) => one(`#sixty-${name}`, place));
  one("[data-invite]", leader).addEventListener("click", (/** @type {any} */ { target }) => {
    for (const input of inputs) input.setCustomValidity(input.type === "text" && input.value && !input.value.trim() ? said("sixty.empty") : "");
    if (!inputs.every((input) => input.reportValidity())) return;
    round ||= chance();
    const [name, due, coach] = inputs.map((input) => input.value.trim());
    const file = write(`360-invitation-${name}`, "invitation", round, { name, due, coach });
    say(target, said("sixty.invited", { file }));
  });
  opens(leader, (files, button) =>
    invitation(files, button, (found) => {
      round = found.round;
      for (const input of inputs) input.value = found.value[input.id.slice("sixty-".length)];
      return said("sixty.again");
    }),
  );
  one("[data-own]", leader).addEventListener("click", (/** @type {any} */ { target }) => {
    const { marks } = filled("self");
    const [name] = inputs.map((input) => input.value.trim());
    if (!Object.keys(marks).length) return say(target, said("sixty.unmarked"), true);
    if (!round) return say(target, said("sixty.invite-first"), true);
    const file = write(`360-own-view-${name}`, "own", round, { marks });
    unsaved.delete(leader);
    return say(target, said("sixty.own", { file }));
  });
  leader.addEventListener("input", (/** @type {any} */ { target }) => target.type === "radio" && unsaved.add(leader));

  // A rater
  /** @type {SixtyFile | null} */ let asked = null;
  let id = chance();
  const form = one("[data-form]", rater);
  const fields = all("input, textarea", form);
  const empty = () => fields.every((field) => (field.type === "radio" ? !field.checked : !field.value.trim()));
  opens(rater, (files, button) =>
    invitation(files, button, (found) => {
      if (asked && asked.round !== found.round && !empty()) throw new Error(said("sixty.other", { name: asked.value.name }));
      if (asked?.round !== found.round) id = chance();
      asked = found;
      const { name, due, coach } = found.value;
      one("[data-for]", form).textContent = said("sixty.about", { name, due: dayWords(due), coach });
      form.hidden = false;
      return said("sixty.open");
    }),
  );
  rater.addEventListener("input", () => unsaved.add(rater));
  one("[data-answer]", rater).addEventListener("click", (/** @type {any} */ { target }) => {
    const { kind, marks, texts } = filled("rater");
    if (kind < 0) {
      one(".field--choose input", form).focus();
      return say(target, said("sixty.kind"), true);
    }
    if (!asked || !Object.keys(marks).length) return say(target, said("sixty.unmarked"), true);
    const file = write(`360-answers-${id.slice(0, 6)}`, "answers", asked.round, { id, kind, marks, texts });
    unsaved.delete(rater);
    return say(target, said("sixty.answers", { file }));
  });
  one("[data-clear]", rater).addEventListener("click", (/** @type {any} */ { target }) => {
    const before = fields.map((field) => (field.type === "radio" ? field.checked : field.value));
    const old = id;
    const put = (/** @type {any[]} */ values) => fields.forEach((field, at) => (field[field.type === "radio" ? "checked" : "value"] = values[at]));
    if (empty()) return say(target, said("sixty.nothing-to-clear"));
    put(fields.map((field) => (field.type === "radio" ? false : "")));
    id = chance();
    unsaved.delete(rater);
    const onclick = () => {
      put(before);
      id = old;
      unsaved.add(rater);
      say(target, said("sixty.back"));
      target.focus();
    };
    return say(target, `${said("sixty.cleared")} `, false, make("button", { type: "button", className: "button", textContent: said("sixty.undo"), onclick }));
  });

  Object.assign(window.curriculum.sixty, { opens, say });
  place.hidden = false;
  fromAddress();
})();
