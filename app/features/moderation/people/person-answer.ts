import type { Effects } from "#app/context/people.ts";
import type { SanctionKind } from "#app/domain/moderation/sanction.ts";
import type { FormFailure, Typed } from "#app/ui/form-answer.ts";

/** What the actions of a card answer: what a sanction would do, with what was typed; what came back; or that it is done. */
export type PersonDone =
  | { readonly form: "preview"; readonly kind: SanctionKind; readonly effects: Effects; readonly typed: Typed }
  | { readonly form: "back"; readonly restored: number; readonly skipped: number }
  | { readonly form: "done" };

export type PersonAnswer = { readonly ok: true; readonly value: PersonDone } | FormFailure;
