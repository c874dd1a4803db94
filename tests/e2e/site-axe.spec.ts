/** Every page of the site but the reading page, in both themes: axe finds nothing (WCAG 2.2 A and AA, best practice). */
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { ulid } from "ulid";
import { expect, postForm, test } from "./readers.ts";

async function expectClean(page: Page, paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    await page.goto(path);
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      const { violations } = await new AxeBuilder({ page }).analyze();
      const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
      expect(found, `${path}, ${colorScheme}`).toEqual([]);
    }
  }
}

/** The path of the group's library. */
async function libraryOf(page: Page): Promise<string> {
  await page.goto("/groups");
  return (await page.getByRole("link", { name: "Rhetoric 201" }).first().getAttribute("href")) ?? "";
}

test("who is not signed in", async ({ page }) => {
  await expectClean(page, [
    "/",
    "/sign-in",
    "/sign-up",
    "/forgot",
    "/reset/x",
    "/confirm/x",
    "/email/x",
    "/join/x",
    "/letters/x",
  ]);
});

test("a member", async ({ signedIn }) => {
  const page = await signedIn("Amina Musa");
  const library = await libraryOf(page);
  const pages = [
    "/groups",
    library,
    `${library}/members`,
    `${library}/tags`,
    `${library}/search?q=the`,
    "/inbox",
    "/inbox?kind=mention",
  ];
  await expectClean(page, [...pages, "/nowhere"]);
});

test("a member's work", async ({ signedIn }) => {
  const page = await signedIn("Amina Musa");
  await expectClean(page, ["/portfolio", `${await libraryOf(page)}/portfolio`]);
});

test("a member's settings", async ({ signedIn }) => {
  const page = await signedIn("Amina Musa");
  await expectClean(
    page,
    ["", "/reading", "/letters", "/reports", "/password", "/email", "/sessions"].map((part) => `/settings${part}`),
  );
});

test("somebody who brings texts", async ({ signedIn }) => {
  const page = await signedIn("Prof. Ingrid Dahl");
  const library = await libraryOf(page);
  const html = await (await page.request.get(library)).text();
  const text = /\/t\/(\w+)/.exec(html)?.[1] ?? "";
  const pasted = "# Clean\n\nIt is a long enough sentence to be read.\n\nSubscribe to our newsletter\n\nAdvertisement";
  const preview = await postForm(page, `${library}/add`, { text: pasted });
  await expectClean(page, [library, `${library}/texts/${text}`, `${library}/add`, preview]);
});

test("somebody who looks after a group", async ({ signedIn }) => {
  const page = await signedIn("Prof. Ingrid Dahl");
  const library = await libraryOf(page);
  const own = await postForm(page, "/groups", { name: "Axe", description: "" });
  await expectClean(page, [
    `${library}/members`,
    `${library}/invitations`,
    `${library}/moderation`,
    own,
    `${own}/settings`,
  ]);
});

test("somebody who teaches", async ({ signedIn }) => {
  const page = await signedIn("Prof. Ingrid Dahl");
  const library = await libraryOf(page);
  const html = await (await page.request.get(library)).text();
  const document = /\/t\/(\w+)/.exec(html)?.[1] ?? "";
  const edit = await postForm(page, `${library}/assignments`, {
    ...{ intent: "create", id: ulid(), title: "Axe reads", template: "first-reading", document },
  });
  await postForm(page, edit, { intent: "publish" });
  const assignment = edit.replace(/\/edit$/u, "");
  await expectClean(page, [
    `${library}/assignments`,
    edit,
    `${assignment}/board`,
    `${library}/gradebook`,
    `${library}/sections`,
    `${library}/assignments/dates`,
  ]);
  // A grade that was given back, with what is said about it.
  await page.goto(`${assignment}/board`);
  const desk = (await page.getByRole("link", { name: "Grade Amina Musa" }).getAttribute("href")) ?? "";
  await postForm(page, desk, { intent: "grade", version: "0", points: "1", comment: "Look again." });
  await postForm(page, `${assignment}/board`, { intent: "release" });
  await postForm(page, desk, { intent: "say", id: ulid(), message: "Come and see me." });
  await expectClean(page, [desk]);
  await expectClean(await signedIn("Amina Musa"), [`${library}/assignments`, assignment]);
});

test("what opens on a page", async ({ signedIn }) => {
  const page = await signedIn("Prof. Ingrid Dahl");
  await page.goto(await libraryOf(page));
  await page.locator("summary").filter({ hasText: "Manage" }).first().click();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await page.getByRole("link", { name: /^Your account/ }).click();
  await expect(page.getByRole("menu")).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
});
