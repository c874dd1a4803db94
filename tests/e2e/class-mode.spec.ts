/** Class mode with three browsers: a teacher, one who follows, one who does not. */
import AxeBuilder from "@axe-core/playwright";
import { openNote, openReading, seeNote, writeNote } from "./margin.ts";
import { expect, postText, test } from "./readers.ts";

const filler = (n: number) => `Sentence ${n} of a text that has to be scrolled. `.repeat(12);
const paragraphs = ["The first stone.", ...Array.from({ length: 14 }, (_, n) => filler(n)), "The last stone."];

test("a teacher brings a class to a thread: who follows goes, who does not is asked, who writes stays", async ({
  signedIn,
}) => {
  const teacher = await signedIn("Prof. Ingrid Dahl");
  const path = await postText(teacher, { title: "On walls in class", paragraphs });
  await openReading(teacher, path);
  await writeNote(teacher, { quote: "The last stone", body: "Who laid it?" });
  await openNote(teacher, "Who laid it?");
  const amina = await signedIn("Amina Musa", { reducedMotion: "reduce" });
  const jonas = await signedIn("Jonas Keller");
  for (const page of [amina, jonas]) await openReading(page, path);

  await teacher.getByRole("button", { name: "Share" }).click();
  await teacher.getByRole("menuitem", { name: "Bring everyone to this thread" }).click();
  await expect(teacher.getByText("Everyone is invited to ¶16")).toBeVisible();
  for (const page of [amina, jonas]) {
    await expect(page.getByText("Prof. Ingrid Dahl is at ¶16")).toBeVisible();
    expect(await page.evaluate(() => scrollY)).toBe(0);
  }
  expect((await new AxeBuilder({ page: jonas }).include("[role=status]").analyze()).violations).toEqual([]);

  await amina.getByRole("button", { name: "Follow Prof. Ingrid Dahl" }).click();
  await expect(amina.getByText("Following Prof. Ingrid Dahl, at ¶16")).toBeVisible();
  await expect.poll(() => amina.evaluate(() => scrollY)).toBeGreaterThan(500);
  expect(await jonas.evaluate(() => scrollY)).toBe(0);
  await jonas.getByRole("button", { name: "Not now" }).click();
  await expect(jonas.getByText("Prof. Ingrid Dahl is at")).toHaveCount(0);

  const field = amina.getByRole("textbox", { name: /^Reply to/ });
  await field.fill("I was just about to");
  const before = await amina.evaluate(() => scrollY);
  await teacher.keyboard.press("Escape");
  await teacher.evaluate(() => scrollTo({ top: 0, behavior: "instant" }));
  await teacher.getByRole("button", { name: "Share" }).click();
  await teacher.getByRole("menuitem", { name: /^Bring everyone to ¶/ }).click();
  await expect(amina.getByText(/Prof. Ingrid Dahl went on to ¶/)).toBeVisible();
  expect(await amina.evaluate(() => scrollY)).toBe(before);
  await expect(field).toHaveValue("I was just about to");

  await teacher.goto("/groups");
  await expect(amina.getByText(/Prof. Ingrid Dahl went on to ¶/)).toHaveCount(0, { timeout: 25_000 });
  await expect(amina.getByRole("button", { name: "Stop following" })).toHaveCount(0);
});

test("a thread stands large on a wall, live, and is walked by keys", async ({ signedIn }) => {
  const teacher = await signedIn("Prof. Ingrid Dahl");
  const path = await postText(teacher, {
    title: "On two walls",
    paragraphs: ["One wall here.", "Another wall there."],
  });
  const amina = await signedIn("Amina Musa");
  await openReading(amina, path);
  await writeNote(amina, { quote: "One wall", body: "Only one?" });
  await seeNote(amina, "Only one?");
  await writeNote(amina, { quote: "Another wall", body: "And *this* one?" });
  await seeNote(amina, "And this one?");
  const address = await amina.evaluate(
    () => document.querySelector("[id^=thread-]")?.id.replace("thread-", "/n/") ?? "",
  );

  await teacher.goto(`${address}/present`);
  await expect(teacher.getByText("Only one?")).toBeVisible();
  await teacher.keyboard.press("j");
  await expect(teacher.getByText("And this one?")).toBeVisible();
  await expect(teacher.getByText("2 of 2")).toBeVisible();
  for (const colorScheme of ["light", "dark"] as const) {
    await teacher.emulateMedia({ colorScheme });
    expect((await new AxeBuilder({ page: teacher }).analyze()).violations).toEqual([]);
  }
  await teacher.keyboard.press("PageUp");
  await expect(teacher.getByText("Only one?")).toBeVisible();
  const card = await openNote(amina, "Only one?");
  await card.getByRole("textbox", { name: /^Reply to/ }).fill("No: look again.");
  await card.getByRole("textbox", { name: /^Reply to/ }).press("Control+Enter");
  await expect(teacher.getByText("No: look again.")).toBeVisible();
  await teacher.keyboard.press("Escape");
  await teacher.waitForURL(/\/t\//);
});
