// Whether two scripts say the same to a browser: reads pairs of texts as JSON, prints for each pair whether their syntax trees are equal.
import { readFileSync } from "node:fs";
import ts from "typescript";

/** @param {string} text */
const tree = (text) => {
  const seen = [];
  const walk = (node) => {
    if (node.kind === ts.SyntaxKind.EmptyStatement) return;
    seen.push(node.kind, node.text ?? "", node.rawText ?? "", node.operator ?? "");
    ts.forEachChild(node, walk);
    seen.push(")");
  };
  walk(ts.createSourceFile("script.js", text, ts.ScriptTarget.ES2022, false, ts.ScriptKind.JS));
  return JSON.stringify(seen.map((each, place) => (place === 1 ? "" : each)));
};

const pairs = JSON.parse(readFileSync(0, "utf-8"));
console.log(JSON.stringify(pairs.map(([before, after]) => tree(before) === tree(after))));
