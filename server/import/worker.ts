/** The inside of an import worker: one task in, one answer out, and before it how far it is. */
import { parentPort, workerData } from "node:worker_threads";
import { editScript } from "#app/domain/document/edit-script.ts";
import { isProblem } from "#app/domain/problem.ts";
import { importWords as german } from "#app/words/de/import.ts";
import { importWords } from "#app/words/import.ts";
import { addLanguage, speakAs } from "#app/words/localised.ts";
import { buildRevision } from "#server/import/build.ts";
import { readAny } from "#server/import/read.ts";
import type { Answer, Said, Task, Work } from "#server/import/task.ts";

const { work, locale }: Task = workerData;
addLanguage("de", { importWords: german });
speakAs({ current: () => locale, within: (_, spoken) => spoken() });
void answer(work).then(say);

async function answer(asked: Work): Promise<Answer> {
  try {
    if (asked.verb === "build") return { verb: "build", content: buildRevision(asked.pieces, asked.choices) };
    if (asked.verb === "compare") return { verb: "compare", script: editScript(asked.before, asked.after) };
    const reading = await readAny(asked.input, (progress) => say({ verb: "progress", progress }));
    return { verb: "read", reading };
  } catch (error) {
    return refusal(error);
  }
}

function say(said: Said): void {
  parentPort?.postMessage(said);
}

/** A stack that overflows is a page nested some thousand levels deep; everything else unknown goes to the log. */
function refusal(error: unknown): Answer {
  if (isProblem(error)) return { verb: "refuse", code: error.code, sentence: error.sentence };
  if (error instanceof RangeError) return { verb: "refuse", code: "too-large", sentence: importWords.tooDeep };
  throw error;
}
