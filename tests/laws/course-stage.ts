/** A class with one published close reading, in a folder from which a server can start. */
import { createHash } from "node:crypto";
import { join } from "node:path";
import { ulid } from "ulid";
import type { Viewer } from "#app/context/viewer.ts";
import { openDatabase } from "#db/client.ts";
import { migrateDatabase } from "#db/migrate.ts";
import { makeReadStore } from "#db/store.ts";
import { makeWriter } from "#db/writer.ts";
import { makeAssignmentService } from "#server/services/assignments.ts";
import { addText, memberOf } from "#tests/bench/queue-stage.ts";

const HOUR = 60 * 60 * 1000;

export type Student = { readonly id: string; readonly cookie: string };

export type CourseStage = {
  readonly document: string;
  readonly assignment: string;
  /** Of the assignment. */
  readonly audience: string;
  readonly students: readonly Student[];
};

/** Its work is due an hour after `now` (milliseconds). */
export async function setCourse(dataDir: string, size: number, now: number): Promise<CourseStage> {
  const file = join(dataDir, "glossa.sqlite");
  const write = openDatabase(file, "write");
  migrateDatabase(write, { backupsFolder: dataDir });
  const reader = openDatabase(file, "read");
  const { transact, close } = makeWriter(write, { onCommit: () => {} });
  const group = ulid();
  const teacher = memberOf(ulid(), 0);
  const students = Array.from({ length: size }, (_, n) => memberOf(ulid(), n + 1));
  await transact(async (store) => {
    await store.groups.insert({ id: group, name: "Course", description: "", colourNames: {}, createdAt: now });
    await store.audiences.found({ groupId: group, now, newId: ulid });
    for (const person of [teacher, ...students]) {
      const role = person === teacher ? "teacher" : "member";
      const account = { ...person, settings: {}, emailKey: person.email, passwordHash: null, createdAt: now };
      await store.members.insert(account);
      await store.memberships.admit({ groupId: group, memberId: person.id, role, joinedAt: now });
      await store.audiences.admit({ groupId: group, memberId: person.id, role, now, newId: ulid });
    }
  });
  const document = ulid();
  await transact((store) => addText(store, { id: document, revision: ulid(), group, addedBy: teacher.id, now }));
  const read = makeReadStore(reader.db);
  const service = makeAssignmentService({ read, transact, clock: () => now, newId: ulid });
  const { id: assignment } = await service.create(teacher, group, {
    ...{ template: "blank", title: "Read it", document, id: ulid() },
  });
  const { version, ...brief } = await service.edit(teacher, assignment);
  const times = { zone: "UTC", opensAt: null, dueAt: now + HOUR, closesAt: null };
  await service.change(teacher, assignment, version, { ...brief, times });
  await service.publish(teacher, assignment);
  const [cohort] = await read.cohorts.ofAssignment(assignment);
  await close();
  const session = write.sqlite.prepare(
    `INSERT INTO sessions (id, member_id, expires_at, created_at, seen_at, device, confirmed_at)
     VALUES (?, ?, ?, ?, ?, 'a browser', ?)`,
  );
  const signedIn = ({ id }: Viewer): Student => {
    const token = ulid();
    const digest = createHash("sha256").update(token).digest("hex");
    session.run(digest, id, now + 24 * HOUR, now, now, now);
    return { id, cookie: `glossa=${token}` };
  };
  const stage = { document, assignment, audience: cohort?.audience ?? "", students: students.map(signedIn) };
  reader.sqlite.close();
  write.sqlite.close();
  return stage;
}
