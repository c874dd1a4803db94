// A reader of updates that does what it is told, for the test of what stands around it.
import { parentPort } from "node:worker_threads";

const hoard = [];
parentPort.on("message", (bytes) => {
  const word = Buffer.from(bytes).toString();
  while (word === "endless");
  while (word === "greedy") hoard.push(new Array(1_000_000).fill(word));
  parentPort.postMessage({ kind: "answer", answer: { kind: "scanned", scanned: { clients: [], structs: 0 } } });
});
parentPort.postMessage({ kind: "ready" });
