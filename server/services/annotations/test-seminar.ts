/** One seminar in a test site, and commands on its text; for the tests of the annotation service. */
import type { Viewer } from "#app/context/viewer.ts";
import type { AnnotationCommand, CommandResult } from "#app/domain/annotation/command.ts";
import type { Reaction } from "#app/domain/annotation/reaction.ts";
import { ANNOTATIONS, type AnnotationRecord, type RoomMap } from "#app/rooms/reading-room.ts";
import { openTestSite, publishCommand, type TestSite, type TestText } from "../test-site.ts";
import type { NoteEvent } from "./events.ts";

export type Seminar = {
  readonly site: TestSite;
  readonly group: string;
  readonly text: TestText;
  readonly teacher: Viewer;
  readonly ada: Viewer;
  readonly ben: Viewer;
  readonly observer: Viewer;
  /** Owner of another group. */
  readonly stranger: Viewer;
  readonly run: (viewer: Viewer, command: AnnotationCommand) => Promise<CommandResult>;
  /** Id of a new note for everyone, but for what is given. */
  readonly publish: (viewer: Viewer, given?: Parameters<typeof publishCommand>[2]) => Promise<string>;
  readonly reply: (viewer: Viewer, parent: string, given?: Partial<Reply>) => Promise<string>;
  readonly react: (viewer: Viewer, id: string, reaction: Reaction, on?: boolean) => Promise<CommandResult>;
  readonly answer: (viewer: Viewer, id: string, by?: string | null) => Promise<CommandResult>;
  readonly act: (
    viewer: Viewer,
    verb: "delete" | "undelete" | "hide" | "restore",
    id: string,
  ) => Promise<CommandResult>;
  readonly edit: (viewer: Viewer, id: string, body: string, version: number) => Promise<CommandResult>;
  /** What the viewer's rooms say of a note, by kind of room; rooms that say nothing are left out. */
  readonly records: (viewer: Viewer, id: string) => Promise<Record<string, AnnotationRecord>>;
  /** The same for another map of these rooms. */
  readonly said: (viewer: Viewer, map: RoomMap, id: string) => Promise<Record<string, unknown>>;
  /** What the rest of the server was told, newest last. */
  readonly told: readonly NoteEvent[];
};

type Reply = Extract<AnnotationCommand, { verb: "reply" }>;

export async function openSeminar(): Promise<Seminar> {
  const told: NoteEvent[] = [];
  const site = await openTestSite({ heed: async (_, event) => void told.push(event) });
  const group = await site.addGroup("Seminar");
  const teacher = await site.addMember(group, "Tea", "teacher");
  const text = await site.addText(group, teacher);
  const { run } = site.annotations;
  const document = text.id;
  return {
    site,
    group,
    text,
    teacher,
    ada: await site.addMember(group, "Ada", "member"),
    ben: await site.addMember(group, "Ben", "member"),
    observer: await site.addMember(group, "Obi", "observer"),
    stranger: await site.addMember(await site.addGroup("Others"), "Eve", "owner"),
    run,
    publish: async (viewer, given = {}) => (await run(viewer, publishCommand(text, site.newId(), given))).id,
    reply: async (viewer, parent, given = {}) =>
      (await run(viewer, { verb: "reply", id: site.newId(), document, parent, body: "An answer", ...given })).id,
    react: (viewer, id, reaction, on = true) => run(viewer, { verb: "react", id, document, reaction, on }),
    answer: (viewer, id, by = null) => run(viewer, { verb: "answer", id, document, by }),
    act: (viewer, verb, id) => run(viewer, { verb, id, document }),
    edit: (viewer, id, body, version) => run(viewer, { verb: "edit", id, document, body, version }),
    async records(viewer, id) {
      return (await said(viewer, ANNOTATIONS, id)) as Record<string, AnnotationRecord>;
    },
    ...{ said, told },
  };

  async function said(viewer: Viewer, map: RoomMap, id: string): Promise<Record<string, unknown>> {
    const { rooms } = await site.reading.open(viewer, text.id);
    const found: Record<string, unknown> = {};
    for (const { room } of rooms) {
      const value = (await site.read.feed.latest(room, map, [id])).get(id) ?? "null";
      if (value !== "null") found[room.slice(0, room.indexOf("/"))] = JSON.parse(value);
    }
    return found;
  }
}
