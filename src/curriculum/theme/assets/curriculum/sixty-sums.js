/* The sums of a 360 and what may be shown of them: three or nothing. No page is needed to test it. */
(() => {
  "use strict";
  const FEWEST = 3;

  /** @param {number[]} marks @returns {SixtyCell} */
  function cell(marks) {
    const counts = [1, 2, 3, 4].map((point) => marks.filter((mark) => mark === point).length);
    return { n: marks.length, counts, mean: marks.reduce((sum, mark) => sum + mark, 0) / marks.length, low: Math.min(...marks), high: Math.max(...marks) };
  }

  /**
   * What may be shown of some answers that are sorted by kind.
   *
   * A kind with three answers or more stands apart. The rest, all smaller kinds together, is in
   * “others together” only when it counts three or more: otherwise it could be found by taking the
   * kinds that stand apart from the sum of all. Then it is left out, and the sum is of the kinds
   * that stand apart. Fewer than three answers in all give nothing.
   * @template T @param {T[][]} kinds
   * @returns {{apart: (T[] | null)[], together: T[] | null, left: number}}
   */
  function allowed(kinds) {
    const rest = kinds.filter((kind) => kind.length < FEWEST).flat();
    const apart = kinds.map((kind) => (kind.length < FEWEST ? null : kind));
    const together = [...apart.flatMap((kind) => kind ?? []), ...(rest.length < FEWEST ? [] : rest)];
    return { apart, together: together.length ? together : null, left: rest.length < FEWEST ? rest.length : 0 };
  }

  /** The mean of means, so that a group's figure says nothing that its lines do not. @param {(number | undefined)[]} means */
  function middle(means) {
    const known = means.filter((mean) => mean !== undefined);
    return known.length ? known.reduce((sum, mean) => sum + mean, 0) / known.length : null;
  }

  /**
   * Add the answers up. Every statement keeps the rule by itself, as anybody may leave one out, and
   * an area's figures come from the shown lines only.
   * @param {SixtyAnswer[]} answers
   * @param {Record<string, number> | null} self  the leader's own marks
   * @param {string[][]} areas  the names of the statements in each area
   * @param {number} kinds  how many kinds of rater there are
   * @returns {SixtySums | null}  null for fewer than three answers
   */
  function sum(answers, self, areas, kinds) {
    if (answers.length < FEWEST) return null;
    const numbers = Array.from({ length: kinds }, (_, kind) => kind);
    const whole = allowed(numbers.map((kind) => answers.filter((answer) => answer.kind === kind)));
    const columns = numbers.filter((kind) => whole.apart[kind]);
    const lines = areas.map((names) =>
      names.map((name) => {
        const marks = (/** @type {number} */ kind) => answers.filter((answer) => answer.kind === kind).map((answer) => answer.marks[name] ?? 0).filter(Boolean);
        const { apart, together } = allowed(numbers.map(marks));
        const shown = (/** @type {number[] | null | undefined} */ found) => (found ? cell(found) : null);
        return { name, self: self?.[name] ?? null, others: shown(together), kinds: columns.map((kind) => shown(apart[kind])) };
      }),
    );
    return {
      count: answers.length,
      left: whole.left,
      kinds: columns.map((kind) => ({ kind, count: whole.apart[kind]?.length ?? 0 })),
      areas: lines.map((items) => ({
        items,
        self: middle(items.map((item) => item.self ?? undefined)),
        others: middle(items.map((item) => item.others?.mean)),
        kinds: columns.map((_, column) => middle(items.map((item) => item.kinds[column]?.mean))),
      })),
    };
  }

  /** The same texts in an order that says nothing. @param {string[]} texts @returns {string[]} */
  function shuffled(texts) {
    const left = [...texts];
    const order = [];
    while (left.length) {
      const [drawn] = crypto.getRandomValues(new Uint32Array(1));
      order.push(...left.splice(Number(drawn) % left.length, 1));
    }
    return order;
  }

  Object.assign(globalThis, { curriculumSixty: { sum, shuffled } });
})();
