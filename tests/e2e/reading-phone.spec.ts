import type { Page } from "@playwright/test";
import { openReading, paintedWords, writeNote } from "./margin.ts";
import { expect, placeOf, postText, test } from "./readers.ts";

const paragraphs = [
  "On a small page the margin has to go somewhere, and it goes below.",
  "What goes below comes up again when it is called.",
  "Whoever calls it twice has not listened the first time.",
];
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

/** Selects these words as the handles of a touch screen do: without an event of a pointer. */
async function selectByHandles(page: Page, words: string): Promise<void> {
  await placeOf(page, words);
  await page.evaluate((wanted) => {
    const block = [...document.querySelectorAll("[data-block]")].find((one) => one.textContent?.includes(wanted));
    const text = block?.firstChild;
    const start = text?.nodeValue?.indexOf(wanted) ?? -1;
    if (text) getSelection()?.setBaseAndExtent(text, start, text, start + wanted.length);
  }, words);
}

test("on a phone words are marked from a bar at the foot, and notes are read and answered in a sheet", async ({
  signedIn,
}) => {
  const teacher = await signedIn("Prof. Ingrid Dahl");
  const path = await postText(teacher, { title: "Small pages", paragraphs });
  await openReading(teacher, path);
  await writeNote(teacher, { quote: "goes below", body: "Where is below?" });
  await writeNote(teacher, { quote: "called", body: "Called by whom?" });

  const page = await signedIn("Jonas Keller", phone);
  await openReading(page, path);
  await selectByHandles(page, "Whoever");
  const bar = page.getByRole("toolbar", { name: "What to do with the selected words" });
  await expect(bar).toBeVisible();
  const box = await bar.boundingBox();
  expect((box?.y ?? 0) + (box?.height ?? 0)).toBeGreaterThan(844 - 100);
  expect(box?.width).toBeLessThanOrEqual(390);
  await bar.getByRole("button", { name: "Note", exact: true }).tap();
  const composer = page.getByRole("region", { name: "New note" }).getByRole("textbox");
  await composer.fill("Who has not?");
  await page.getByRole("button", { name: "Post", exact: true }).tap();

  const sheet = page.getByRole("region", { name: "Note and its replies" });
  await expect(sheet.getByText("Who has not?")).toBeVisible();
  await expect(sheet.getByText(/note 3 of 3/)).toBeVisible();
  await sheet.getByRole("button", { name: /previous/ }).tap();
  await expect(sheet.getByText("Called by whom?")).toBeVisible();
  await sheet.getByRole("button", { name: /previous/ }).tap();
  await expect(sheet.getByText("Where is below?")).toBeVisible();
  await expect(sheet.getByRole("button", { name: /previous/ })).toBeDisabled();
  await sheet.getByRole("button", { name: /next/ }).tap();
  await expect(sheet.getByText("Called by whom?")).toBeVisible();
  await sheet.getByRole("textbox", { name: "Reply to Prof. Ingrid Dahl" }).fill("By the thumb.");
  await sheet.getByRole("button", { name: "Send" }).tap();
  await expect(sheet.getByText("By the thumb.")).toBeVisible();
  await expect(teacher.getByText(/^1 reply$|By the thumb\./).first()).toBeVisible();
  await sheet.getByRole("button", { name: "Close" }).tap();
  await expect(sheet).toHaveCount(0);
  await expect.poll(() => paintedWords(page)).toEqual(expect.arrayContaining(["goes below", "called", "Whoever"]));
});

test("a passage that is tapped opens its note above the words, which stay in sight", async ({ signedIn }) => {
  const teacher = await signedIn("Prof. Ingrid Dahl");
  const path = await postText(teacher, {
    title: "Smaller pages",
    paragraphs: [...paragraphs, ...paragraphs.map((p) => `${p} Still.`)],
  });
  await openReading(teacher, path);
  await writeNote(teacher, { quote: "it goes below", body: "Where is below?" });
  const page = await signedIn("Jonas Keller", phone);
  await openReading(page, path);
  await expect.poll(() => paintedWords(page)).toContain("it goes below");
  const { from } = await placeOf(page, "it goes below");
  await page.touchscreen.tap(from.x + 10, from.y);
  const sheet = page.getByRole("region", { name: "Note and its replies" });
  await expect(sheet.getByText("Where is below?")).toBeVisible();
  const top = (await sheet.boundingBox())?.y ?? 0;
  await expect.poll(() => lineOf(page, "it goes below")).toBeLessThan(top);
});

/** Where these words stand now, CSS pixels from the top of the window, without scrolling to them. */
function lineOf(page: Page, words: string): Promise<number> {
  return page.evaluate((wanted) => {
    const block = [...document.querySelectorAll("[data-block]")].find((one) => one.textContent?.includes(wanted));
    const text = block?.firstChild;
    const start = text?.nodeValue?.indexOf(wanted) ?? -1;
    if (!text || start < 0) return Number.NaN;
    const range = document.createRange();
    range.setStart(text, start);
    range.setEnd(text, start + wanted.length);
    return range.getBoundingClientRect().bottom;
  }, words);
}
