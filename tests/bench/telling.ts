/** What telling a crowd costs others: the longest turn of the event loop and the longest wait of another command. */
import type { Viewer } from "#app/context/viewer.ts";
import { makeRest } from "#server/services/news/rest.ts";
import { openTestSite, publishCommand, type TestSite, type TestText } from "#server/services/test-site.ts";
import { figures, withPauses } from "./pauses.ts";
import { row, table } from "./table.ts";

const FOLLOWERS = 500;
/** Notes in one row of the table. */
const TIMES = 10;

type Stage = {
  readonly site: TestSite;
  readonly text: TestText;
  readonly teacher: Viewer;
  readonly writer: Viewer;
};

/** Aim: nobody waits more than 50 ms, whether a note is told, hidden or restored. */
export async function telling(): Promise<void> {
  const stage = await setStage();
  const { site, teacher } = stage;
  const rest = makeRest({ read: site.read, transact: site.writer.transact, newId: site.newId });
  try {
    table(
      `Telling ${FOLLOWERS} followers, ${TIMES} times`,
      ...["what", "ms", "longest pause ms", "its CPU ms", "longest other command ms"],
    );
    await measured(stage, "a private note, which nobody is told of", async () => {
      await publish(stage, { placement: "me" });
    });
    const notes: string[] = [];
    await measured(stage, "a note that all are told of", async () => {
      notes.push(await publish(stage, {}));
      await rest.run();
    });
    for (const verb of ["hide", "restore"] as const) {
      let next = 0;
      await measured(stage, `${verb} it`, async () => {
        const id = notes[next] ?? "";
        next += 1;
        await site.annotations.run(teacher, { verb, id, document: stage.text.id });
        await rest.run();
      });
    }
  } finally {
    await site.close();
  }
}

/** Runs it so many times while the writer gets a small work of somebody else as soon as the last one is done. */
async function measured(stage: Stage, name: string, once: () => Promise<void>): Promise<void> {
  let goesOn = true;
  let longest = 0;
  const others = async (): Promise<void> => {
    while (goesOn) {
      const began = performance.now();
      await stage.site.writer.transact((store) => store.annotations.find("nothing"));
      longest = Math.max(longest, performance.now() - began);
    }
  };
  const waiting = others();
  const taken = await withPauses(async () => {
    for (let n = 0; n < TIMES; n += 1) await once();
  });
  goesOn = false;
  await waiting;
  row(name, ...figures(taken), longest.toFixed(0));
}

async function publish({ site, text, writer }: Stage, given: Parameters<typeof publishCommand>[2]): Promise<string> {
  return (await site.annotations.run(writer, publishCommand(text, site.newId(), given))).id;
}

async function setStage(): Promise<Stage> {
  const site = await openTestSite();
  const group = await site.addGroup("Seminar");
  const teacher = await site.addMember(group, "Teacher", "teacher");
  const writer = await site.addMember(group, "Writer", "member");
  const text = await site.addText(group, teacher);
  for (let n = 0; n < FOLLOWERS; n += 1) {
    const follower = await site.addMember(group, `Follower ${n}`, "member");
    await site.news.follow(follower, { kind: "group", id: group, group }, "follow");
  }
  return { site, text, teacher, writer };
}
