/** All that the site knows of a member, as one JSON document that is written while it is read. */
import type { Viewer } from "#app/context/viewer.ts";
import type { MemberRecord } from "#db/repositories/members.ts";
import { type OwnNote, ownLists } from "#db/repositories/own-data.ts";
import type { Store } from "#db/store.ts";
import { wordsBy } from "./own-words.ts";

/** Notes read at a time. */
const NOTES_AT_ONCE = 100;

/** Pieces of the file. Of what others wrote it holds ids at most: which note was answered, never what it says. */
export async function* writeOwnData(
  { read, origin, now }: { readonly read: Store; readonly origin: string; readonly now: number },
  viewer: Viewer,
): AsyncGenerator<string> {
  const member = await read.members.byId(viewer.id);
  if (member === null) return;
  const app = await read.factors.app(viewer.id);
  const head = {
    ...{ site: origin, takenAt: iso(now), profile: profileOf(member) },
    authenticatorSince: app?.confirmedAt == null ? null : iso(app.confirmedAt),
  };
  yield JSON.stringify(head, null, 1).replace(/\n}$/, "");
  for (const name of ownLists) {
    const rows = await read.ownData.list(name, viewer.id);
    yield `,\n${JSON.stringify(name)}: ${JSON.stringify(rows.map(withTimes))}`;
  }
  yield ',\n"notes": [';
  yield* notesOf(read, origin, viewer.id);
  yield '\n],\n"sharedPages": [';
  let first = true;
  for (const { documentId, audienceId, text, group, clients } of await read.ownData.pages(viewer.id)) {
    const passages = wordsBy(await read.sharedNotes.updates({ documentId, audienceId }), clients);
    if (passages.length === 0) continue;
    yield `${first ? "" : ","}\n${JSON.stringify({ text, group, passages })}`;
    first = false;
  }
  yield "\n]\n}\n";
}

function profileOf({ id, name, pronouns, email, timeZone, isAdmin, settings, createdAt }: MemberRecord) {
  return { id, name, pronouns, email, timeZone, isAdmin, settings, createdAt: iso(createdAt) };
}

async function* notesOf(read: Store, origin: string, memberId: string): AsyncGenerator<string> {
  let after = "";
  for (;;) {
    const notes = await read.ownData.notes(memberId, after, NOTES_AT_ONCE);
    for (const note of notes) {
      const bodies = await read.annotations.bodies(note.id);
      yield `${after === "" ? "" : ","}\n${JSON.stringify(noteOf(note, bodies, origin))}`;
      after = note.id;
    }
    if (notes.length < NOTES_AT_ONCE) return;
  }
}

/** With the passages that it stands on, as long as the text may be read. */
function noteOf(note: OwnNote, bodies: readonly { body: string; at: number }[], origin: string) {
  const { id, group, text, answers, motivation, status, colour, kind, tags, isPrivate, isMember } = note;
  return {
    ...{ id, address: `${origin}/n/${id}`, group, text },
    passages: isMember ? note.targets.map(({ selector: [, quote] }) => quote.exact) : [],
    answers: answers === null ? null : `${origin}/n/${answers}`,
    ...{ motivation, status, colour, kind, tags, isPrivate },
    createdAt: iso(note.createdAt),
    editedAt: note.editedAt === null ? null : iso(note.editedAt),
    versions: bodies.map(({ body, at }) => ({ at: iso(at), body })),
  };
}

/** Times of rows end in "At" and are numbers there. */
function withTimes(row: Readonly<Record<string, unknown>>) {
  return Object.fromEntries(
    Object.entries(row).map(([key, value]) => [key, /At$/.test(key) && typeof value === "number" ? iso(value) : value]),
  );
}

function iso(at: number): string {
  return new Date(at).toISOString();
}
