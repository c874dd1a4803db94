import type { Page } from "@playwright/test";
import { beginNote, cardOf, openNote, openReading, seeNote, writeNote, writeReply } from "./margin.ts";
import { expect, postForm, postText, test } from "./readers.ts";

const paragraphs = [
  "The ferry leaves when the ferryman has finished his letter.",
  "On some days nobody crosses, and the letter is long.",
];
const written = ["Who reads the letter?", "How long is long?", "The other bank does."];

/** Counts the answers of the server to the notes of this page, by what was in them. */
function acceptedBy(page: Page): string[] {
  const bodies: string[] = [];
  page.on("response", (response) => {
    const isNote = response.request().method() === "POST" && response.url().endsWith("/notes") && response.ok();
    if (isNote) bodies.push(response.request().postDataJSON().body);
  });
  return bodies;
}

test("what is written without a connection waits, outlives a reload, and is sent once", async ({ signedIn }) => {
  const path = await postText(await signedIn("Prof. Ingrid Dahl"), { title: "The ferry", paragraphs });
  // High enough for an open thread and two more cards.
  const amina = await signedIn("Amina Musa", { viewport: { width: 1280, height: 1200 } });
  const jonas = await signedIn("Jonas Keller");
  for (const page of [amina, jonas]) await openReading(page, path);
  await writeNote(jonas, { quote: "finished his letter", body: "To whom does he write?" });
  const thread = await openNote(amina, "To whom does he write?");
  const accepted = acceptedBy(amina);

  await amina.context().setOffline(true);
  await writeReply(thread, "The other bank does.");
  await expect(cardOf(amina, "The other bank does.").getByText("Waiting to be sent")).toBeVisible();
  await writeNote(amina, { quote: "nobody crosses", body: "How long is long?" });
  // The last is open and stands at its line, here the first one: above it there would hardly be room for two more.
  await writeNote(amina, { quote: "The ferry", body: "Who reads the letter?" });
  for (const body of ["Who reads the letter?", "How long is long?"]) {
    await expect(cardOf(amina, body).getByText("Waiting to be sent")).toBeVisible();
  }
  await expect(amina.getByText(/3 notes waiting/)).toBeVisible();

  await amina.context().route("**/notes", (route) => route.abort());
  await amina.context().setOffline(false);
  await openReading(amina, path);
  for (const body of ["Who reads the letter?", "How long is long?"]) {
    await expect(cardOf(amina, body).getByText("Waiting to be sent")).toBeVisible();
  }
  expect(accepted).toEqual([]);

  await amina.context().unroute("**/notes");
  // The browser says so when a network comes back, and the outbox then does not wait for its next try.
  await amina.evaluate(() => dispatchEvent(new Event("online")));
  for (const body of ["Who reads the letter?", "How long is long?"]) await seeNote(jonas, body);
  await expect(jonas.getByText("4 notes", { exact: true })).toBeVisible();
  await expect(amina.getByText("Waiting to be sent")).toHaveCount(0);
  await expect.poll(() => accepted.toSorted()).toEqual(written.toSorted());
});

test("a note that is refused on return keeps its words and says why", async ({ signedIn }) => {
  const teacher = await signedIn("Prof. Ingrid Dahl");
  const path = await postText(teacher, { title: "The last ferry", paragraphs });
  const amina = await signedIn("Amina Musa");
  await openReading(amina, path);
  const field = await beginNote(amina, { quote: "nobody crosses" });
  await amina.context().setOffline(true);
  await field.fill("Then why is there a ferry?");
  await field.press("Control+Enter");
  await expect(cardOf(amina, "Then why is there a ferry?").getByText("Waiting to be sent")).toBeVisible();

  await postForm(teacher, `${await libraryOf(teacher)}?index`, {
    intent: "archive",
    text: path.split("/").at(-1) ?? "",
  });
  await amina.context().setOffline(false);
  const card = cardOf(amina, "Then why is there a ferry?");
  await expect(card.getByText(/Not posted: This text is archived/)).toBeVisible();
  await expect(amina.getByRole("button", { name: "1 note was not accepted" })).toBeVisible();
  await openReading(amina, path);
  await expect(card.getByText("Then why is there a ferry?")).toBeVisible();
  await amina.getByRole("button", { name: "1 note was not accepted" }).click();
  const list = amina.getByRole("dialog", { name: "Not accepted" });
  await expect(list.getByText("Then why is there a ferry?")).toBeVisible();
  await list.getByRole("button", { name: "Discard" }).click();
  await expect(list.getByText("Everything you wrote has arrived.")).toBeVisible();
});

/** The path of the library in which the texts of these tests stand. */
async function libraryOf(page: Page): Promise<string> {
  await page.goto("/groups");
  return (await page.getByRole("link", { name: "Rhetoric 201" }).first().getAttribute("href")) ?? "";
}
