/** A course of six students in two sections, each in a browser of their own, from the division to the answer about a grade. */
import type { Page } from "@playwright/test";
import { ownGroup } from "./groups.ts";
import { beginNote, openReading, seeNote, writeNote } from "./margin.ts";
import { expect, postText, test } from "./readers.ts";

const names = ["Amina Musa", "Jonas Keller", "Lena Ortiz", "Tomás Reyes", "Hana Veselý", "Devika Rao"];
const paragraphs = [
  "The bridge was measured twice a year, and each time it had grown by the width of a hand.",
  "Nobody in the town had ordered any stone.",
  "The clerk wrote the number down and left the column for reasons empty.",
];
const DAY = 24 * 60 * 60 * 1000;
const wall = (at: number) => new Date(at).toISOString().slice(0, 16);

/** Changes fields of an assignment in its form, which keeps all others. */
async function set(page: Page, assignment: string, work: () => Promise<void>): Promise<void> {
  await page.goto(`${assignment}/edit`);
  await work();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Saved.")).toBeVisible();
}

async function handIn(page: Page, assignment: string): Promise<void> {
  await page.goto(assignment);
  await page.locator("summary").filter({ hasText: "Hand in" }).click();
  await page.getByRole("button", { name: /^Hand in (this|these)/ }).click();
  await expect(page.getByText("Handed in.")).toBeVisible();
}

test("goes from its sections to the last word about a grade", async ({ signedIn }) => {
  test.setTimeout(300_000);
  const dahl = await signedIn("Prof. Ingrid Dahl");
  const students: Page[] = [];
  for (const name of names) students.push(await signedIn(name));
  const course = `Bridges ${Date.now()}`;
  const group = await ownGroup(dahl, course, students);
  const path = await postText(dahl, { group: course, title: "The bridge", paragraphs });

  // Two sections of three, looked at before they are made.
  await dahl.goto(`${group}/sections`);
  await dahl.getByLabel("Name of the division").fill("Banks");
  await dahl.getByLabel("People in a section").fill("3");
  await dahl.getByRole("button", { name: "Create" }).click();
  await dahl.getByRole("button", { name: "Look at the change" }).first().click();
  await dahl.getByRole("button", { name: "Make this change" }).click();
  await expect(dahl.getByText("Everybody is in a section.")).toBeVisible();
  const inFirst: string[] = [];
  const first = dahl.getByRole("listitem").filter({ hasText: "Section 1" }).first();
  for (const name of names) if ((await first.getByText(name).count()) > 0) inFirst.push(name);
  expect(inFirst).toHaveLength(3);

  await dahl.goto(`${group}/assignments`);
  await dahl.getByLabel("Title").fill("Reading the bridge");
  await dahl.getByLabel("Text", { exact: true }).selectOption({ label: "The bridge" });
  await dahl.getByLabel("Begin with").selectOption("blank");
  await dahl.getByRole("button", { name: "New assignment" }).click();
  await dahl.waitForURL(/\/edit$/u);
  const assignment = new URL(dahl.url()).pathname.replace(/\/edit$/u, "");
  await set(dahl, assignment, async () => {
    await dahl.getByLabel("Due", { exact: true }).fill(wall(Date.now() + DAY));
    await dahl.getByLabel("Time zone").fill("UTC");
    await dahl.locator("summary").filter({ hasText: "What counts" }).click();
    await dahl.getByLabel("Notes", { exact: true }).fill("1");
    await dahl.locator("summary").filter({ hasText: "Seeing the others" }).click();
    await dahl.getByRole("radio", { name: "after one’s own first notes" }).check();
    await dahl.getByLabel("Small groups").selectOption({ index: 1 });
    await dahl.locator("summary").filter({ hasText: "Grading" }).click();
    await dahl.getByRole("radio", { name: "points", exact: true }).check();
    await dahl.getByRole("radio", { name: "costs a fixed share" }).check();
    await dahl.getByLabel("Percent", { exact: true }).fill("20");
  });
  await dahl.getByRole("button", { name: "Publish" }).click();
  await expect(dahl.getByRole("link", { name: "Board" })).toBeVisible();

  // A word of the teacher to both sections, which nobody sees before their own first note.
  await openReading(dahl, path);
  const field = await beginNote(dahl, { quote: "the width of a hand" });
  await dahl.getByLabel("For", { exact: true }).selectOption({ label: "Reading the bridge" });
  await expect(dahl.getByText("In all sections")).toBeVisible();
  await field.fill("Whose hand is it?");
  await field.press("Control+Enter");
  await seeNote(dahl, "Whose hand is it?");
  const said = (n: number) => `${names[n]} reads the empty column.`;
  for (const [n, student] of students.entries()) {
    await openReading(student, path);
    expect(await (await student.request.get(path)).text()).not.toContain("Whose hand is it?");
    await writeNote(student, { quote: "left the column for reasons empty", body: said(n) });
    // The gate opens with it, in place.
    await expect(student.getByText(/^[2-9] notes$/u)).toBeVisible();
  }
  // Each section reads its own three and the teacher, and nothing of the other one.
  for (const [n, student] of students.entries()) {
    await expect(student.getByText(/^4 notes$/u)).toBeVisible();
    const page = await (await student.request.get(path)).text();
    expect(page).toContain("Whose hand is it?");
    const isFirst = (m: number) => inFirst.includes(names[m] ?? "");
    for (let m = 0; m < names.length; m += 1) expect(page.includes(said(m))).toBe(isFirst(m) === isFirst(n));
  }

  // Four in time; then it is over, one of the other two has more time, and one comes late.
  const [, , , , late, extended] = students;
  if (late === undefined || extended === undefined) throw new Error("There are six students.");
  for (const student of students.slice(0, 4)) await handIn(student, assignment);
  await set(dahl, assignment, async () => {
    await dahl
      .getByLabel("Due", { exact: true })
      .first()
      .fill(wall(Date.now() - DAY));
  });
  await dahl.getByLabel("For", { exact: true }).selectOption({ label: names[5] ?? "" });
  await dahl
    .getByLabel("Due", { exact: true })
    .last()
    .fill(wall(Date.now() + 2 * DAY));
  await dahl.getByRole("button", { name: "Give more time" }).click();
  await expect(dahl.getByText(new RegExp(`${names[5]}: due`, "u"))).toBeVisible();
  for (const student of [late, extended]) await handIn(student, assignment);

  // One after the other by keys: what the rules suggest.
  await dahl.goto(`${assignment}/board`);
  const row = (name: string | undefined) => dahl.getByRole("row").filter({ hasText: name ?? "" });
  await expect(row(names[4])).toContainText("late by");
  await expect(row(names[5])).not.toContainText("late by");
  await row(names[0])
    .getByRole("link", { name: `Grade ${names[0]}` })
    .click();
  await dahl.waitForURL(/\/grade\//u);
  for (let n = 0; n < names.length; n += 1) {
    await expect(dahl.getByText("reads the empty column.").first()).toBeVisible();
    const graded = dahl.url();
    await dahl.getByRole("button", { name: "Take it" }).click();
    await dahl.getByRole("button", { name: "Save and next" }).click();
    await expect(() => expect(dahl.url()).not.toBe(graded)).toPass();
  }
  await dahl.goto(`${assignment}/board`);
  for (const name of names) await expect(row(name)).toContainText("not released");
  await dahl.getByRole("button", { name: "Release all grades" }).click();
  await expect(row(names[0])).toContainText("10 · released");

  await late.goto(assignment);
  await expect(late.getByText("8 of 10 points")).toBeVisible();
  await extended.goto(assignment);
  await expect(extended.getByText("10 of 10 points")).toBeVisible();

  // And what is said about it.
  await late.getByLabel("Message").fill("Was the day really over?");
  await late.getByRole("button", { name: "Send" }).click();
  await expect(late.getByText("Sent.")).toBeVisible();
  await dahl.reload();
  await expect(row(names[4])).toContainText("asks");
  await row(names[4])
    .getByRole("link", { name: `Grade ${names[4]}` })
    .click();
  await expect(dahl.getByText("Was the day really over?")).toBeVisible();
  await dahl.getByLabel("Message").fill("By a day, and I liked it all the same.");
  await dahl.getByRole("button", { name: "Send" }).click();
  await expect(dahl.getByText("Sent.")).toBeVisible();
  await late.reload();
  await expect(late.getByText("By a day, and I liked it all the same.")).toBeVisible();

  // All of it leaves as one page.
  const [file] = await Promise.all([
    late.waitForEvent("download"),
    late.goto(`${group}/assignments`).then(() => late.getByRole("link", { name: "Take all my work along" }).click()),
  ]);
  expect(file.suggestedFilename()).toMatch(/\.html$/u);
});
