/** What a form's action answers, for the page that shows it; `app/http/form.ts` makes it on the server. */
import { INTENT } from "./intent.ts";

/** Field names to what was typed; the first value of a name counts. */
export type Typed = Readonly<Record<string, string>>;

/** What an action answers when a form could not be carried out: nothing that was typed is lost. */
export type FormFailure = {
  readonly ok: false;
  readonly sentence: string;
  readonly fields: Typed;
  readonly values: Typed;
  /** True when the form was right, and its sender has to prove once more who they are. */
  readonly asksProof?: true;
};

/** What an action answers when it stays on its page. */
export type FormDone<T> = { readonly ok: true; readonly value: T };

/** The field of the proof; it goes with the fields of whichever form asks for it. */
export const PROOF = "proof";

export type FormAnswer<T = null> = FormDone<T> | FormFailure;

/** What the page shows in a field: what was typed before if the form came back, else `initial`. */
export function typedValue(answer: FormAnswer<unknown> | undefined, name: string, initial = ""): string {
  return answer?.ok === false ? (answer.values[name] ?? initial) : initial;
}

/** The failure of a form that came back for a proof: for the first time, or because the proof was wrong. */
export function wantsProof(answer: FormAnswer<unknown> | undefined): FormFailure | null {
  if (answer?.ok !== false) return null;
  return answer.asksProof || answer.fields[PROOF] !== undefined ? answer : null;
}

/** The sentence beside a field of a form that came back. */
export function errorOf(answer: FormAnswer<unknown> | undefined, name: string): string | undefined {
  return answer?.ok === false ? answer.fields[name] : undefined;
}

/** Whether a box is ticked: as it was when the form came back, else `initial`. */
export function typedTick(answer: FormAnswer<unknown> | undefined, name: string, initial: boolean): boolean {
  return answer?.ok === false ? answer.values[name] !== undefined : initial;
}

/** Rows of fields to show: those that there are or that were typed in, and `room` more; at most `most`. */
export function typedRows(
  answer: FormAnswer<unknown> | undefined,
  rows: {
    readonly nameOf: (row: number) => string;
    readonly there: number;
    readonly room: number;
    readonly most: number;
    /** Field that says how many rows were shown. */
    readonly shown: string;
  },
): number {
  const { nameOf, there, room, most, shown } = rows;
  const values = answer?.ok === false ? answer.values : {};
  let filled = there;
  for (let row = there; row < most; row += 1) if ((values[nameOf(row)] ?? "").trim() !== "") filled = row + 1;
  // Whoever asked for more room has more than there was, also where nothing was typed yet.
  const asked = values[INTENT] === ROOM ? Number(values[shown] ?? 0) + 1 : 0;
  return Math.min(most, Math.max(filled + room, asked));
}

/** The intent of a button that asks for more rows and for nothing else. */
export const ROOM = "room";
