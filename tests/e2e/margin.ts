/** What readers do in the margin and see there, by the roles and names that they meet. */
import { expect, type Locator, type Page } from "@playwright/test";
import { colours } from "#app/domain/annotation/annotation.ts";
import { selectWords } from "./readers.ts";

export type Written = {
  readonly quote: string;
  readonly body: string;
  readonly as?: "Note" | "Question";
  readonly onlyMe?: boolean;
};

/** Opens a text and waits until it can be written on. */
export async function openReading(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await readyToRead(page);
}

/** The numbers beside the paragraphs are there once the script has measured the text. */
export async function readyToRead(page: Page): Promise<void> {
  await expect(page.getByRole("link", { name: "Link to paragraph" }).first()).toBeAttached();
}

/** Selects the words and opens the composer on them; gives its field. */
export async function beginNote(
  page: Page,
  { quote, as = "Note", onlyMe = false }: Omit<Written, "body">,
): Promise<Locator> {
  await selectWords(page, quote);
  await page.getByRole("toolbar").getByRole("button", { name: as, exact: true }).click();
  const composer = page.getByRole("region", { name: "New note" });
  if (onlyMe) await composer.getByRole("button", { name: "Only me" }).click();
  return composer.getByRole("textbox");
}

/** Writes a note or a question on these words and posts it. */
export async function writeNote(page: Page, written: Written): Promise<void> {
  const field = await beginNote(page, written);
  await field.fill(written.body);
  await field.press("Control+Enter");
}

/** The card in the margin that shows these words. */
export function cardOf(page: Page, body: string): Locator {
  return page.getByRole("article").filter({ hasText: body });
}

/** Waits for the card with these words; a note that came in while somebody reads waits as a sign, which is pressed. */
export async function seeNote(page: Page, body: string): Promise<Locator> {
  const card = cardOf(page, body);
  const sign = page.getByRole("button", { name: /came in here/ });
  await expect(card.or(sign).first()).toBeVisible();
  if (!(await card.isVisible())) await sign.first().click();
  await expect(card).toBeVisible();
  return card;
}

/** Opens the thread whose card shows these words. */
export async function openNote(page: Page, body: string): Promise<Locator> {
  const card = await seeNote(page, body);
  const menu = card.getByRole("button", { name: "More about this note" }).first();
  // One's own note is open once it is posted.
  const closed = card.getByRole("button", { name: /^Open the note by/ });
  await expect(menu.or(closed)).toBeVisible();
  if (await closed.isVisible()) await closed.click();
  await expect(menu).toBeVisible();
  return card;
}

/** Chooses an entry of the menu of the note with these words, in an open thread. */
export async function chooseForNote(
  card: Locator,
  entry: "Edit" | "Delete" | "Copy link" | "Hide from readers" | "Mute this thread",
): Promise<void> {
  await card.getByRole("button", { name: "More about this note" }).first().click();
  await card.getByRole("menuitem", { name: entry }).click();
}

/** Writes a reply in an open thread and sends it. */
export async function writeReply(card: Locator, body: string): Promise<void> {
  const field = card.getByRole("textbox", { name: /^Reply to/ });
  await field.fill(body);
  await field.press("Control+Enter");
}

/** Waits until these words are painted as a passage, and nothing but them. */
export async function expectPainted(page: Page, quote: string): Promise<void> {
  await expect.poll(() => paintedWords(page)).toContain(quote);
}

/** The words of every painted passage near the screen. */
export function paintedWords(page: Page): Promise<string[]> {
  return page.evaluate((names) => {
    const isPassage = (name: string) => names.some((colour) => name.startsWith(`${colour}-`));
    return [...CSS.highlights].flatMap(([name, highlight]) =>
      isPassage(name) ? [...highlight].map((range) => wordsOf(range)) : [],
    );
    function wordsOf({ startContainer, startOffset, endContainer, endOffset }: AbstractRange): string {
      const range = document.createRange();
      range.setStart(startContainer, startOffset);
      range.setEnd(endContainer, endOffset);
      return range.toString();
    }
  }, colours);
}
