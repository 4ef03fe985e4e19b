/* Run sheets and agendas: clock times, dates and amounts follow what the reader chooses. */
(() => {
  "use strict";
  const { all, one, get, set, save } = window.curriculum;
  for (const element of all("[data-needs-script]")) element.hidden = false;

  const start = one("[data-start]");
  start?.addEventListener("input", () => {
    if (!start.value) return;
    const [hour, minute] = start.value.split(":").map(Number);
    for (const time of all("[data-clock]")) {
      const at = (hour * 60 + minute + Number(time.dataset.clock)) % 1440;
      time.textContent = `${String(Math.floor(at / 60)).padStart(2, "0")}:${String(at % 60).padStart(2, "0")}`;
    }
  });

  const people = one("[data-people]");
  people?.addEventListener("input", () => {
    const count = Number(people.value);
    if (!(count >= 1 && count <= 999)) return;
    const groups = { person: count, table: Math.ceil(count / Number(people.dataset.tablesOf)), room: 1 };
    for (const cell of all("[data-count]")) {
      const per = /** @type {"person" | "table" | "room"} */ (cell.dataset.per);
      cell.textContent = String(Number(cell.dataset.count) * groups[per]);
    }
  });

  const dates = one("[data-dates]");
  if (!dates) return;
  const [first, zone, file] = [one("[data-first-day]"), one("[data-zone]"), one("[data-ics]")];
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const key = `agenda.${dates.dataset.dates}`;
  const kept = get(key, {});
  const zones = new Set([own, "UTC", ...Intl.supportedValuesOf("timeZone")]);
  zone.append(...[...zones].map((name) => new Option(name.replaceAll("_", " "), name)));
  zone.value = zones.has(kept.zone) ? kept.zone : own;
  first.value = kept.first || "";

  /** The moment at which a clock in a zone shows a time. @param {number} wall as if it were UTC */
  const moment = (wall) => {
    const shown = new Date(wall).toLocaleString("en-US", { timeZone: zone.value });
    return wall - (Date.parse(`${shown} UTC`) - wall);
  };

  const follow = () => {
    for (const line of all("[data-day]")) {
      line.hidden = !first.value;
      if (!first.value) continue;
      const wall = Date.parse(`${first.value}T${line.dataset.begins}Z`) + Number(line.dataset.day) * 864e5;
      const here = new Date(moment(wall)).toLocaleString([], { weekday: "long", hour: "2-digit", minute: "2-digit" });
      const day = new Date(wall).toLocaleDateString([], { dateStyle: "full", timeZone: "UTC" });
      line.textContent = zone.value === own ? day : window.said("room.begins", { day, time: here });
    }
    set(key, { first: first.value, zone: zone.value });
    file.disabled = !first.value;
  };
  /** The calendar in the page begins on 1 January 2001 at no place: move it to the day and the zone. */
  file.addEventListener("click", () => {
    const shift = Date.parse(first.value) - Date.UTC(2001, 0);
    const text = JSON.parse(one("[data-calendar]").textContent)
      .replaceAll("2001-01-01", first.value)
      .replace(/^(DT(?:START|END)):(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)00/gm, (/** @type {string[]} */ ...[, name, year, month, day, hour, minute]) => {
        const wall = Date.parse(`${year}-${month}-${day}T${hour}:${minute}Z`) + shift;
        return `${name}:${new Date(moment(wall)).toISOString().replace(/[-:]|\.000/g, "")}`;
      });
    save(`${dates.dataset.dates}.ics`, text, "text/calendar");
  });
  dates.addEventListener("input", follow);
  follow();
})();
