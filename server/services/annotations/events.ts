/** What other parts of the server learn of a command, inside its transaction, so that what follows from it is stored with it. */
import type { NoteRow } from "#db/repositories/annotations.ts";
import type { Store } from "#db/store.ts";

export type NoteEvent =
  /** A note is seen for the first time by its audiences; `mentioned` are member ids. */
  | { readonly kind: "published"; readonly note: NoteRow; readonly mentioned: readonly string[] }
  /** Its words changed; `mentioned` are the members who were not named before. */
  | { readonly kind: "edited"; readonly note: NoteRow; readonly mentioned: readonly string[] }
  /** It can no longer be seen: deleted, hidden, removed, redacted. */
  | { readonly kind: "withdrawn"; readonly note: NoteRow }
  /** It can be seen again. */
  | { readonly kind: "returned"; readonly note: NoteRow }
  /** `note` is the thread's first one; `answer` the reply that answers it, or null. */
  | { readonly kind: "answered"; readonly note: NoteRow; readonly answer: string | null }
  | { readonly kind: "reopened"; readonly note: NoteRow }
  | { readonly kind: "endorsed"; readonly note: NoteRow }
  /** A moderator or a rule decided about it; told to its author without a name. */
  | { readonly kind: "decided"; readonly note: NoteRow };

/** Runs inside the command's transaction and awaits nothing but the store. `by` is who did it. */
export type Heed = (
  store: Store,
  event: NoteEvent,
  by: { readonly member: string; readonly seat: string; readonly now: number },
) => Promise<void>;
