/** Summaries of threads: written by staff, version by version, each change one row of the record and seen at once. */
import type { SummaryPage, SummaryService } from "#app/context/summaries.ts";
import type { Viewer } from "#app/context/viewer.ts";
import { cleanBody } from "#app/domain/annotation/body.ts";
import { markupHtml } from "#app/domain/markup/html.ts";
import { parseMarkup } from "#app/domain/markup/parse.ts";
import type { Facts } from "#app/domain/moderation/record.ts";
import { can } from "#app/domain/policy/policy.ts";
import { Problem } from "#app/domain/problem.ts";
import { type Cited, freshnessOf, MAX_SUMMARY, type NoteNow, notesCited } from "#app/domain/summary/summary.ts";
import { annotationWords } from "#app/words/annotations.ts";
import { summaryWords as words } from "#app/words/summaries.ts";
import type { NoteRow } from "#db/repositories/annotations.ts";
import type { Store, Transact } from "#db/store.ts";
import { audiencesAmong } from "./annotations/places.ts";
import { reprojectAlone } from "./annotations/reproject.ts";
import { sightIn } from "./annotations/turn.ts";
import { excerptOf } from "./excerpt.ts";
import { nameOf } from "./exports/say.ts";
import { inOrder, viewOf } from "./exports/threads.ts";
import { type Standing, standingIn } from "./rights.ts";

type Parts = {
  readonly read: Store;
  readonly transact: Transact;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  /** A new ULID. */
  readonly newId: () => string;
};

/** A thread as one of its curators has it. */
type Entered = { readonly standing: Standing; readonly root: NoteRow };

export function makeSummaryService({ read, transact, clock, newId }: Parts): SummaryService {
  const change = async (
    viewer: Viewer,
    noteId: string,
    { latest, verb }: { readonly latest: number; readonly verb: "summary.publish" | "summary.withdraw" },
    work: (store: Store, entered: Entered) => Promise<number | null>,
  ): Promise<number | null> =>
    transact(async (store) => {
      const now = clock();
      const entered = await enter(store, { viewer, noteId, now });
      const { root, standing } = entered;
      const before = await store.summaries.state(root.id);
      if (before.latest !== latest) throw new Problem("conflict", words.meanwhile);
      const shown = await work(store, entered);
      if (shown === before.shown) return shown;
      await reprojectAlone(store, root.id);
      await store.record.append({
        ...{ id: newId(), at: now, group: root.group, document: root.document },
        ...{ actor: viewer.id, actorRole: standing.actor.role ?? "", verb, subject: { kind: "thread", id: root.id } },
        ...{ revision: null, revisionHash: null, item: null, reason: null, undoes: null, batch: null },
        ...{ before: { summary: before.shown }, after: { summary: shown } },
      });
      return shown;
    });

  return {
    async open(viewer, noteId) {
      return pageOf(read, await enter(read, { viewer, noteId, now: clock() }));
    },

    async publish(viewer, noteId, { body: typed, latest }) {
      const body = bodyOf(typed);
      const n = await change(viewer, noteId, { latest, verb: "summary.publish" }, async (store, { root, standing }) => {
        const seat = seatIn(standing, root);
        if (root.status !== "published" || seat === null) throw new Problem("conflict", words.notSeen);
        const cited = await citedBy(store, root, body);
        const version = { rootId: root.id, n: latest + 1, body, cited, memberId: viewer.id, seatId: seat, at: clock() };
        await store.summaries.publish(version);
        return version.n;
      });
      return { n: n ?? latest };
    },

    async withdraw(viewer, noteId, latest) {
      await change(viewer, noteId, { latest, verb: "summary.withdraw" }, async (store, { root }) => {
        await store.summaries.show(root.id, null);
        return null;
      });
    },
  };
}

/** Shows the version that was shown before a decision, if its words are still there; gives what holds then. */
export async function takeBackSummary(store: Store, rootId: string, before: Facts): Promise<Facts> {
  const wanted = typeof before.summary === "number" ? before.summary : null;
  const versions = await store.summaries.versions(rootId);
  const shown = versions.some(({ n, body }) => n === wanted && body !== "") ? wanted : null;
  await store.summaries.show(rootId, shown);
  await reprojectAlone(store, rootId);
  return { summary: shown };
}

/** Every summary that cites a note goes with the note's words. */
export async function eraseSummariesCiting(store: Store, noteId: string): Promise<void> {
  for (const root of await store.summaries.eraseCiting(noteId)) await reprojectAlone(store, root);
}

async function enter(
  store: Store,
  { viewer, noteId, now }: { readonly viewer: Viewer; readonly noteId: string; readonly now: number },
): Promise<Entered> {
  const unknown = new Problem("not-found", annotationWords.unknownNote);
  const note = await store.annotations.find(noteId);
  const root = note === null || note.root === note.id ? note : await store.annotations.find(note.root);
  if (note === null || root === null) throw unknown;
  const standing = await standingIn(store, { memberId: viewer.id, documentId: note.document, now });
  if (standing === null || (await sightIn(store, standing, note)) === "nothing") throw unknown;
  const { actor, group, document } = standing;
  const annotation = { creator: root.creator, creatorRole: null };
  if (!can(actor, "thread.curate", { group, document, thread: root.id, annotation })) {
    throw new Problem("forbidden", words.forStaff);
  }
  return { standing, root };
}

/** The writer's own seat where readers of the thread are; on a desk nobody would read a summary. */
function seatIn({ rooms }: Standing, { placements }: NoteRow): string | null {
  const open = rooms.find(
    ({ audience, kind }) => kind !== "desk" && kind !== "staff" && placements.some((at) => at.audience === audience),
  );
  return open?.seat ?? null;
}

/** Throws Problem("invalid") with the field. */
function bodyOf(typed: string): string {
  const body = cleanBody(typed).trim();
  const sentence = body === "" ? words.empty : [...body].length > MAX_SUMMARY ? words.long(MAX_SUMMARY) : null;
  if (sentence !== null) throw new Problem("invalid", sentence, { fields: { body: sentence } });
  return body;
}

/** Notes of the thread that readers see and the words link to, as they are now. */
async function citedBy(store: Store, root: NoteRow, body: string): Promise<readonly Cited[]> {
  const thread = new Map((await store.annotations.threads([root.id])).map((note) => [note.id, note]));
  const among = audiencesAmong(root);
  return notesCited(parseMarkup(body, { origin: "" })).flatMap((id) => {
    const note = thread.get(id);
    // A summary is read wherever the thread stands, and cites what is read there as well.
    const isSeen = among.every((audience) => note?.placements.some((place) => place.audience === audience));
    return note?.status === "published" && isSeen ? [{ note: id, version: note.version }] : [];
  });
}

async function pageOf(read: Store, { standing, root }: Entered): Promise<SummaryPage> {
  const { group, document } = standing;
  const thread = await read.annotations.threads([root.id]);
  const view = await viewOf(read, standing, thread);
  const seen = inOrder(thread).flatMap(({ note, depth }) => {
    const taken = note.status === "published" ? view(note, depth) : null;
    return taken === null || taken.isPrivate ? [] : [{ ...taken, name: nameOf(taken) }];
  });
  const title = (await read.documents.find(document.id))?.title ?? "";
  const state = await read.summaries.state(root.id);
  const versions = await read.summaries.versions(root.id);
  const names = await read.members.profiles(versions.flatMap(({ memberId }) => memberId ?? []));
  const shown = versions.find(({ n }) => n === state.shown);
  return {
    ...{ root: root.id, latest: state.latest },
    text: { id: document.id, title },
    group: { id: group.id, name: group.name },
    shown:
      shown === undefined
        ? null
        : {
            n: shown.n,
            freshness: freshnessOf(shown, nowOf(root), thread.filter(({ id }) => id !== root.id).map(nowOf)),
          },
    versions: versions.map(({ n, body, memberId, at }) => ({
      ...{ n, body, at, html: markupHtml(parseMarkup(body, { origin: "" })) },
      name: names.get(memberId ?? "")?.name ?? "",
    })),
    notes: seen.map(({ id, name, depth, body }) => ({
      ...{ id, name, depth, excerpt: excerptOf(body), citation: `[${name.replace(/[[\]\\]/gu, "")}](note:${id})` },
    })),
  };
}

function nowOf({ id, version, created, status }: NoteRow): NoteNow {
  return { id, version, created, isGone: status !== "published" };
}
