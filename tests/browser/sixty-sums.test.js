/* The rule of three, checked by trying to take one sum from another; run by test_three_sixty.py. */
"use strict";
const assert = require("node:assert/strict");
const { test } = require("node:test");
globalThis.crypto ??= require("node:crypto").webcrypto; // a browser has it, Node 18 has not
require("../../src/curriculum/theme/assets/curriculum/sixty-sums.js");

const { sum, shuffled } = globalThis.curriculumSixty;
const AREAS = [["a1", "a2"], ["b1"]];
const many = (counts, marks = { a1: 2, a2: 3, b1: 4 }) => counts.flatMap((count, kind) => Array.from({ length: count }, () => ({ kind, marks })));
const sums = (counts) => sum(many(counts), null, AREAS, counts.length);
const seen = (found) => found && [found.areas[0].items[0].others?.n ?? 0, found.left, ...found.kinds.flatMap(({ kind, count }) => [kind, count])];

for (const [counts, expected, why] of [
  [[0, 0, 0], null, "nobody answered"],
  [[0, 1, 1], null, "two in all are nothing at all"],
  [[1, 1, 1], [3, 0], "three in all are shown together only"],
  [[1, 2, 4], [7, 0, 2, 4], "a rest of three is in the sum of all"],
  [[0, 2, 5], [5, 2, 2, 5], "a rest of two is left out"],
  [[1, 4, 4], [8, 1, 1, 4, 2, 4], "a lone supervisor is left out"],
  [[2, 2, 0], [4, 0], "no kind stands apart"],
  [[3, 3, 3], [9, 0, 0, 3, 1, 3, 2, 3], "all kinds stand apart"],
]) {
  test(`${counts}: ${why}`, () => assert.deepEqual(seen(sums(counts)), expected));
}

test("no difference of two shown figures is about one or two people", () => {
  for (let supervisors = 0; supervisors < 6; supervisors += 1) {
    for (let peers = 0; peers < 6; peers += 1) {
      for (let reports = 0; reports < 6; reports += 1) {
        const found = sums([supervisors, peers, reports]);
        for (const line of found?.areas.flatMap((area) => area.items) ?? []) {
          const rest = line.others.n - line.kinds.reduce((all, kind) => all + (kind?.n ?? 0), 0);
          assert.ok(rest === 0 || rest >= 3, `${[supervisors, peers, reports]}`);
          assert.ok(line.kinds.every((kind) => kind.n >= 3));
        }
      }
    }
  }
});

test("a statement that somebody left out keeps the rule by itself", () => {
  const answers = many([0, 3, 4]);
  answers[0] = { kind: 1, marks: { a2: 3, b1: 4 } };
  const [first, second] = sum(answers, null, AREAS, 3).areas[0].items;
  assert.deepEqual([first.others.n, first.kinds.map((kind) => kind?.n ?? 0)], [4, [0, 4]]);
  assert.deepEqual([second.others.n, second.kinds.map((kind) => kind?.n ?? 0)], [7, [3, 4]]);
});

test("the figures of an area come from its shown lines only", () => {
  const answers = many([0, 3, 0], { a2: 4 });
  answers[0].marks = { a1: 1, a2: 4 };
  const [area, empty] = sum(answers, { a1: 2, a2: 4 }, AREAS, 3).areas;
  assert.equal(area.items[0].others, null);
  assert.deepEqual([area.others, area.kinds, area.self], [4, [4], 3]);
  assert.deepEqual([empty.others, empty.kinds, empty.self], [null, [null], null]);
});

test("counts, mean and ends are those of the marks", () => {
  const answers = [1, 2, 2, 4].map((mark) => ({ kind: 2, marks: { b1: mark } }));
  const { others } = sum(answers, null, AREAS, 3).areas[1].items[0];
  assert.deepEqual(others, { n: 4, counts: [1, 2, 0, 1], mean: 2.25, low: 1, high: 4 });
});

test("shuffling keeps every text and comes out in every order", () => {
  const orders = new Set(Array.from({ length: 500 }, () => shuffled(["a", "b", "c"]).join("")));
  assert.equal(orders.size, 6);
});
