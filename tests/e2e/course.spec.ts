/** A close reading from its setting to its grade: a teacher, students who see each other after their first note, and a board. */
import type { Page } from "@playwright/test";
import { beginNote, cardOf, openReading, seeNote, writeNote } from "./margin.ts";
import { expect, postText, test } from "./readers.ts";

const paragraphs = [
  "The lighthouse keeper wrote one letter a year, and never to anybody who could answer it.",
  "It was found that he had described, each time, the same night.",
  "No two of the letters agree about the weather.",
];

async function libraryOf(page: Page): Promise<string> {
  await page.goto("/groups");
  return (await page.getByRole("link", { name: "Rhetoric 201" }).first().getAttribute("href")) ?? "";
}

test("is set, read behind a gate that opens live, handed in, graded and given back", async ({ signedIn }) => {
  const dahl = await signedIn("Prof. Ingrid Dahl");
  const path = await postText(dahl, { title: "The keeper", paragraphs });
  const [amina, jonas] = [await signedIn("Amina Musa"), await signedIn("Jonas Keller")];

  // In a few fields.
  await dahl.goto(`${await libraryOf(dahl)}/assignments`);
  await dahl.getByLabel("Title").fill("Reading the keeper");
  await dahl.getByLabel("Text", { exact: true }).selectOption({ label: "The keeper" });
  await dahl.getByLabel("Begin with").selectOption("blank");
  await dahl.getByRole("button", { name: "New assignment" }).click();
  await dahl.getByLabel("Task 1", { exact: true }).fill("Which word gives the night away?");
  await dahl.getByText("Seeing the others").first().click();
  await dahl.getByRole("radio", { name: "after one’s own first notes" }).check();
  await dahl.getByText("Grading").first().click();
  await dahl.getByRole("radio", { name: "points", exact: true }).check();
  await dahl.getByRole("button", { name: "Save", exact: true }).click();
  await expect(dahl.getByText("Saved.")).toBeVisible();
  await dahl.getByRole("button", { name: "Publish" }).click();
  await expect(dahl.getByRole("link", { name: "Board" })).toBeVisible();
  const assignment = new URL(dahl.url()).pathname.replace(/\/edit$/u, "");

  // Amina writes; Jonas, who has not yet, sees nothing of it, and all of it with his own first note.
  for (const page of [amina, jonas]) await openReading(page, path);
  const field = await beginNote(amina, { quote: "the same night" });
  await amina.getByLabel("Task", { exact: true }).selectOption("Which word gives the night away?");
  await field.fill("It is the word same.");
  await field.press("Control+Enter");
  await seeNote(amina, "It is the word same.");
  await openReading(jonas, path);
  await expect(cardOf(jonas, "It is the word same.")).toHaveCount(0);
  await writeNote(jonas, { quote: "about the weather", body: "I would have said weather." });
  await seeNote(jonas, "It is the word same.");

  // What was done is known, handed in, and counted.
  await amina.goto(assignment);
  await amina.locator("summary").filter({ hasText: "Hand in" }).click();
  await expect(amina.getByRole("link", { name: "It is the word same." })).toBeVisible();
  await amina.getByRole("button", { name: "Hand in this note" }).click();
  await expect(amina.getByText("Handed in.")).toBeVisible();
  await expect(amina.getByText("handed in", { exact: true })).toBeVisible();

  await dahl.goto(`${assignment}/board`);
  const row = dahl.getByRole("row").filter({ hasText: "Amina Musa" });
  await expect(row).toContainText("handed in");
  await expect(dahl.getByRole("row").filter({ hasText: "Jonas Keller" })).toContainText("started");
  await expect(dahl.getByRole("link", { name: "¶2: 1 note" })).toBeVisible();
  await row.getByRole("link", { name: "Grade Amina Musa" }).click();
  await expect(dahl.getByText("It is the word same.")).toBeVisible();
  await expect(dahl.getByText("counts for Which word gives the night away?")).toBeVisible();
  await dahl.getByLabel("Points of 10").fill("7,5");
  await dahl.getByLabel("Comment", { exact: true }).fill("Look at the second letter again.");
  await dahl.getByRole("button", { name: "Save", exact: true }).click();
  await expect(dahl.getByText("Say why it differs from what is suggested.")).toBeVisible();
  await dahl.getByLabel("Reason").fill("The other letters are not mentioned.");
  await dahl.getByRole("button", { name: "Save", exact: true }).click();
  await expect(dahl.getByText("Saved.")).toBeVisible();
  await dahl.goto(`${assignment}/board`);
  await expect(row).toContainText("7.5 · not released");
  await amina.reload();
  await expect(amina.getByText("Look at the second letter again.")).toHaveCount(0);
  await dahl.getByRole("button", { name: "Release all grades" }).click();
  await expect(row).toContainText("7.5 · released");
  await amina.reload();
  await expect(amina.getByText("7.5 of 10 points")).toBeVisible();
  await expect(amina.getByText("Look at the second letter again.")).toBeVisible();
});

test("is revealed and hidden again on every open page, and nothing that is being written is lost", async ({
  signedIn,
}) => {
  const dahl = await signedIn("Prof. Ingrid Dahl");
  const path = await postText(dahl, { title: "The second keeper", paragraphs });
  const [amina, jonas] = [await signedIn("Amina Musa"), await signedIn("Jonas Keller")];
  await dahl.goto(`${await libraryOf(dahl)}/assignments`);
  await dahl.getByLabel("Title").fill("Before and after");
  await dahl.getByLabel("Text", { exact: true }).selectOption({ label: "The second keeper" });
  await dahl.getByLabel("Begin with").selectOption("before-and-after");
  await dahl.getByRole("button", { name: "New assignment" }).click();
  await dahl.getByRole("button", { name: "Publish" }).click();
  await dahl.getByRole("link", { name: "Board" }).click();

  for (const page of [amina, jonas]) await openReading(page, path);
  await writeNote(amina, { quote: "one letter a year", body: "A year is a long breath." });
  await expect(cardOf(jonas, "A year is a long breath.")).toHaveCount(0);
  await jonas.getByRole("button", { name: "Note on the whole text" }).click();
  const field = jonas.getByRole("textbox", { name: "Note on the whole text" });
  await field.fill("I am in the middle of");
  await dahl.getByRole("button", { name: "Show everybody’s notes" }).click();
  await seeNote(jonas, "A year is a long breath.");
  await expect(field).toHaveValue("I am in the middle of");
  await dahl.getByRole("button", { name: "Hide them again" }).click();
  await expect(cardOf(jonas, "A year is a long breath.")).toHaveCount(0);
  await expect(field).toHaveValue("I am in the middle of");
  await seeNote(amina, "A year is a long breath.");
});

test("its dates move together and come back, and a copy brings the teacher's note", async ({ signedIn }) => {
  const dahl = await signedIn("Prof. Ingrid Dahl");
  const path = await postText(dahl, { title: "The third keeper", paragraphs });
  const group = await libraryOf(dahl);
  await dahl.goto(`${group}/assignments`);
  await dahl.getByLabel("Title").fill("Dated");
  await dahl.getByLabel("Text", { exact: true }).selectOption({ label: "The third keeper" });
  await dahl.getByLabel("Begin with").selectOption("blank");
  await dahl.getByRole("button", { name: "New assignment" }).click();
  await dahl.getByLabel("Due", { exact: true }).first().fill("2031-10-24T17:00");
  // Room for another task loses nothing that was typed.
  await dahl.getByLabel("Task 2", { exact: true }).fill("Which letter is missing?");
  await dahl.getByRole("button", { name: "Room for more tasks" }).click();
  await dahl.getByLabel("Task 4", { exact: true }).fill("And who has it?");
  await dahl.getByRole("button", { name: "Save", exact: true }).click();
  await expect(dahl.getByText("Saved.")).toBeVisible();
  await expect(dahl.getByLabel("Task 2", { exact: true })).toHaveValue("And who has it?");
  await dahl.getByRole("button", { name: "Publish" }).click();
  await expect(dahl.getByRole("link", { name: "Board" })).toBeVisible();
  const edit = new URL(dahl.url()).pathname;

  await openReading(dahl, path);
  const field = await beginNote(dahl, { quote: "the same night" });
  await dahl.getByLabel("For", { exact: true }).selectOption({ label: "Dated" });
  await field.fill("Mind the night.");
  await field.press("Control+Enter");
  await seeNote(dahl, "Mind the night.");

  await dahl.goto(`${group}/assignments/dates`);
  const dated = dahl.getByRole("group", { name: "Dated", exact: true });
  await dahl.getByLabel("Days").fill("7");
  for (const box of await dahl.getByRole("group", { name: "Move what is ticked" }).getByRole("checkbox").all()) {
    await box.uncheck();
  }
  await dahl.getByRole("checkbox", { name: "Dated", exact: true }).check();
  await dahl.getByRole("button", { name: "Look at it" }).click();
  await expect(dahl.getByText("Nothing is saved yet.")).toBeVisible();
  await expect(dated.getByLabel("Due")).toHaveValue("2031-10-31T17:00");
  await dahl.getByRole("button", { name: "Save all dates" }).click();
  await expect(dahl.getByText("1 assignment has other dates now.")).toBeVisible();
  await dahl.getByRole("button", { name: "Take it back" }).click();
  await expect(dated.getByLabel("Due")).toHaveValue("2031-10-24T17:00");

  await dahl.goto(edit);
  await dahl.getByRole("button", { name: "Copy", exact: true }).click();
  await expect(dahl.getByRole("heading", { name: "Edit “Dated (copy)”" })).toBeVisible();
  await expect(dahl.getByLabel("Due", { exact: true }).first()).toHaveValue("2031-10-31T17:00");
  await dahl.getByRole("button", { name: "Publish" }).click();
  await dahl.getByRole("link", { name: "Board" }).click();
  await expect(dahl.getByText("Mind the night.")).toBeVisible();
});
