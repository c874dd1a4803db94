/** What crosses the border of an import worker. Structured clone drops the class of a Problem, so it travels as its parts. */
import type { Piece, PieceChoices, RevisionContent } from "#app/domain/document/document.ts";
import type { EditScript } from "#app/domain/document/edit-script.ts";
import type { ProblemCode } from "#app/domain/problem.ts";
import type { Locale } from "#app/words/locale.ts";
import type { Progress } from "#server/import/progress.ts";
import type { ImportInput, ImportReading } from "#server/import/read.ts";

export type Work =
  | { readonly verb: "read"; readonly input: ImportInput }
  | { readonly verb: "build"; readonly pieces: readonly Piece[]; readonly choices: PieceChoices }
  | { readonly verb: "compare"; readonly before: string; readonly after: string };

/** `locale`: in which a refusal is said. */
export type Task = { readonly work: Work; readonly locale: Locale };

export type Answer =
  | { readonly verb: "read"; readonly reading: ImportReading }
  | { readonly verb: "build"; readonly content: RevisionContent }
  | { readonly verb: "compare"; readonly script: EditScript }
  | { readonly verb: "refuse"; readonly code: ProblemCode; readonly sentence: string };

/** An answer is the last that a worker says. */
export type Said = Answer | { readonly verb: "progress"; readonly progress: Progress };
