/** What a member may be told of a piece of news now: asked when a letter is written, and again before each try to send it. */
import { quotation, span } from "#app/domain/annotation/annotation.ts";
import { isOpen } from "#app/domain/group/group.ts";
import type { ToldNote } from "#app/domain/news/letter.ts";
import { isSilenced } from "#app/domain/news/reason.ts";
import type { NoteRow } from "#db/repositories/annotations.ts";
import type { NewsRow } from "#db/repositories/news-letters.ts";
import type { Store } from "#db/store.ts";
import { levelsOf, silence } from "../news/levels.ts";
import { type Standing, sightFor, standingIn } from "../rights.ts";
import { isVeiledNote, rosterFor } from "../veil.ts";

/** Where a member stands to a text, and the names there as the member sees them, by seat. */
type Scene = { readonly standing: Standing; readonly names: ReadonlyMap<string, string> };

/** Null: nothing, since they may not see the note any more, or nobody is to be written to about it. */
export type Tell = (news: NewsRow) => Promise<ToldNote | null>;

/** Answers by what the store says at `now` (milliseconds); what one letter asks twice is looked up once. */
export function makeTeller(store: Store, now: number): Tell {
  const scenes = new Map<string, Promise<Scene | null>>();

  const sceneOf = ({ memberId, documentId }: NewsRow): Promise<Scene | null> => {
    const key = `${memberId} ${documentId}`;
    const scene = scenes.get(key) ?? openScene(store, { memberId, documentId, now });
    scenes.set(key, scene);
    return scene;
  };

  return async (news) => {
    const scene = await sceneOf(news);
    const note = scene === null ? null : await store.annotations.find(news.annotationId);
    const document = note === null ? null : await store.documents.find(note.document);
    if (scene === null || note === null || document === null || note.document !== news.documentId) return null;
    if (!isToBeTold(scene.standing, news, note) || isOwn(news, note)) return null;
    const said = levelsOf(await store.follows.saidBy(news.memberId, note)).get(news.memberId) ?? silence;
    const levels = (await isVeiledNote(store, note)) ? { ...said, member: null } : said;
    if (isSilenced(news.kind, { isReply: note.parent !== null, levels })) return null;
    const { group } = scene.standing;
    const { id, title, language, dir } = document;
    return {
      ...{ kind: news.kind, note: note.id, root: note.root, body: note.body },
      ...{ created: note.created, edited: note.edited },
      by: nameIn(scene, news, note),
      group: { id: group.id, name: group.name },
      text: { id, title, language, dir },
      ...(await placeOf(store, scene.standing, note)),
    };
  };
}

/** Null for strangers, and where group or text are archived or on their way out: nobody can answer there. */
async function openScene(
  store: Store,
  who: { readonly memberId: string; readonly documentId: string; readonly now: number },
): Promise<Scene | null> {
  const standing = await standingIn(store, who);
  if (standing === null || !isOpen(standing.group) || !isOpen(standing.document)) return null;
  const roster = await rosterFor(
    store,
    standing.actor,
    standing.rooms.map(({ audience }) => audience),
  );
  return { standing, names: new Map(roster.map(({ seat, name }) => [seat, name])) };
}

/** What was withdrawn goes into no letter, also to those who still see it, but for that news itself to its author. */
function isToBeTold(standing: Standing, { kind }: NewsRow, note: NoteRow): boolean {
  return (note.status === "published" || kind === "decided") && sightFor(standing, note, "none") === "body";
}

/** One's own note is news when others did something with it. */
function isOwn({ kind, memberId }: NewsRow, note: NoteRow): boolean {
  return note.creator === memberId && kind !== "answered" && kind !== "endorsed" && kind !== "decided";
}

/** By the seat of who did it, else by that of the note, as far as the member knows who sits there. */
function nameIn({ names }: Scene, { seatId }: NewsRow, note: NoteRow): string | null {
  const seats = [seatId, ...note.placements.map(({ seat }) => seat)];
  return names.get(seats.find((seat) => names.has(seat)) ?? "") ?? null;
}

/** The passage of the note or of the thread that it stands in, where the member sees the beginning of that. */
async function placeOf(store: Store, standing: Standing, note: NoteRow): Promise<Pick<ToldNote, "number" | "passage">> {
  const root = note.root === note.id ? note : await store.annotations.find(note.root);
  const seen = root?.status === "published" && sightFor(standing, root, "none") === "body" ? root.target : null;
  const target = note.target ?? seen;
  if (target === null) return { number: null, passage: null };
  const number = await store.documents.numberAt(target.source, span(target).start);
  return { number, passage: quotation(target) };
}
