import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { beginNote, openReading, readyToRead } from "./margin.ts";
import { expect, openText, test } from "./readers.ts";

const quote = "the line was a promise";
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

/** What axe finds on the page, as one line each. */
async function violationsOn(page: Page): Promise<string[]> {
  // Colours that are still fading have a contrast of their own.
  await page.evaluate(() => Promise.allSettled(document.getAnimations().map(({ finished }) => finished)));
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`);
}

for (const colorScheme of ["light", "dark"] as const) {
  test(`axe finds nothing on the reading page, ${colorScheme}`, async ({ signedIn }) => {
    const page = await signedIn("Amina Musa", { colorScheme, reducedMotion: "reduce" });
    await openText(page, "Rhetoric 201", "The Wall and the Window");
    await readyToRead(page);
    const cards = page.getByRole("region", { name: "Notes in the margin" }).getByRole("article");
    await expect(cards.first()).toBeVisible();
    expect.soft(await violationsOn(page), "plain").toEqual([]);

    await cards
      .first()
      .getByRole("button", { name: /^Open the note by/ })
      .click();
    await expect(cards.getByRole("textbox", { name: /^Reply to/ })).toBeVisible();
    expect.soft(await violationsOn(page), "with an open thread").toEqual([]);

    await page.keyboard.press("Escape");
    const field = await beginNote(page, { quote });
    await field.pressSequentially("Whose promise, @jo");
    await expect(page.getByRole("option", { name: /Jonas Keller/ })).toBeVisible();
    expect.soft(await violationsOn(page), "with the composer and its offers").toEqual([]);
    await field.press("Escape");
    await page.getByRole("button", { name: "Discard" }).click();

    await page.getByRole("button", { name: "Reader settings" }).click();
    await expect(page.getByRole("dialog", { name: "Reader settings" })).toBeVisible();
    expect.soft(await violationsOn(page), "with the reader settings").toEqual([]);
  });

  test(`axe finds nothing on a phone with an open sheet, ${colorScheme}`, async ({ signedIn }) => {
    const page = await signedIn("Amina Musa", { ...phone, colorScheme, reducedMotion: "reduce" });
    await openText(page, "Rhetoric 201", "The Wall and the Window");
    await readyToRead(page);
    const { pathname } = new URL(page.url());
    expect.soft(await violationsOn(page), "plain").toEqual([]);
    await page
      .getByRole("button", { name: /notes? on this paragraph$/ })
      .first()
      .press("Enter");
    await expect(page.getByRole("region", { name: "Note and its replies" })).toBeVisible();
    expect.soft(await violationsOn(page), "with the sheet").toEqual([]);
    await openReading(page, pathname);
    await page.getByRole("button", { name: "Contents and filters" }).tap();
    await expect(page.getByRole("dialog", { name: "Contents and filters" })).toBeVisible();
    expect.soft(await violationsOn(page), "with contents and filters").toEqual([]);
  });
}
