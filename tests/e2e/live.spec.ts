import type { Page } from "@playwright/test";
import {
  cardOf,
  chooseForNote,
  expectPainted,
  openNote,
  openReading,
  paintedWords,
  seeNote,
  writeNote,
  writeReply,
} from "./margin.ts";
import { expect, postText, test } from "./readers.ts";

const paragraphs = [
  "A lighthouse keeper writes to nobody in particular, every evening, about the colour of the water.",
  "Nobody in particular answers once a year, with a parcel of ink.",
];

/** Everything that this page's sockets receive from now on, as Latin-1, in which ASCII stays as it is. */
function framesTo(page: Page): string[] {
  const frames: string[] = [];
  page.on("websocket", (socket) =>
    socket.on("framereceived", ({ payload }) => frames.push(payload.toString("latin1"))),
  );
  return frames;
}

test("a note and a question appear beside the text of the other with their passage, in both directions", async ({
  signedIn,
}) => {
  const path = await postText(await signedIn("Prof. Ingrid Dahl"), { title: "Letters to nobody", paragraphs });
  const [amina, jonas] = [await signedIn("Amina Musa"), await signedIn("Jonas Keller")];
  for (const page of [amina, jonas]) await openReading(page, path);
  for (const { writer, reader, ...written } of [
    { writer: amina, reader: jonas, quote: "lighthouse keeper", body: "Who is the keeper?", as: "Question" },
    { writer: jonas, reader: amina, quote: "parcel of ink", body: "An answer that asks for more.", as: "Note" },
  ] as const) {
    await writeNote(writer, written);
    const card = await seeNote(reader, written.body);
    await expectPainted(reader, written.quote);
    await expect(card.getByText("Question", { exact: true })).toHaveCount(written.as === "Question" ? 1 : 0);
  }
});

test("replies, changes, a deletion and its undoing reach the other", async ({ signedIn }) => {
  const path = await postText(await signedIn("Prof. Ingrid Dahl"), { title: "Second letters", paragraphs });
  const [amina, jonas] = [await signedIn("Amina Musa"), await signedIn("Jonas Keller")];
  for (const page of [amina, jonas]) await openReading(page, path);

  await writeNote(amina, { quote: "every evening", body: "Why every evening?" });
  const seen = await openNote(jonas, "Why every evening?");
  await writeReply(seen, "Because the water changes.");
  const own = cardOf(amina, "Because the water changes.");
  await expect(own).toBeVisible();

  await chooseForNote(own, "Edit");
  await own.getByRole("textbox", { name: "Edit" }).fill("Why each single evening?");
  await own.getByRole("button", { name: "Save" }).click();
  const edited = cardOf(jonas, "Why each single evening?");
  await expect(edited.getByText(/edited/)).toBeVisible();
  await expect(jonas.getByText("Why every evening?")).toHaveCount(0);

  await chooseForNote(own, "Delete");
  await expect(jonas.getByText("This note was deleted by its author.")).toBeVisible();
  await expect(jonas.getByText("Why each single evening?")).toHaveCount(0);
  await expect(jonas.getByText("Because the water changes.")).toBeVisible();

  await amina.getByRole("button", { name: "Undo" }).click();
  await expect(cardOf(jonas, "Why each single evening?")).toBeVisible();
  await expect(jonas.getByText("This note was deleted by its author.")).toHaveCount(0);
});

test("a deleted note goes with its passage, and over replies a sign stays that says who deleted it", async ({
  signedIn,
}) => {
  const path = await postText(await signedIn("Prof. Ingrid Dahl"), { title: "Third letters", paragraphs });
  const [amina, jonas] = [await signedIn("Amina Musa"), await signedIn("Jonas Keller")];
  for (const page of [amina, jonas]) await openReading(page, path);

  await writeNote(amina, { quote: "parcel of ink", body: "Nobody will miss this." });
  await seeNote(jonas, "Nobody will miss this.");
  await expectPainted(jonas, "parcel of ink");
  await chooseForNote(cardOf(amina, "Nobody will miss this."), "Delete");
  await expect(cardOf(jonas, "Nobody will miss this.")).toHaveCount(0);
  await expect.poll(() => paintedWords(jonas)).not.toContain("parcel of ink");

  await writeNote(jonas, { quote: "once a year", body: "Only once?" });
  await writeReply(await openNote(amina, "Only once?"), "Ink is dear.");
  await expect(cardOf(jonas, "Ink is dear.")).toBeVisible();
  await amina.keyboard.press("Escape");
  await amina.keyboard.press("Escape");
  await chooseForNote(cardOf(jonas, "Only once?"), "Delete");
  const closed = amina.getByRole("article").filter({ hasText: "1 reply" });
  await expect(closed.getByText("This note was deleted by its author.")).toBeVisible();
});

test("a private note never reaches the other, not even in a frame", async ({ signedIn }) => {
  const path = await postText(await signedIn("Prof. Ingrid Dahl"), { title: "Fourth letters", paragraphs });
  const [amina, jonas] = [await signedIn("Amina Musa"), await signedIn("Jonas Keller")];
  const frames = framesTo(jonas);
  for (const page of [amina, jonas]) await openReading(page, path);

  await writeNote(amina, { quote: "lighthouse keeper", body: "sentinel-private-7f3a", onlyMe: true });
  await expect(cardOf(amina, "sentinel-private-7f3a").getByText("Only me")).toBeVisible();
  // What never comes cannot be waited for: the public note was written after the private one and comes.
  await writeNote(amina, { quote: "parcel of ink", body: "sentinel-public-19c2" });
  await seeNote(jonas, "sentinel-public-19c2");
  expect(frames.join("")).toContain("sentinel-public-19c2");
  expect(frames.join("")).not.toContain("sentinel-private-7f3a");
  await jonas.reload();
  await seeNote(jonas, "sentinel-public-19c2");
  await expect(jonas.getByText("sentinel-private-7f3a")).toHaveCount(0);
  expect(frames.join("")).not.toContain("sentinel-private-7f3a");
  expect(await jonas.content()).not.toContain("sentinel-private-7f3a");
});
