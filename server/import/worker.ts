/** The inside of an import worker: one task in, one answer out. */
import { parentPort, workerData } from "node:worker_threads";
import { editScript } from "#app/domain/document/edit-script.ts";
import { isProblem } from "#app/domain/problem.ts";
import { importWords } from "#app/words/import.ts";
import { buildRevision } from "#server/import/build.ts";
import { readAny } from "#server/import/read.ts";
import type { Answer, Task } from "#server/import/task.ts";

void answer(workerData).then((said) => parentPort?.postMessage(said));

async function answer(task: Task): Promise<Answer> {
  try {
    if (task.verb === "read") return { verb: "read", reading: await readAny(task.input) };
    if (task.verb === "compare") return { verb: "compare", script: editScript(task.before, task.after) };
    return { verb: "build", content: buildRevision(task.pieces, task.choices) };
  } catch (error) {
    return refusal(error);
  }
}

/** A stack that overflows is a page nested some thousand levels deep; everything else unknown goes to the log. */
function refusal(error: unknown): Answer {
  if (isProblem(error)) return { verb: "refuse", code: error.code, sentence: error.sentence };
  if (error instanceof RangeError) return { verb: "refuse", code: "too-large", sentence: importWords.tooDeep };
  throw error;
}
