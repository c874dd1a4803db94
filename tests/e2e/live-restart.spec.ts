import { rm } from "node:fs/promises";
import { resolve } from "node:path";
import { type ServerProcess, startServer } from "#tests/support/server-process.ts";
import { openNote, openReading, seeNote, writeNote, writeReply } from "./margin.ts";
import { expect, postText, test } from "./readers.ts";

const paragraphs = [
  "Every night the watchman falls asleep at four.",
  "Every night nobody notices, and the lamp burns on.",
];
const DATA_DIR = resolve("test-results", "restart-site");
let server: ServerProcess;

test.beforeEach(async () => {
  await rm(DATA_DIR, { recursive: true, force: true });
  server = await startServer({ DATA_DIR, LOG_LEVEL: "info" });
});

test.afterEach(async () => {
  await server.end("SIGKILL");
  await rm(DATA_DIR, { recursive: true, force: true });
});

test("readers come back by themselves after the server was killed, and everything is there", async ({ signedIn }) => {
  const site = { baseURL: server.url };
  const path = await postText(await signedIn("Prof. Ingrid Dahl", site), { title: "The night watch", paragraphs });
  const [amina, jonas] = [await signedIn("Amina Musa", site), await signedIn("Jonas Keller", site)];
  for (const page of [amina, jonas]) await openReading(page, path);
  await writeNote(amina, { quote: "falls asleep", body: "Before the fall." });
  await seeNote(jonas, "Before the fall.");

  await server.end("SIGKILL");
  await expect(jonas.getByText("Reconnecting…")).toBeVisible();
  await writeNote(jonas, { quote: "nobody notices", body: "While nobody answered." });
  server = await startServer({ DATA_DIR, LOG_LEVEL: "info", PORT: new URL(server.url).port });

  await seeNote(amina, "While nobody answered.");
  await expect(jonas.getByText("Reconnecting…")).toHaveCount(0);
  await expect(jonas.getByText("Waiting to be sent")).toHaveCount(0);
  await writeReply(await openNote(amina, "Before the fall."), "And after it.");
  await expect((await openNote(jonas, "Before the fall.")).getByText("And after it.")).toBeVisible();
});
