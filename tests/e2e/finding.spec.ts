/** Finding: a line with facets, a click on a facet, an address that shows others only what is theirs, keys, a phone. */
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { ownGroup } from "./groups.ts";
import { expect, postForm, postText, test } from "./readers.ts";

const results = (page: Page) => page.getByRole("region", { name: "In the notes" }).getByRole("listitem");

/** A group of three with a text and a few notes; gives the path of its search. */
async function stage(teacher: Page, members: readonly [Page, Page], name: string): Promise<string> {
  const group = await ownGroup(teacher, name, members);
  const paragraphs = ["A lantern stands at the gate of the orchard.", "Nobody has lit it since the harvest."];
  const text = await postText(teacher, { group: name, title: `${name} text`, paragraphs });
  const note = (page: Page, body: string, more: Record<string, string> = {}) =>
    postForm(page, `${text}/notes`, { verb: "publish", body, ...more });
  await note(teacher, "Who lights the lantern?", { question: "on" });
  await note(members[0], "The lantern is a promise.");
  await note(members[0], "My lantern, for me alone.", { private: "on" });
  await note(members[1], "An orchard needs no lamp.");
  return `${group}/search`;
}

test("a line with facets, and a click on one", async ({ signedIn }) => {
  const [teacher, amina, jonas] = [
    await signedIn("Prof. Ingrid Dahl"),
    await signedIn("Amina Musa"),
    await signedIn("Jonas Keller"),
  ];
  const search = await stage(teacher, [amina, jonas], "Lanterns");
  await amina.goto(search);
  await expect(amina.getByRole("heading", { name: "How to ask" })).toBeVisible();
  const line = amina.getByRole("combobox", { name: "What to look for" });
  await line.fill("lantern -promise");
  await line.press("Enter");
  await expect(results(amina)).toHaveCount(2);
  await expect(amina.getByRole("region", { name: "In the texts" })).toContainText("A lantern stands at the gate");
  await amina.getByRole("link", { name: "Open questions 1" }).click();
  await expect(results(amina)).toHaveText([/Who lights the lantern\?/]);
  await expect(line).toHaveValue("lantern -promise is:open");
  await amina.getByRole("link", { name: "Without Open questions" }).click();
  await expect(results(amina)).toHaveCount(2);

  await test.step("the address shows another member what is theirs", async () => {
    await jonas.goto(amina.url());
    await expect(results(jonas)).toHaveText([/Who lights the lantern\?/]);
    await expect(jonas.getByText("for me alone")).toHaveCount(0);
    await expect(jonas.getByRole("status").first()).toHaveText(/^1 note · 1 passage$/);
  });

  await test.step("a note leads to its place", async () => {
    await results(jonas).getByRole("link").click();
    await expect(jonas.getByRole("heading", { name: "Lanterns text", level: 1 })).toBeVisible();
    await jonas.waitForURL(/\?note=/);
  });
});

test("values are completed by keys", async ({ signedIn }) => {
  const page = await signedIn("Amina Musa");
  await page.goto("/groups");
  const group = await page.getByRole("link", { name: "Rhetoric 201" }).first().getAttribute("href");
  await page.goto(`${group}/search`);
  const line = page.getByRole("combobox", { name: "What to look for" });
  await expect(line).toBeVisible();
  await page.keyboard.press("/");
  await expect(line).toBeFocused();
  await line.pressSequentially("wall by:dah");
  const value = page.getByRole("option", { name: "Prof. Ingrid Dahl" });
  await expect(value).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await line.press("ArrowDown");
  await expect(value).toHaveAttribute("aria-selected", "true");
  await line.press("Enter");
  await expect(line).toHaveValue('wall by:"Prof. Ingrid Dahl" ');
  await expect(value).toHaveCount(0);
  await line.press("Enter");
  await page.waitForURL(/q=wall/);
  await line.fill("in:wal");
  await expect(page.getByRole("option").first()).toBeVisible();
  await line.press("Escape");
  await expect(page.getByRole("option")).toHaveCount(0);
  await expect(line).toHaveValue("in:wal");
});

test("orders and pages stand in the address, and work without scripts", async ({ signedIn }) => {
  const page = await signedIn("Amina Musa", { javaScriptEnabled: false });
  await page.goto("/groups");
  const group = await page.getByRole("link", { name: "Rhetoric 201" }).first().getAttribute("href");
  await page.goto(`${group}/search`);
  await page.getByRole("combobox").fill("the");
  await page.getByRole("button", { name: "Search" }).click();
  await page.getByRole("navigation", { name: "Order" }).getByRole("link", { name: "By place" }).click();
  await expect(page).toHaveURL(/\?q=the&sort=place$/);
  await expect(results(page)).toHaveCount(20);
  const first = await results(page).first().innerText();
  await page.getByRole("link", { name: "Further results" }).click();
  await expect(page).toHaveURL(/after=/);
  expect(await results(page).first().innerText()).not.toBe(first);
  await page.getByRole("link", { name: "Back to the first results" }).click();
  expect(await results(page).first().innerText()).toBe(first);
});

test("on a phone facets unfold, and nothing is wider than the page", async ({ signedIn }) => {
  const page = await signedIn("Amina Musa", { viewport: { width: 390, height: 844 }, hasTouch: true });
  await page.goto("/groups");
  const group = await page.getByRole("link", { name: "Rhetoric 201" }).first().getAttribute("href");
  await page.goto(`${group}/search?q=the`);
  await page.locator("summary").filter({ hasText: "Narrow it down" }).click();
  await page.getByRole("link", { name: /^Open questions/ }).tap();
  await expect(page).toHaveURL(/is%3Aopen/);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
});

test("the reading page's search goes on everywhere", async ({ signedIn }) => {
  const page = await signedIn("Amina Musa");
  await page.getByRole("link", { name: "Rhetoric 201" }).first().click();
  await page.getByRole("link", { name: "The Wall and the Window" }).first().click();
  await page.getByRole("textbox", { name: "Search notes and text" }).fill("promise");
  await page.getByRole("link", { name: "Search everywhere" }).click();
  await expect(page.getByRole("combobox")).toHaveValue("promise");
  await expect(results(page).first()).toContainText("promise");
});
