/** Groups, texts and accounts through their forms, as people use them. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { expect, test } from "./readers.ts";
import { siteOf } from "./sites.ts";

const PASSWORD = "seven quiet gardens";

async function createGroup(page: Page, name: string): Promise<string> {
  await page.goto("/groups");
  const field = page.getByRole("textbox", { name: "Name" });
  // For somebody without a group the form stands open.
  if (!(await field.isVisible())) await page.locator("summary").filter({ hasText: "Start a group" }).click();
  await field.fill(name);
  await page.getByRole("button", { name: "Start the group" }).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  return new URL(page.url()).pathname;
}

/** Makes an invitation on its page and gives the path of its link. */
async function invite(page: Page, group: string): Promise<string> {
  await page.goto(`${group}/invitations`);
  await page.getByRole("button", { name: "Make an invitation" }).click();
  const link = await page.getByRole("textbox", { name: "The invitation's link" }).inputValue();
  return new URL(link).pathname;
}

async function signUp(page: Page, { name, email }: { name: string; email: string }): Promise<void> {
  await page.getByRole("textbox", { name: "Your name" }).fill(name);
  await page.getByRole("textbox", { name: "E-mail address" }).fill(email);
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Create the account" }).click();
}

/** The newest link of that kind in the letters to an address. */
async function linkIn(address: string, kind: string): Promise<string> {
  const outbox = join(siteOf(test.info().parallelIndex).dataDir, "outbox");
  const find = (): string =>
    readdirSync(outbox)
      .filter((file) => file.endsWith(".eml"))
      .sort()
      .map((file) => readFileSync(join(outbox, file), "utf8"))
      .filter((letter) => letter.includes(`To: ${address}`))
      .map((letter) => new RegExp(`https?://\\S+(/${kind}/\\S+)`).exec(letter)?.[1] ?? "")
      .findLast((link) => link !== "") ?? "";
  await expect.poll(find).not.toBe("");
  return find();
}

/** An address that no other test and no retry has used. */
const fresh = (name: string): string => `${name}-${Date.now()}@example.org`;

test("a group is made, somebody comes in by a link, gets another role, and leaves", async ({ signedIn, opened }) => {
  const owner = await signedIn("Prof. Ingrid Dahl");
  const group = await createGroup(owner, "Letters, spring");
  await expect(owner.getByRole("heading", { name: "What will you read first?" })).toBeVisible();
  const link = await invite(owner, group);

  const guest = await opened();
  await guest.goto(link);
  await guest.getByRole("link", { name: "Create an account to join" }).click();
  await signUp(guest, { name: "Nora Lind", email: fresh("nora") });
  await expect(guest).toHaveURL(new RegExp(link));
  await guest.getByRole("button", { name: "Join the group" }).click();
  await expect(guest.getByRole("heading", { name: "Letters, spring" })).toBeVisible();
  await expect(guest.getByRole("link", { name: "Add a text" })).toHaveCount(0);

  await owner.goto(`${group}/members`);
  const saved = owner.waitForResponse((answer) => answer.request().method() === "POST");
  await owner.getByRole("combobox", { name: "Role of Nora Lind" }).selectOption("teacher");
  await saved;
  await guest.goto(group);
  await expect(guest.getByRole("link", { name: "Add a text" }).first()).toBeVisible();

  await guest.goto(`${group}/members`);
  await guest.getByRole("button", { name: "Leave the group" }).click();
  await guest.waitForURL(/\/groups$/);
  expect((await guest.goto(group))?.status()).toBe(404);
  await owner.reload();
  await expect(owner.getByText("Former members (1)")).toBeVisible();
});

test("a text is pasted, looked through, added, and described", async ({ signedIn }) => {
  const page = await signedIn("Prof. Ingrid Dahl");
  const group = await createGroup(page, "Clear days");
  await page.getByRole("link", { name: "Add a text" }).first().click();
  const pasted = [
    "# A clear day",
    "The light stood on the hill like somebody who waits for an answer, and the hill said nothing.",
    "Subscribe to our newsletter",
    "Nobody answered until the evening came, and then everybody did.",
    "Advertisement",
  ];
  await page.getByRole("textbox", { name: "The text" }).fill(pasted.join("\n\n"));
  await page.getByRole("button", { name: "Look at it" }).click();

  await expect(page.getByRole("heading", { name: "Does this look right?" })).toBeVisible();
  const leftOut = page.locator("dl > div").filter({ hasText: "Left out" });
  await expect(leftOut).toContainText("2 lines");
  await page.getByRole("button", { name: "Keep all" }).click();
  await expect(leftOut).toContainText("0 lines");
  await page.getByRole("button", { name: "Leave out all" }).click();
  await expect(leftOut).toContainText("2 lines");
  await page.getByRole("textbox", { name: "Author" }).fill("Ann Other");
  await page.getByRole("button", { name: "Add this text" }).first().click();
  await page.waitForURL(/\/t\//);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("A clear day");
  await expect(page.getByText("Subscribe to our newsletter")).toHaveCount(0);

  await page.goto(group);
  await expect(page.getByText("A text is waiting for its first note")).toBeVisible();
  await page.locator("summary").filter({ hasText: "Manage “A clear day”" }).click();
  await page.getByRole("link", { name: "Title, author, source…" }).click();
  await expect(page.getByRole("textbox", { name: "Author" })).toHaveValue("Ann Other");
  await page.getByRole("textbox", { name: "Title" }).fill("A clearer day");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Saved.").first()).toBeVisible();
  await page.getByRole("link", { name: "Back to the texts" }).click();
  await expect(page.getByRole("link", { name: "A clearer day" })).toBeVisible();
});

test("a forgotten password comes back by the letter, once", async ({ opened }) => {
  const page = await opened();
  const email = fresh("rosa");
  await page.goto("/sign-up");
  await signUp(page, { name: "Rosa Grund", email });
  await page.waitForURL(/\/(groups)?$/);

  const elsewhere = await opened();
  await elsewhere.goto("/forgot");
  await elsewhere.getByRole("textbox", { name: "E-mail address" }).fill(email);
  await elsewhere.getByRole("button", { name: "Send the link" }).click();
  await expect(elsewhere.getByRole("status").first()).toContainText("the link is on its way");
  const link = await linkIn(email, "reset");
  await elsewhere.goto(link);
  await elsewhere.getByLabel("New password").fill("eight louder gardens");
  await elsewhere.getByRole("button", { name: "Save and sign in" }).click();
  await elsewhere.waitForURL(/\/(groups)?$/);

  await page.goto("/settings");
  await expect(page).toHaveURL(/\/sign-in/);
  expect((await page.goto(link))?.status()).toBe(410);
});

test("everything works without scripts", async ({ opened }) => {
  const page = await opened({ javaScriptEnabled: false });
  await page.goto("/sign-up");
  await signUp(page, { name: "", email: "nowhere" });
  await expect(page.getByRole("textbox", { name: "E-mail address" })).toHaveValue("nowhere");
  await signUp(page, { name: "Piet Aas", email: fresh("piet") });
  await page.waitForURL(/\/(groups)?$/);

  const group = await createGroup(page, "Without scripts");
  await page.goto(`${group}/add`);
  await page.getByRole("textbox", { name: "The text" }).fill("# Plain\n\nA page is a page.\n\nAdvertisement");
  await page.getByRole("button", { name: "Look at it" }).click();
  await page.getByRole("button", { name: "Add this text" }).first().click();
  await page.waitForURL(/\/t\//);
  await expect(page.getByText("A page is a page.").first()).toBeVisible();

  await page.goto(group);
  await page.locator("summary").filter({ hasText: "Manage “Plain”" }).click();
  await page.getByRole("button", { name: "Archive" }).click();
  await expect(page.getByText("Archived texts (1)")).toBeVisible();
  expect(await invite(page, group)).toMatch(/^\/join\//);
});
