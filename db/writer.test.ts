import { afterEach, describe, expect, it } from "vitest";
import { isProblem, Problem } from "#app/domain/problem.ts";
import type { Effect, Store } from "./store.ts";
import { openTestDatabase } from "./test-database.ts";
import { makeWriter, type Writer, type WriterOptions } from "./writer.ts";

const opened: { close: () => void }[] = [];
afterEach(() => {
  for (const one of opened.splice(0)) one.close();
});

function setUp(options: Partial<WriterOptions> = {}) {
  const database = openTestDatabase();
  opened.push(database);
  const committed: Effect[][] = [];
  const writer = makeWriter(database.write, {
    onCommit: (effects) => void committed.push([...effects]),
    now: () => 0,
    ...options,
  });
  return { ...database, writer, committed };
}

const rights = (member: string): Effect => ({ kind: "rights", members: [member] });
const addGroup = (store: Store, id: string) =>
  store.groups.insert({ id, name: id, description: "", colourNames: {}, createdAt: 1 });
const groupsIn = (database: ReturnType<typeof setUp>) =>
  database.read.sqlite.prepare("SELECT id FROM groups ORDER BY rowid").pluck().all();

async function insertAll(writer: Writer, ids: readonly string[]) {
  return Promise.allSettled(ids.map((id) => writer.transact((store) => addGroup(store, id))));
}

describe("the writer", () => {
  it("runs works one after another, in order, though each awaits", async () => {
    const database = setUp();
    const seen: string[] = [];
    await Promise.all(
      ["a", "b", "c"].map((id) =>
        database.writer.transact(async (store) => {
          seen.push(`${id} begins`);
          await addGroup(store, id);
          await store.groups.byId(id);
          seen.push(`${id} ends`);
        }),
      ),
    );
    expect(seen).toEqual(["a begins", "a ends", "b begins", "b ends", "c begins", "c ends"]);
    expect(groupsIn(database)).toEqual(["a", "b", "c"]);
  });

  it("publishes effects in order after COMMIT, before any work of the batch resolves", async () => {
    const order: string[] = [];
    const database = setUp({
      onCommit: (effects) => {
        order.push(`commit of ${effects.length}`);
        expect(database.write.sqlite.inTransaction).toBe(false);
        expect(groupsIn(database)).toEqual(["a", "b"]);
      },
    });
    const work = (id: string) =>
      database.writer.transact(async (store) => {
        await addGroup(store, id);
        store.effect(rights(id));
        order.push(`work ${id}`);
      });
    await Promise.all([work("a").then(() => order.push("a resolves")), work("b").then(() => order.push("b resolves"))]);
    expect(order).toEqual(["work a", "work b", "commit of 2", "a resolves", "b resolves"]);
  });

  it("rolls back a work that throws, with its effects, and only that one", async () => {
    const database = setUp();
    const works = ["a", "bad", "c"].map((id) =>
      database.writer.transact(async (store) => {
        await addGroup(store, id);
        store.effect(rights(id));
        if (id === "bad") throw new Problem("forbidden", "No.");
        return id;
      }),
    );
    const outcomes = await Promise.allSettled(works);
    expect(outcomes.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
    expect(groupsIn(database)).toEqual(["a", "c"]);
    expect(database.committed).toEqual([[rights("a"), rights("c")]]);
  });

  it("rolls back a work that breaks a constraint, and only that one", async () => {
    const database = setUp();
    const outcomes = await insertAll(database.writer, ["a", "a", "b"]);
    expect(outcomes.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
    expect(groupsIn(database)).toEqual(["a", "b"]);
  });

  it("tries a lost batch once more, and then none of it is stored twice", async () => {
    const database = setUp();
    let losses = 1;
    const outcomes = await Promise.allSettled(
      ["a", "b"].map((id) =>
        database.writer.transact(async (store) => {
          await addGroup(store, id);
          store.effect(rights(id));
          if (id === "b" && losses-- > 0) {
            database.write.sqlite.exec("ROLLBACK");
            throw new Error("as a disk error does");
          }
          return id;
        }),
      ),
    );
    expect(outcomes).toEqual(["a", "b"].map((value) => ({ status: "fulfilled", value })));
    expect(groupsIn(database)).toEqual(["a", "b"]);
    expect(database.committed).toEqual([[rights("a"), rights("b")]]);
  });

  it("fails a batch alike when it is lost twice, says nothing to anybody, and goes on", async () => {
    const database = setUp();
    const outcomes = await Promise.allSettled(
      ["a", "b"].map((id) =>
        database.writer.transact(async (store) => {
          await addGroup(store, id);
          store.effect(rights(id));
          if (id !== "b") return;
          database.write.sqlite.exec("ROLLBACK");
          throw new Error("as a disk error does");
        }),
      ),
    );
    expect(outcomes.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
    expect(database.committed).toEqual([]);
    await database.writer.transact((store) => addGroup(store, "later"));
    expect(groupsIn(database)).toEqual(["later"]);
  });

  it("survives a full disk: the work that did not fit fails, what was answered is there", async () => {
    const database = setUp();
    await database.writer.transact((store) => addGroup(store, "before"));
    const pages = database.write.sqlite.pragma("page_count", { simple: true });
    database.write.sqlite.pragma(`max_page_count = ${pages}`);
    const large = "x".repeat(200_000);
    const outcome = await database.writer
      .transact((store) =>
        store.groups.insert({ id: "large", name: large, description: "", colourNames: {}, createdAt: 1 }),
      )
      .catch((error: Error & { code?: string }) => error.code);
    expect(outcome).toBe("SQLITE_FULL");
    database.write.sqlite.pragma("max_page_count = 1000000");
    await database.writer.transact((store) => addGroup(store, "after"));
    expect(groupsIn(database)).toEqual(["before", "after"]);
  });

  it("fails a work that waits for something else, and shuts its store", async () => {
    const database = setUp({ workLimit: 20 });
    let late: Store | undefined;
    const stuck = database.writer.transact(async (store) => {
      late = store;
      await addGroup(store, "stuck");
      await new Promise(() => {});
    });
    const next = database.writer.transact((store) => addGroup(store, "next"));
    await expect(stuck).rejects.toThrow("20 ms");
    await next;
    expect(groupsIn(database)).toEqual(["next"]);
    expect(() => late?.groups).toThrow("after it had ended");
    expect(() => late?.effect(rights("a"))).toThrow("after it had ended");
  });

  it("refuses with too-many when 2,000 works wait, and does the others", async () => {
    const database = setUp();
    const outcomes = await insertAll(
      database.writer,
      Array.from({ length: 2_003 }, (_, index) => `g${index}`),
    );
    const refused = outcomes.filter((outcome) => outcome.status === "rejected").map(({ reason }) => reason);
    expect(refused).toHaveLength(3);
    expect(
      refused.every((reason) => isProblem(reason) && reason.code === "too-many" && reason.retryAfter !== null),
    ).toBe(true);
    expect(groupsIn(database)).toHaveLength(2_000);
  });

  it("finishes what waits when it is closed, and refuses what comes after", async () => {
    const database = setUp();
    const works = insertAll(database.writer, ["a", "b"]);
    await database.writer.close();
    expect(groupsIn(database)).toEqual(["a", "b"]);
    expect((await works).every(({ status }) => status === "fulfilled")).toBe(true);
    await expect(database.writer.transact(async () => 1)).rejects.toThrow("closed");
  });
});
