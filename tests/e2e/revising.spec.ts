import type { Page } from "@playwright/test";
import { beginNote, cardOf, openNote, openReading, seeNote, writeNote } from "./margin.ts";
import { expect, postText, selectWords, test } from "./readers.ts";

const paragraphs = [
  "The ferry left before anybody had counted the passengers.",
  "Nobody on the bank could say who had untied the rope.",
  "The ferryman said that a rope is untied by whoever holds it last.",
  ...Array.from({ length: 14 }, (_, i) => `On day ${i + 2} the water stood a hand higher, and the ferry did not come.`),
  "In the end they counted those who had stayed.",
];

/** Opens the editor and waits until it can be written in. */
async function openEditor(page: Page, path: string) {
  await page.goto(`${path}/edit`);
  const text = page.getByRole("textbox", { name: "The text" });
  await expect(text).toBeVisible();
  return text;
}

/** Puts the cursor at the beginning of the paragraph with these words. */
async function goTo(page: Page, words: string) {
  await page
    .getByRole("textbox", { name: "The text" })
    .getByText(words)
    .evaluate((block) => {
      const selection = getSelection();
      selection?.removeAllRanges();
      selection?.setBaseAndExtent(block.firstChild ?? block, 0, block.firstChild ?? block, 0);
    });
  await page.getByRole("textbox", { name: "The text" }).focus();
}

async function publish(page: Page, remark = "") {
  await page.getByLabel("What did you change?").fill(remark);
  await page.getByRole("button", { name: "Publish the changes" }).click();
  await expect(page.getByText("is what everybody reads now")).toBeVisible();
}

test("a text is edited while somebody reads and writes: place, words and thread stay, and notes follow", async ({
  signedIn,
}) => {
  const [ingrid, amina, jonas] = [
    await signedIn("Prof. Ingrid Dahl"),
    await signedIn("Amina Musa"),
    await signedIn("Jonas Keller"),
  ];
  const path = await postText(ingrid, { title: "The ferry", paragraphs });
  for (const page of [amina, jonas]) await openReading(page, path);
  await writeNote(jonas, { quote: "untied by whoever holds it last", body: "So the last one is guilty?" });
  await writeNote(jonas, { quote: "who had untied the rope", body: "Somebody did." });
  await openNote(jonas, "So the last one is guilty?");
  await seeNote(amina, "Somebody did.");

  const field = await beginNote(amina, { quote: "those who had stayed" });
  await field.pressSequentially("Half a thought");
  const stands = amina.getByText("In the end they counted", { exact: false }).first();
  const before = await stands.evaluate((block) => Math.round(block.getBoundingClientRect().top));

  await openEditor(ingrid, path);
  await goTo(ingrid, "The ferry left before");
  await ingrid.keyboard.type(
    "It was the first of March. There had been rain for a week, and the river had no other side. ",
  );
  await goTo(ingrid, "Nobody on the bank");
  await ingrid.keyboard.press("Shift+End");
  await ingrid.keyboard.press("Delete");
  await publish(ingrid, "A first sentence, and one less");

  await expect(amina.getByText("The text was changed just now")).toBeVisible();
  await expect(amina.getByText("It was the first of March")).toBeAttached();
  await expect(field).toBeFocused();
  await expect(field).toHaveValue("Half a thought");
  const after = await stands.evaluate((block) => Math.round(block.getBoundingClientRect().top));
  expect(Math.abs(after - before)).toBeLessThanOrEqual(2);
  await field.press("Control+Enter");
  await expect(cardOf(amina, "Half a thought")).toBeVisible();
  await amina.reload();
  const stored = await amina.evaluate(() => document.querySelector("[data-number='1']")?.textContent);
  expect(stored).toContain("It was the first of March");
  await seeNote(amina, "Half a thought");
  await expect(cardOf(amina, "Half a thought").getByText("¶17")).toBeVisible();

  // The thread that was open is still open, on its words.
  const open = cardOf(jonas, "So the last one is guilty?");
  await expect(open.getByRole("textbox")).toBeVisible();
  await expect(open.getByText("¶2").first()).toBeVisible();
});

test("a note whose words were taken out says so, waits, and is placed again by selecting", async ({ signedIn }) => {
  const [ingrid, jonas] = [await signedIn("Prof. Ingrid Dahl"), await signedIn("Jonas Keller")];
  const path = await postText(ingrid, { title: "The rope", paragraphs: paragraphs.slice(0, 3) });
  await openReading(jonas, path);
  await writeNote(jonas, { quote: "who had untied the rope", body: "Somebody did." });
  await seeNote(jonas, "Somebody did.");
  await openEditor(ingrid, path);
  await goTo(ingrid, "Nobody on the bank");
  await ingrid.keyboard.press("Shift+End");
  await ingrid.keyboard.press("Delete");
  await publish(ingrid);
  await expect(ingrid.getByText("1 without a place")).toBeVisible();

  const card = await openNote(jonas, "Somebody did.");
  await expect(card.getByText("These words are not in the text any more.")).toBeVisible();
  await expect(card.getByText("who had untied the rope").last()).toBeVisible();
  await card.getByRole("button", { name: "Find its place" }).click();
  await expect(jonas.getByText("Select the words to which the note belongs.")).toBeVisible();
  await selectWords(jonas, "a rope is untied");
  await jonas.getByRole("button", { name: "Attach to the selection" }).click();
  await expect(card.getByText("These words are not in the text any more.")).toBeHidden();
  await expect(card.getByText("¶2").first()).toBeVisible();

  await ingrid.goto(`${path}/adrift`);
  await expect(ingrid.getByText("Every note has its place.")).toBeVisible();
});

test("what is not published outlives a reload; revisions say what changed, and one goes back", async ({ signedIn }) => {
  const ingrid = await signedIn("Prof. Ingrid Dahl");
  const path = await postText(ingrid, { title: "The rope again", paragraphs: paragraphs.slice(0, 3) });
  await openEditor(ingrid, path);
  await goTo(ingrid, "The ferryman said");
  await ingrid.keyboard.type("Asked again: ");
  await expect(ingrid.getByText("Asked again:")).toBeVisible();
  await ingrid.reload();
  await expect(ingrid.getByText("What you had not published is here again.")).toBeVisible();
  await expect(ingrid.getByText("Asked again:")).toBeVisible();
  await publish(ingrid, "Somebody asks again");
  await expect(ingrid.getByText("Somebody asks again")).toBeVisible();

  await ingrid.getByRole("link", { name: "What changed" }).click();
  await expect(ingrid.getByRole("heading", { name: "What revision 2 changed" })).toBeVisible();
  await expect(ingrid.locator("ins")).toContainText("Asked again:");
  await ingrid.getByRole("link", { name: "All revisions" }).click();
  await ingrid.getByText("Go back to this").first().click();
  await ingrid.getByRole("button", { name: "Go back to this" }).click();
  await expect(ingrid.getByText("The words of revision 1 again")).toBeVisible();
  await openReading(ingrid, path);
  await expect(ingrid.getByText("Asked again:")).toBeHidden();
});
