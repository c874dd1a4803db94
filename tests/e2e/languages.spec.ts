import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { openReading, writeNote } from "./margin.ts";
import { expect, postText, signInAs, test } from "./readers.ts";

const paragraphs = ["The ferry leaves when the ferryman has finished his letter.", "On some days nobody crosses."];
const german = { locale: "de-DE" } as const;

/** What the browser says about the page; a mismatch between server and browser is told here. */
function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
  return complaints;
}

test("a page in German is German from the first byte, and stays so", async ({ opened }) => {
  const page = await opened(german);
  const complaints = complaintsOf(page);
  const [answer] = await Promise.all([page.waitForResponse("**/sign-in"), page.goto("/sign-in")]);
  expect(await answer.text()).toMatch(/<html lang="de" dir="ltr"[\s\S]*Passwort vergessen\?/);
  // The button answers once the page is hydrated.
  await page.getByRole("button", { name: "Das Passwort zeigen" }).click();
  await expect(page.getByLabel("Passwort", { exact: true })).toHaveAttribute("type", "text");
  await expect(page.getByRole("heading", { name: "Anmelden" })).toBeVisible();
  await page.getByLabel("E-Mail-Adresse").fill("nobody@example.org");
  await page.getByLabel("Passwort", { exact: true }).fill("four words in the rain");
  await page.getByRole("button", { name: "Anmelden" }).click();
  await expect(page.getByText("Adresse oder Passwort stimmt nicht.")).toBeVisible();
  expect(complaints.filter((complaint) => !complaint.includes("422"))).toEqual([]);
});

test("a guest chooses a language, and a member's own choice comes before it", async ({ opened }) => {
  const page = await opened();
  await page.goto("/sign-in");
  await page.getByRole("button", { name: "Deutsch" }).click();
  await expect(page.getByRole("heading", { name: "Anmelden" })).toBeVisible();

  await signInAs(page, "Hana");
  await page.goto("/settings/reading");
  await expect(page.getByRole("heading", { name: "Sprache" })).toBeVisible();
  await page.getByRole("radio", { name: "English" }).click();
  await expect(page.getByRole("heading", { name: "Language" })).toBeVisible();
  await page.goto("/groups");
  await expect(page.getByRole("heading", { name: "Your groups" })).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");

  await page.goto("/settings/reading");
  await page.getByRole("radio", { name: "Like the browser" }).click();
  await expect(page.getByRole("heading", { name: "Sprache" })).toBeVisible();
});

for (const [device, viewport] of [
  ["a desk", { width: 1440, height: 900 }],
  ["a phone", { width: 390, height: 844 }],
] as const) {
  test(`German fits and is accessible on ${device}`, async ({ signedIn }) => {
    const page = await signedIn("Prof. Ingrid Dahl", { ...german, viewport });
    const group = await page.getByRole("link", { name: "Rhetoric 201" }).first().getAttribute("href");
    for (const path of [`${group}/members`, "/settings/reading"]) {
      await page.goto(path);
      await expect(page.locator("html")).toHaveAttribute("lang", "de");
      await expectNoSideways(page);
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    }
  });

  test(`a right-to-left page is the mirror of a left-to-right one on ${device}`, async ({ signedIn }) => {
    const page = await signedIn("Prof. Ingrid Dahl", { viewport });
    const path = await postText(page, { title: `The mirrored ferry on ${device}`, paragraphs });
    await mirror(page);
    for (const other of ["/groups", "/settings", "/settings/reading"]) {
      await page.goto(other);
      await expectNoSideways(page);
    }
    await openReading(page, path);
    await expectNoSideways(page);
    if (viewport.width < 800) return;
    await writeNote(page, { quote: "nobody crosses", body: "Nobody at all?" });
    const margin = await page.getByRole("region", { name: "Notes in the margin" }).boundingBox();
    const article = await page.locator("#article").boundingBox();
    expect(margin && article && margin.x + margin.width <= article.x).toBe(true);
    await expectNoSideways(page);
  });
}

/** Turns every document around before anything of it is drawn: the part of a right-to-left language that is not words. */
async function mirror(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const turn = () => document.documentElement?.setAttribute("dir", "rtl");
    new MutationObserver(turn).observe(document, { childList: true });
    addEventListener("DOMContentLoaded", turn);
  });
}

async function expectNoSideways(page: Page): Promise<void> {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(wide).toBeLessThanOrEqual(0);
}
