/** What leaves: files in every format, by hand and without scripts, and a portfolio shown by a link. */
import { readFile } from "node:fs/promises";
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { openReading, seeNote, writeNote } from "./margin.ts";
import { expect, postText, test } from "./readers.ts";

const paragraphs = ["A ladder leans on what it is to reach.", "## Above", "From the top one sees the ladder."];

async function downloaded(page: Page, press: () => Promise<unknown>): Promise<{ name: string; words: string }> {
  const [download] = await Promise.all([page.waitForEvent("download"), press()]);
  return { name: download.suggestedFilename(), words: await readFile(await download.path(), "utf8") };
}

test("a text with its notes, in each format", async ({ signedIn }) => {
  const path = await postText(await signedIn("Prof. Ingrid Dahl"), { title: "=On ladders", paragraphs });
  const page = await signedIn("Amina Musa");
  await openReading(page, path);
  await writeNote(page, { quote: "what it is to reach", body: "=And *if* it slips?" });
  await seeNote(page, "And if it slips?");
  await writeNote(page, { quote: "sees the ladder", body: "Mine alone.", onlyMe: true });
  await seeNote(page, "Mine alone.");
  await page.getByRole("button", { name: "Share" }).click();
  await page.getByRole("menuitem", { name: "Take it along" }).click();
  const dialog = page.getByRole("dialog", { name: "Take it along" });
  const take = (name: string) => downloaded(page, () => dialog.getByRole("button", { name }).click());

  const html = await take("For print");
  expect(html.name).toBe("=On ladders.html");
  expect(html.words).toContain('<mark class="amber">what it is to reach</mark>');
  expect(html.words).toContain("<em>if</em>");
  expect(html.words).not.toContain("Mine alone.");
  const markdown = await take("Markdown");
  expect(markdown.words).toContain("reach[^1].");
  expect(markdown.words).toContain("[^1]: **Amina Musa**");
  const csv = await take("Table");
  expect(csv.words).toContain(`"'=And *if* it slips?"`);
  await dialog.getByRole("checkbox").check();
  const { first } = JSON.parse((await take("Web Annotations")).words);
  expect(first.items.map(({ body }: { body: readonly { value: string }[] }) => body[0]?.value)).toEqual([
    "=And *if* it slips?",
    "Mine alone.",
  ]);
});

test("a text without scripts, from its row", async ({ signedIn }) => {
  const page = await signedIn("Amina Musa", { javaScriptEnabled: false });
  await page.getByRole("link", { name: "Rhetoric 201" }).first().click();
  const row = page.getByRole("listitem").filter({ hasText: "The Wall and the Window" }).first();
  await row.locator("summary", { hasText: "along" }).click();
  const { name, words } = await downloaded(page, () => row.getByRole("button", { name: "Markdown" }).click());
  expect(name).toBe("The Wall and the Window.md");
  expect(words).toContain("[^1]:");
});

test("a portfolio is given to somebody by a link, and taken back", async ({ signedIn, opened }) => {
  const page = await signedIn("Amina Musa");
  await page.getByRole("link", { name: "Rhetoric 201" }).first().click();
  await page.getByRole("link", { name: "My work" }).click();
  await expect(page.getByText(/^In answer to/).first()).toBeVisible();
  await page.getByRole("link", { name: /^Questions/ }).click();
  await expect(page).toHaveURL(/show=questions/);
  await page.getByRole("combobox", { name: "Good for" }).selectOption("a week");
  await page.getByRole("button", { name: "Make a link" }).click();
  const link = new URL(await page.getByRole("textbox", { name: "The link to your work" }).inputValue());

  const guest = await opened();
  await guest.goto(link.pathname);
  await expect(guest.getByRole("heading", { level: 1 })).toHaveText("Amina Musa’s work");
  await expect(guest.getByText("Whose fear?")).toBeVisible();
  await expect(guest.getByText(/^In answer to/)).toHaveCount(0);
  for (const colorScheme of ["light", "dark"] as const) {
    await guest.emulateMedia({ colorScheme });
    expect((await new AxeBuilder({ page: guest }).analyze()).violations).toEqual([]);
  }

  await page.getByRole("button", { name: "Take back" }).first().click();
  await expect(page.getByRole("button", { name: "Take back" })).toHaveCount(0);
  await guest.reload();
  await expect(guest.getByText("no longer good")).toBeVisible();
});

test("a portfolio is taken along and printed without its tools", async ({ signedIn }) => {
  const page = await signedIn("Amina Musa");
  await page.goto("/portfolio?order=newest");
  await page.locator("summary", { hasText: "along" }).click();
  const { name, words } = await downloaded(page, () => page.getByRole("button", { name: "For print" }).click());
  expect(name).toBe("Notes by Amina Musa.html");
  expect(words).toContain("Whose fear?");
  await page.emulateMedia({ media: "print" });
  await expect(page.getByText("Whose fear?").first()).toBeVisible();
  await expect(page.getByRole("combobox").first()).toBeHidden();
});
