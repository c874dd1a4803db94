/** Notes in threads, in the order of the text. Kept up note by note: 10,000 notes must not be sorted for each new one. */
import { span } from "#app/domain/annotation/annotation.ts";
import { isTombstone, type Note } from "./note.ts";

export type Thread = {
  /** Id of the first note. */
  readonly id: string;
  readonly root: Note;
  /** Oldest first; a tombstone only where a reply stands under it. */
  readonly replies: readonly Note[];
  /** UTF-16 code units of the revision's text; null for a note on the whole text. */
  readonly span: { readonly start: number; readonly end: number } | null;
  /** Time of the latest note in it, milliseconds. */
  readonly latest: number;
  /** A question that nobody called answered, or that was opened again. */
  readonly isOpenQuestion: boolean;
};

/** The threads of one text; `list` is a new array after each change and equal while nothing changed. */
export class ThreadIndex {
  readonly #notes = new Map<string, Note>();
  readonly #members = new Map<string, Set<string>>();
  readonly #threads = new Map<string, Thread>();
  #list: readonly Thread[] = [];

  get list(): readonly Thread[] {
    return this.#list;
  }

  thread(id: string): Thread | null {
    return this.#threads.get(id) ?? null;
  }

  note(id: string): Note | null {
    return this.#notes.get(id) ?? null;
  }

  /** Puts notes in, or out where the value is null, and gives the ids of the threads that changed. */
  update(changes: Iterable<readonly [string, Note | null]>): ReadonlySet<string> {
    const touched = new Set<string>();
    for (const [id, note] of changes) {
      const before = this.#notes.get(id);
      if (before !== undefined) touched.add(this.#remove(before));
      if (note !== null) touched.add(this.#add(note));
    }
    this.#rebuild(touched);
    return touched;
  }

  #add(note: Note): string {
    this.#notes.set(note.id, note);
    const members = this.#members.get(note.root) ?? new Set<string>();
    members.add(note.id);
    this.#members.set(note.root, members);
    return note.root;
  }

  #remove(note: Note): string {
    this.#notes.delete(note.id);
    const members = this.#members.get(note.root);
    members?.delete(note.id);
    if (members?.size === 0) this.#members.delete(note.root);
    return note.root;
  }

  #rebuild(roots: ReadonlySet<string>): void {
    const fresh: Thread[] = [];
    const gone = new Set<string>();
    for (const root of roots) {
      const thread = this.#build(root);
      if (this.#threads.has(root)) gone.add(root);
      if (thread === null) this.#threads.delete(root);
      else {
        this.#threads.set(root, thread);
        fresh.push(thread);
      }
    }
    if (fresh.length === 0 && gone.size === 0) return;
    const kept = gone.size === 0 ? this.#list : this.#list.filter(({ id }) => !gone.has(id));
    this.#list = merged(kept, fresh.sort(inTextOrder));
  }

  /** A reply whose first note has not arrived waits; a tombstone without replies is nothing. */
  #build(root: string): Thread | null {
    const first = this.#notes.get(root);
    // A first note that was merged into another thread begins none of its own.
    if (first === undefined || first.root !== root) return null;
    const members = [...(this.#members.get(root) ?? [])].flatMap((id) =>
      id === root ? [] : (this.#notes.get(id) ?? []),
    );
    const replies = standing(members);
    if (isTombstone(first) && replies.length === 0) return null;
    replies.sort((a, b) => a.created - b.created || (a.id < b.id ? -1 : 1));
    return {
      id: root,
      root: first,
      replies,
      span: first.target && span(first.target),
      // What was merged in may be older than the first note.
      latest: Math.max(first.created, replies.at(-1)?.created ?? 0),
      isOpenQuestion: first.motivation === "questioning" && first.said?.state !== "answered",
    };
  }
}

/** The replies that can be read, and the tombstones above them, at any depth. */
function standing(replies: readonly Note[]): Note[] {
  if (!replies.some(isTombstone)) return [...replies];
  const byId = new Map(replies.map((note) => [note.id, note]));
  const kept = new Set<Note>();
  for (const note of replies) {
    if (isTombstone(note)) continue;
    for (let at: Note | undefined = note; at !== undefined && !kept.has(at); at = byId.get(at.parent ?? ""))
      kept.add(at);
  }
  return [...kept];
}

/** Notes on the whole text first, then by start, the longer passage first, then by age. */
export function inTextOrder(a: Thread, b: Thread): number {
  const from = a.span?.start ?? -1;
  const other = b.span?.start ?? -1;
  if (from !== other) return from - other;
  const longer = (b.span?.end ?? 0) - (a.span?.end ?? 0);
  return longer || a.root.created - b.root.created || (a.id < b.id ? -1 : 1);
}

function merged(list: readonly Thread[], added: readonly Thread[]): readonly Thread[] {
  const out: Thread[] = [];
  let next = 0;
  for (const thread of list) {
    for (let other = added[next]; other && inTextOrder(other, thread) < 0; other = added[next]) {
      out.push(other);
      next += 1;
    }
    out.push(thread);
  }
  return out.concat(added.slice(next));
}
