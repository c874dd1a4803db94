/** Promise: two people write one page at once, see each other, lose nothing without a connection, and can go back. */
import { join } from "node:path";
import AxeBuilder from "@axe-core/playwright";
import type { Page, WebSocketRoute } from "@playwright/test";
import Database from "better-sqlite3";
import { expect, test } from "./readers.ts";
import { siteOf } from "./sites.ts";

/** The path of one of the demo's texts; each test has a page of its own. */
async function textOf(page: Page, place: number): Promise<string> {
  await page.goto("/groups");
  await page.getByRole("link", { name: "Rhetoric 201" }).first().click();
  const link = page.locator("h2 a[href^='/t/']").nth(place);
  return (await link.getAttribute("href")) ?? "";
}

const sheet = (page: Page) => page.getByRole("textbox", { name: "The page" });

async function openPage(page: Page, path: string): Promise<void> {
  await page.goto(`${path}/together`);
  await expect(sheet(page)).toBeVisible();
}

/**
 * The socket of the page, to be cut and mended: a browser that plays offline keeps the sockets that are open. While it is
 * cut, a new one opens and hears nothing, so that the page neither tries ten times a second nor waits longer each time.
 */
async function wireOf(page: Page): Promise<{ cut: () => Promise<void>; mend: () => Promise<void> }> {
  const open = new Set<WebSocketRoute>();
  let isCut = false;
  const closeAll = async () => {
    const sockets = [...open];
    open.clear();
    // One that went with a reload has nobody to tell.
    await Promise.allSettled(sockets.map((socket) => socket.close({ code: 4000, reason: "cut" })));
  };
  await page.routeWebSocket(/\/collab\/notes\//u, (socket) => {
    open.add(socket);
    if (!isCut) socket.connectToServer();
  });
  return {
    async cut() {
      isCut = true;
      await closeAll();
    },
    async mend() {
      isCut = false;
      await closeAll();
    },
  };
}

test("both write at once, see each other's cursor, and find all of it after a reload", async ({ signedIn }) => {
  const [anna, bert] = [await signedIn("Dahl"), await signedIn("Amina")];
  const path = await textOf(anna, 0);
  await openPage(anna, path);
  await openPage(bert, path);

  await sheet(anna).click();
  await anna.keyboard.type("# What we found");
  await anna.keyboard.press("Enter");
  await expect(sheet(bert).getByRole("heading", { name: "What we found" })).toBeVisible();
  await sheet(bert).click();
  await bert.keyboard.press("Control+End");
  // Slowly enough for each to see the other's letters between their own, at the same place.
  const slowly = { delay: 40 };
  await Promise.all([anna.keyboard.type("The wall holds. ", slowly), bert.keyboard.type("The window shows. ", slowly)]);
  for (const page of [anna, bert]) {
    await expect(sheet(page)).toContainText("The wall holds.");
    await expect(sheet(page)).toContainText("The window shows.");
  }
  // What is done again leads the caret behind it.
  await anna.keyboard.press("Control+z");
  await expect(sheet(bert)).not.toContainText("The wall holds.");
  await anna.keyboard.press("Control+y");
  await expect(sheet(bert)).toContainText("The wall holds.");
  await anna.keyboard.type("Again. ");
  await expect(sheet(bert)).toContainText("The wall holds. Again.");
  await expect(sheet(anna).getByText("Amina Musa")).toBeVisible();
  await expect(bert.getByText(/Here now: .*Dahl/u)).toBeAttached();

  await bert.reload();
  await expect(sheet(bert)).toContainText("The window shows.");
});

test("a passage and a thread are cited, with links that lead back", async ({ signedIn }) => {
  const anna = await signedIn("Dahl");
  const path = await textOf(anna, 1);
  await openPage(anna, path);
  await sheet(anna).click();
  await anna.getByRole("button", { name: "Quote a passage" }).click();
  await anna.getByRole("searchbox", { name: "Search the paragraphs" }).fill("¶2");
  await anna.getByRole("dialog").getByRole("button", { name: /^¶2/u }).click();
  await expect(sheet(anna).getByRole("link", { name: "Paragraph 2 in the text" })).toHaveAttribute(
    "href",
    `${path}/p/2`,
  );

  await anna.getByRole("button", { name: "Cite a thread" }).click();
  const address = anna.getByRole("textbox", { name: "Address of the note" });
  await address.fill("https://elsewhere.example/n/01J00000000000000000000000");
  await anna.getByRole("button", { name: "Cite it" }).click();
  await expect(anna.getByText("This is not the address of a note of this site.")).toBeVisible();
  await address.fill(`${new URL(anna.url()).origin}/n/01J00000000000000000000000`);
  await anna.getByRole("button", { name: "Cite it" }).click();
  await expect(sheet(anna).getByRole("link", { name: "Open the thread in the margin" })).toBeVisible();
});

test("what is written without a connection is kept over a reload of the page and arrives", async ({ signedIn }) => {
  const [anna, bert] = [await signedIn("Dahl"), await signedIn("Amina")];
  const path = await textOf(anna, 2);
  const wire = await wireOf(anna);
  await openPage(anna, path);
  await openPage(bert, path);
  await sheet(anna).click();
  await anna.keyboard.insertText("Before. ");
  await expect(sheet(bert)).toContainText("Before.");

  await wire.cut();
  await anna.keyboard.insertText("Written in the train.");
  await expect(anna.getByText("Written here, not yet stored.")).toBeVisible();
  await anna.getByRole("link", { name: /Your account/ }).click();
  await anna.getByRole("menuitem", { name: "Sign out" }).click();
  await expect(anna.getByRole("dialog")).toContainText("A shared page holds words of yours that are not stored yet.");
  await anna.getByRole("button", { name: "Stay signed in" }).click();
  await anna.reload();
  await expect(sheet(anna)).toContainText("Written in the train.");
  await sheet(bert).click();
  await bert.keyboard.press("Control+End");
  await bert.keyboard.insertText("Written at the table.");
  await expect(sheet(bert)).not.toContainText("Written in the train.");

  await wire.mend();
  for (const page of [anna, bert]) {
    await expect(sheet(page)).toContainText("Written in the train.", { timeout: 20_000 });
    await expect(sheet(page)).toContainText("Written at the table.");
  }
  await expect(anna.getByText("Written here, not yet stored.")).toBeHidden();
});

/** Keeps a version of a page behind the site's back: it keeps one of its own only after ten minutes without a word. */
function keepVersion(path: string, words: string): void {
  const database = new Database(join(siteOf(test.info().parallelIndex).dataDir, "glossa.sqlite"), { timeout: 5_000 });
  const content = [{ type: "paragraph", content: [{ type: "text", text: words }] }];
  database
    .prepare(
      `INSERT INTO shared_note_versions (id, document_id, audience_id, page, seats, created_at)
       SELECT '01J00000000000000000000000', document_id, audience_id, ?, '[]', 1 FROM shared_note_updates
       WHERE document_id = ? LIMIT 1`,
    )
    .run(JSON.stringify({ type: "doc", content }), path.split("/").at(-1));
  database.close();
}

test("a version comes back for both who write, who go on from there and can go back again", async ({ signedIn }) => {
  const [anna, bert] = [await signedIn("Dahl"), await signedIn("Amina")];
  const path = await textOf(anna, 1);
  await openPage(anna, path);
  await openPage(bert, path);
  await sheet(bert).click();
  await bert.keyboard.press("Control+End");
  await bert.keyboard.insertText("Too much.");
  await expect(sheet(anna)).toContainText("Too much.");

  keepVersion(path, "As it was.");
  await anna.goto(`${path}/together/versions`);
  const versions = anna.getByRole("navigation", { name: "Versions" }).getByRole("listitem");
  await versions.getByRole("link").click();
  await anna.getByRole("button", { name: "Bring this version back" }).click();
  for (const page of [anna, bert]) {
    await expect(sheet(page)).toContainText("As it was.");
    await expect(sheet(page)).not.toContainText("Too much.");
  }
  await bert.keyboard.press("Control+End");
  await bert.keyboard.insertText(" And on.");
  await expect(sheet(anna)).toContainText("As it was. And on.");
  await anna.goto(`${path}/together/versions`);
  await expect(versions).toHaveCount(2);
});

test("the page is there to be read without scripts", async ({ signedIn, opened }) => {
  const anna = await signedIn("Dahl");
  const path = await textOf(anna, 1);
  await openPage(anna, path);
  await sheet(anna).click();
  await anna.keyboard.press("Control+End");
  await anna.keyboard.type("To be read.");
  await expect(anna.getByText("Being stored …")).toBeHidden();
  const plain = await opened({ javaScriptEnabled: false });
  await plain.context().addCookies(await anna.context().cookies());
  await plain.goto(`${path}/together`);
  await expect(plain.getByText("To be read.")).toBeVisible();
  await expect(plain.getByRole("toolbar")).toHaveCount(0);
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`axe finds nothing on the page in ${colorScheme}`, async ({ signedIn }) => {
    const anna = await signedIn("Dahl", { colorScheme });
    const path = await textOf(anna, colorScheme === "light" ? 1 : 2);
    await openPage(anna, path);
    await sheet(anna).click();
    await anna.keyboard.type("- one");
    const found = await new AxeBuilder({ page: anna }).analyze();
    expect(found.violations).toEqual([]);
    await anna.goto(`${path}/together/versions`);
    await expect(anna.getByRole("heading", { name: "Versions" })).toBeVisible();
    expect((await new AxeBuilder({ page: anna }).analyze()).violations).toEqual([]);
  });
}
