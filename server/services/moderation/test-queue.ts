/** A seminar with two moderators and their queue; for the tests of reports and of the queue. */
import type { QueueRow } from "#app/context/queue.ts";
import type { Viewer } from "#app/context/viewer.ts";
import type { Reason } from "#app/domain/moderation/reason.ts";
import type { ItemVerb, NoteVerb } from "#app/domain/moderation/verb.ts";
import type { QueueView } from "#app/domain/moderation/view.ts";
import { ITEMS, type QueueRecord } from "#app/rooms/queue-room.ts";
import { openSeminar } from "../annotations/test-seminar.ts";

export const said = { reason: "attack", toAuthor: "Argue with the sentence.", toStaff: "second time" } as const;

export type QueueScene = Awaited<ReturnType<typeof openQueueScene>>;

export async function openQueueScene() {
  const s = await openSeminar();
  const mo = await s.site.addMember(s.group, "Mo", "moderator");
  const vi = await s.site.addMember(s.group, "Vi", "moderator");
  const list = (viewer: Viewer, view: QueueView = "open", filters = {}, cursor: string | null = null) =>
    s.site.queue.list(viewer, s.group, { view, filters, sort: "priority", cursor });

  return {
    ...s,
    ...{ mo, vi, list },
    report: (viewer: Viewer, id: string, reason: Reason = "attack", words = "") =>
      s.site.reports.report(viewer, { target: { kind: "note", id }, reason, words }),
    async only(viewer: Viewer): Promise<QueueRow> {
      const [row] = (await list(viewer)).rows;
      if (row === undefined) throw new Error("The queue is empty.");
      return row;
    },
    decide: ({ id, version, noteVersion }: QueueRow, viewer: Viewer, verb: NoteVerb | ItemVerb, given = {}) =>
      s.site.queue.decide(viewer, { item: id, itemVersion: version, noteVersion, verb, ...said, ...given }),
    async inRoom(id: string): Promise<QueueRecord | null> {
      const rows = await s.site.read.feed.latest(`queue/${s.group}`, ITEMS, [id]);
      return JSON.parse(rows.get(id) ?? "null");
    },
    noteStatus: async (id: string) => (await s.site.read.annotations.find(id))?.status,
    /** Somebody whose account has nothing to do with the others'. */
    async newcomer(name: string): Promise<Viewer> {
      const member = await s.site.addMember(s.group, name, "member");
      s.site.time.now += 3_600_000;
      const { sqlite } = s.site.database.write;
      sqlite.prepare("UPDATE members SET created_at = ? WHERE id = ?").run(s.site.time.now, member.id);
      return member;
    },
  };
}
