/** All notes of one text as this reader sees them: the rooms merged, with the outbox laid over them. */
import type { AnnotationCommand } from "#app/domain/annotation/command.ts";
import { MergedRooms, type RoomChange } from "./merge-rooms.ts";
import type { Note } from "./note.ts";
import type { OutboxEntry } from "./outbox-entry.ts";
import { type Overlaid, overlaid, shownOf } from "./overlay.ts";
import { type Thread, ThreadIndex } from "./thread-index.ts";

/** One moment of the notes; both lists are equal while nothing changed. */
export type NotesSnapshot = {
  readonly threads: readonly Thread[];
  readonly outbox: readonly OutboxEntry[];
};

/** Notes up to which a change shows within its own task; more of them come with a first load, and take turns. */
const AT_ONCE = 100;
/** Notes that one task puts in their threads: about 5 ms. */
const SLICE = 2_000;
/** Milliseconds in which the frames of a load are gathered. */
const GATHER = 60;

/** Fits React's useSyncExternalStore; changes of one task are told once, many notes in slices. */
export class NotesStore {
  readonly #merged: MergedRooms;
  readonly #around: Overlaid;
  readonly #index = new ThreadIndex();
  readonly #listeners = new Set<() => void>();
  #entries: readonly OutboxEntry[] = [];
  #byNote = new Map<string, OutboxEntry[]>();
  #snapshot: NotesSnapshot = { threads: [], outbox: [] };
  readonly #dirty = new Set<string>();
  #scheduled: "no" | "at once" | "soon" = "no";

  /** The first seat is the one in the group's audience. */
  constructor(ownSeats: readonly string[]) {
    this.#merged = new MergedRooms(new Set(ownSeats));
    this.#around = { ownSeats, see: (id) => this.#see(id) };
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly snapshot = (): NotesSnapshot => this.#snapshot;

  thread(id: string): Thread | null {
    return this.#index.thread(id);
  }

  /** The thread in which a note stands, whether it is the first or a reply. */
  threadOf(noteId: string): Thread | null {
    const note = this.#index.note(noteId);
    return note && this.#index.thread(note.root);
  }

  /** What the rooms hold of a note, without the outbox; its version is what an edit has to name. */
  stored(id: string) {
    return this.#merged.get(id);
  }

  applyRoom(change: RoomChange): void {
    this.#touch(this.#merged.apply(change));
  }

  leaveRoom(room: string): void {
    this.#touch(this.#merged.leave(room));
  }

  setOutbox(entries: readonly OutboxEntry[]): void {
    this.#entries = entries;
    const before = [...this.#byNote.keys()];
    this.#byNote = grouped(entries);
    this.#touch([...before, ...this.#byNote.keys()]);
  }

  /** Answered entries whose effect the rooms now show, to be dropped from the outbox. */
  shownEntries(): OutboxEntry[] {
    return [...this.#byNote].flatMap(([id, entries]) => [...shownOf(entries, this.#merged.get(id), this.#around)]);
  }

  #see(id: string): Note | null {
    const note = this.#merged.get(id);
    const entries = this.#byNote.get(id);
    return entries ? overlaid(note, entries, this.#around) : note;
  }

  #touch(ids: Iterable<string>): void {
    for (const id of ids) this.#dirty.add(id);
    const isMany = this.#dirty.size > AT_ONCE;
    if (this.#scheduled === "no" && isMany) this.#flushSoon(GATHER);
    if (this.#scheduled !== "no" || this.#dirty.size === 0) return;
    this.#scheduled = "at once";
    queueMicrotask(() => (this.#dirty.size > AT_ONCE ? this.#flushSoon(GATHER) : this.#flush()));
  }

  #flushSoon(after: number): void {
    this.#scheduled = "soon";
    setTimeout(() => this.#flush(), after);
  }

  #flush(): void {
    this.#scheduled = "no";
    const now = [...this.#dirty].slice(0, SLICE);
    for (const id of now) this.#dirty.delete(id);
    const changes = now.map((id) => [id, this.#see(id)] as const);
    if (this.#dirty.size > 0) this.#flushSoon(0);
    this.#index.update(changes);
    this.#snapshot = { threads: this.#index.list, outbox: this.#entries };
    for (const listener of this.#listeners) listener();
  }
}

const subject = ({ command }: { readonly command: AnnotationCommand }): string => command.id;

function grouped(entries: readonly OutboxEntry[]): Map<string, OutboxEntry[]> {
  const groups = new Map<string, OutboxEntry[]>();
  for (const entry of entries) groups.set(subject(entry), [...(groups.get(subject(entry)) ?? []), entry]);
  return groups;
}
