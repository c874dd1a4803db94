import type { Locator, Page } from "@playwright/test";
import { cardOf, openReading, readyToRead, writeNote } from "./margin.ts";
import { expect, postText, test } from "./readers.ts";

const title = "Without a mouse";
const paragraphs = [
  "Whoever has no hand free turns the page with a word. Nobody has seen it done.",
  "The second paragraph waits. It has time.",
];

/** Presses Tab until the focus is there; fails when it comes round without having met it. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let i = 0; i < 80; i++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  await expect(target).toBeFocused();
}

const selectedWords = (page: Page): Promise<string> => page.evaluate(() => getSelection()?.toString() ?? "");

test("the main path by keyboard alone: sign in, open, select, write, walk, reply, and back", async ({
  opened,
  signedIn,
}) => {
  const teacher = await signedIn("Prof. Ingrid Dahl");
  const path = await postText(teacher, { title, paragraphs });
  await openReading(teacher, path);
  await writeNote(teacher, { quote: "It has time", body: "How does a paragraph wait?" });

  const page = await opened();
  await page.goto("/sign-in");
  await tabTo(page, page.getByRole("button", { name: "Amina Musa" }));
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/groups/);
  await tabTo(page, page.getByRole("link", { name: "Rhetoric 201" }).first());
  await page.keyboard.press("Enter");
  const link = page.getByRole("link", { name: title }).first();
  await expect(link).toBeVisible();
  await tabTo(page, link);
  await page.keyboard.press("Enter");
  await page.waitForURL(`**${path}`);
  await readyToRead(page);

  // A key pressed before the page is live would be lost, and the caret begins where the reader is.
  await page.keyboard.press("v");
  await expect(page.getByText("Selecting by keyboard.")).toBeVisible();
  await page.keyboard.press("ArrowDown");
  await expect.poll(() => selectedWords(page)).not.toBe("");
  while ((await selectedWords(page)).trim() !== "Whoever has no hand free turns the page with a word.") {
    const before = await selectedWords(page);
    await page.keyboard.press("ArrowRight");
    await expect.poll(() => selectedWords(page)).not.toBe(before);
  }
  await page.keyboard.press("Shift+ArrowRight");
  await expect.poll(() => selectedWords(page)).toContain("Nobody has seen it done.");
  await expect(page.getByRole("toolbar", { name: "What to do with the selected words" })).toBeVisible();
  await page.keyboard.press("c");
  const field = page.getByRole("region", { name: "New note" }).getByRole("textbox");
  await expect(field).toBeFocused();
  await page.keyboard.type("Then the word is the hand.");
  await page.keyboard.press("Control+Enter");
  const own = cardOf(page, "Then the word is the hand.");
  await expect(own).toBeFocused();

  await page.keyboard.press("j");
  const others = cardOf(page, "How does a paragraph wait?");
  await expect(others).toBeFocused();
  await page.keyboard.press("k");
  await expect(own).toBeFocused();
  await page.keyboard.press("j");
  await expect(others).toBeFocused();
  await page.keyboard.press("r");
  const reply = others.getByRole("textbox", { name: "Reply to Prof. Ingrid Dahl" });
  await expect(reply).toBeFocused();
  await page.keyboard.type("Like the second bus.");
  await page.keyboard.press("Control+Enter");
  await expect(others.getByText("Like the second bus.")).toBeVisible();
  await expect(reply).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(others).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(reply).toHaveCount(0);
  await expect(others).not.toBeFocused();
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(0);
});

test("? lists the keys, and single keys can be turned off", async ({ signedIn }) => {
  const path = await postText(await signedIn("Prof. Ingrid Dahl"), { title: "Keys of a piano", paragraphs });
  const page = await signedIn("Lena Ortiz");
  await openReading(page, path);
  await page.keyboard.press("?");
  const keys = page.getByRole("dialog", { name: "Keys" });
  for (const key of ["J", "K", "R", "H", "C", "Q", "V", "/", "?", "Esc"]) {
    await expect(keys.getByRole("term").getByText(key, { exact: true })).toBeVisible();
  }
  await page.keyboard.press("Escape");
  await expect(keys).toBeHidden();
  await page.keyboard.press("/");
  await expect(page.getByRole("textbox", { name: "Search notes and text" })).toBeFocused();
  await page.keyboard.press("Escape");

  await page.getByRole("button", { name: "Reader settings" }).click();
  const settings = page.getByRole("dialog", { name: "Reader settings" });
  await settings.getByRole("checkbox", { name: /Single-key shortcuts/ }).uncheck();
  await page.keyboard.press("Escape");
  await expect(settings).toBeHidden();
  await page.keyboard.press("c");
  await page.keyboard.press("?");
  await page.getByRole("button", { name: "Share" }).click();
  await page.getByRole("menuitem", { name: "Keys" }).click();
  await expect(keys.getByText("Single keys are turned off in the reader settings.")).toBeVisible();
  await expect(page.getByRole("region", { name: "New note" })).toHaveCount(0);
});
