/** Notes as a page without JavaScript lists them: threads in text order, each note as far as the viewer sees it. */
import type { ListedNote } from "#app/context/reading.ts";
import { gathered } from "#app/domain/annotation/reaction.ts";
import { markupHtml } from "#app/domain/markup/html.ts";
import { parseMarkup } from "#app/domain/markup/parse.ts";
import type { Profile } from "#app/domain/member/member.ts";
import { answersIn, isPrivateReply, recordOf } from "#app/rooms/projection.ts";
import type { NoteRow } from "#db/repositories/annotations.ts";
import type { Store } from "#db/store.ts";
import { type Standing, sightFor } from "../rights.ts";
import { rosterFor } from "../veil.ts";

export type NotesPage = { readonly notes: readonly ListedNote[]; readonly total: number };

/** `count` threads from `from` on; `total` counts the threads that the viewer sees. */
export async function listNotes(
  read: Store,
  standing: Standing,
  { from, count }: { readonly from: number; readonly count: number },
): Promise<NotesPage> {
  const audiences = standing.rooms.map(({ audience }) => audience);
  const visible = await visibleThreads(read, standing, audiences);
  const page = visible.slice(Math.max(0, from), Math.max(0, from) + Math.max(0, count));
  const notes = await read.annotations.threads(page);
  const seats = new Map((await rosterFor(read, standing.actor, audiences)).map((row) => [row.seat, row]));
  const children = childrenOf(notes);
  const answers = answersIn(notes);
  const listed = (note: NoteRow): readonly ListedNote[] => {
    const replies = (children.get(note.id) ?? []).flatMap(listed);
    const seat = note.placements.find(({ seat }) => seats.has(seat))?.seat ?? "";
    const sight = sightFor(standing, note, answers(note));
    const record = recordOf(note, seat, sight);
    const by = seats.get(seat);
    if (record === null || by === undefined) return replies;
    const said =
      sight === "body"
        ? {
            reactions: gathered(note.reactions.filter((given) => seats.has(given.seat))),
            thread: note.thread,
            curation: note.curation,
          }
        : nothingSaid;
    return [
      {
        ...record,
        ...said,
        by: profileOf(by),
        role: by.role,
        isPrivateReply: isPrivateReply(note),
        html: htmlOf(record.body),
        replies,
      },
    ];
  };
  // Whole addresses of ours are links like others here; the names are those of now.
  const htmlOf = (body: string) =>
    markupHtml(parseMarkup(body, { origin: "" }), { nameOf: (seat) => seats.get(seat)?.name ?? null });
  const byId = new Map(notes.map((note) => [note.id, note]));
  return {
    notes: page.flatMap((id) => {
      const root = byId.get(id);
      return root === undefined ? [] : listed(root);
    }),
    total: visible.length,
  };
}

/** Roots of the threads of which the viewer sees anything: a hidden answer can outlive the note that it answered. */
async function visibleThreads(
  read: Store,
  standing: Standing,
  audiences: readonly string[],
): Promise<readonly string[]> {
  const roots = await read.annotations.roots(standing.document.id, audiences);
  const doubtful = roots.filter(({ status }) => status !== "published").map(({ id }) => id);
  const notes = await read.annotations.threads(doubtful);
  const answers = answersIn(notes);
  const seen = new Set(
    notes.filter((note) => sightFor(standing, note, answers(note)) !== "nothing").map(({ root }) => root),
  );
  return roots.flatMap(({ id, status }) => (status === "published" || seen.has(id) ? [id] : []));
}

function childrenOf(notes: readonly NoteRow[]): ReadonlyMap<string, readonly NoteRow[]> {
  const children = new Map<string, NoteRow[]>();
  for (const note of notes) {
    if (note.parent === null) continue;
    const siblings = children.get(note.parent);
    if (siblings === undefined) children.set(note.parent, [note]);
    else siblings.push(note);
  }
  return children;
}

const nothingSaid = { reactions: null, thread: null, curation: null } as const;

function profileOf({ id, name, pronouns, hue, picture }: Profile): Profile {
  return { id, name, pronouns, hue, picture };
}
