/** The inside of the worker that reads updates: bytes in, what they are out. */
import { parentPort } from "node:worker_threads";
import type { WorkerSays } from "#server/bounded-worker.ts";
import { isRefusal } from "./refusal.ts";
import { scan } from "./scan.ts";
import type { ScanAnswer } from "./scanner.ts";

const say = (says: WorkerSays<ScanAnswer>) => parentPort?.postMessage(says);
parentPort?.on("message", (bytes: Uint8Array) => say({ kind: "answer", answer: answer(bytes) }));
say({ kind: "ready" });

function answer(bytes: Uint8Array): ScanAnswer {
  try {
    return { kind: "scanned", scanned: scan(bytes) };
  } catch (error) {
    if (isRefusal(error)) return { kind: "refused", reason: error.reason, detail: error.detail };
    // A stack that overflows is a value nested some thousand levels deep.
    return { kind: "refused", reason: "malformed", detail: "bytes" };
  }
}
