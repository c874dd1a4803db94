// The inside of the worker that runs expressions. Plain JavaScript: with a loader for TypeScript a restart after a
// catastrophic expression would take a second, without one it takes some 30 ms.
import { parentPort, workerData } from "node:worker_threads";

/** Which expression of the task is running, for whoever has to end this worker. */
const running = new Int32Array(workerData.running);
/** Compiled expressions; emptied when full, since groups come and go. */
const compiled = new Map();
const MOST_COMPILED = 5_000;

parentPort.on("message", ({ sources, flags, texts, most }) => {
  const matches = [];
  for (const [expression, source] of sources.entries()) {
    Atomics.store(running, 0, expression);
    for (const [text, words] of texts.entries()) {
      const places = placesIn(expressionOf(source, flags), words, most);
      if (places.length > 0) matches.push({ expression, text, places });
    }
  }
  parentPort.postMessage({ kind: "answer", answer: matches });
});
parentPort.postMessage({ kind: "ready" });

function expressionOf(source, flags) {
  const known = compiled.get(source);
  if (known !== undefined) return known;
  if (compiled.size >= MOST_COMPILED) compiled.clear();
  const made = new RegExp(source, `g${flags}`);
  compiled.set(source, made);
  return made;
}

function placesIn(expression, words, most) {
  const places = [];
  for (const { index, 0: found } of words.matchAll(expression)) {
    if (found !== "") places.push({ start: index, end: index + found.length });
    if (places.length >= most) break;
  }
  return places;
}
