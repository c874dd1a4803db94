/** A text that takes its time: its page says so, lets go of it, goes on by itself, and says a refusal that comes late. */
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "./readers.ts";

/** A nest of quotations, on which Markdown's own parser works until its time is over: some ten seconds. */
const nest = Buffer.from(`# Deep\n\n${">".repeat(400_000)}`);

async function send(page: Page, name: string, buffer: Buffer): Promise<void> {
  await page.goto("/groups");
  const group = await page.getByRole("link", { name: "Rhetoric 201" }).first().getAttribute("href");
  await page.goto(`${group}/add`);
  await page.getByLabel("A file").setInputFiles({ name, mimeType: "text/markdown", buffer });
  await page.getByRole("button", { name: "Look at it" }).click();
}

test("a reading can be cancelled, and the form is there again", async ({ signedIn }) => {
  const dahl = await signedIn("Prof. Ingrid Dahl");
  await send(dahl, "deep.md", nest);
  await expect(dahl.getByRole("heading", { name: "Reading the text in" })).toBeVisible();
  await expect(dahl.getByText("deep.md")).toBeVisible();
  await expect(dahl.getByRole("progressbar")).toBeVisible();
  const waiting = new URL(dahl.url()).pathname;
  await expect(dahl.getByText(/^[1-9]\d* s$/)).toBeVisible();
  await dahl.getByRole("button", { name: "Cancel" }).click();
  await expect(dahl.getByRole("button", { name: "Look at it" })).toBeVisible();
  expect((await dahl.goto(waiting))?.status()).toBe(404);
});

test("the preview comes by itself", async ({ signedIn }) => {
  const dahl = await signedIn("Prof. Ingrid Dahl");
  const clause = "The *wall* divides, and the **window** shows what stands behind it.\n\n";
  await send(dahl, "long.md", Buffer.from(`# Long ${Date.now()}\n\n${clause.repeat(5_000)}`));
  await expect(dahl.getByRole("heading", { name: "Does this look right?" })).toBeVisible();
});

test("axe finds nothing on the page that waits, nor on the refusal", async ({ signedIn }) => {
  const dahl = await signedIn("Prof. Ingrid Dahl");
  await send(dahl, "deepest.md", Buffer.concat([nest, Buffer.from("\n\nThe very end.")]));
  await expect(dahl.getByRole("heading", { name: "Reading the text in" })).toBeVisible();
  expect((await new AxeBuilder({ page: dahl }).analyze()).violations).toEqual([]);
  await expect(dahl.getByRole("alert")).toBeVisible();
  expect((await new AxeBuilder({ page: dahl }).analyze()).violations).toEqual([]);
});

test("a file that is far too large is not even sent", async ({ signedIn }) => {
  const dahl = await signedIn("Prof. Ingrid Dahl");
  await send(dahl, "huge.epub", Buffer.alloc(21 * 1024 * 1024));
  await expect(dahl.getByLabel("A file")).toHaveAccessibleDescription(/This is 21 MB; a file can have at most 20 MB/);
});

test("a refusal that comes late is said without scripts, too", async ({ signedIn }) => {
  const dahl = await signedIn("Prof. Ingrid Dahl", { javaScriptEnabled: false });
  await send(dahl, "deeper.md", Buffer.concat([nest, Buffer.from("\n\nThe end.")]));
  await expect(dahl.getByRole("button", { name: "Cancel" })).toBeVisible();
  await expect(dahl.getByRole("alert")).toHaveText(/takes too long to read in/);
  await dahl.getByRole("link", { name: "Back to the form" }).click();
  await expect(dahl.getByRole("button", { name: "Look at it" })).toBeVisible();
});
