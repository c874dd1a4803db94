import { rm } from "node:fs/promises";
import { resolve } from "node:path";
import AxeBuilder from "@axe-core/playwright";
import { type BrowserContext, chromium, type LaunchOptions, type Page } from "@playwright/test";
import { type ServerProcess, startServer } from "#tests/support/server-process.ts";
import { cardOf, openReading, readyToRead, seeNote, writeNote } from "./margin.ts";
import { expect, openText, postForm, postText, signInAs, test } from "./readers.ts";

test.use({ serviceWorkers: "allow" });
// A worker first fetches the whole application, and one test starts a browser three times.
test.describe.configure({ timeout: 150_000 });

const paragraphs = [
  "The lighthouse keeper writes down every ship that he sees.",
  "Of the ships that he does not see there is no list.",
];

/** Pages, databases and unsent words that the browser of this page holds. */
function heldBy(page: Page) {
  return page.evaluate(async () => {
    const pages: string[] = [];
    for (const name of (await caches.keys()).filter((one) => one.startsWith("glossa-pages-"))) {
      for (const { url } of await (await caches.open(name)).keys()) pages.push(`${name} ${new URL(url).pathname}`);
    }
    return {
      pages,
      databases: (await indexedDB.databases()).map(({ name }) => name ?? "").filter((name) => name !== "glossa"),
    };
  });
}

async function untilKept(page: Page, path: string): Promise<void> {
  await expect
    .poll(async () => (await heldBy(page)).pages.map((held) => held.split(" ")[1]), { timeout: 45_000 })
    .toEqual(expect.arrayContaining(["/kept", "/outbox", path]));
  await page.evaluate(() => navigator.serviceWorker.ready);
}

test.describe("a browser that is closed and opened again", () => {
  const DATA_DIR = resolve("test-results", "offline-site");
  const PROFILE = resolve("test-results", "offline-profile");
  let server: ServerProcess;
  let context: BrowserContext | null = null;

  test.beforeEach(async () => {
    await Promise.all([DATA_DIR, PROFILE].map((path) => rm(path, { recursive: true, force: true })));
    server = await startServer({ DATA_DIR });
  });

  test.afterEach(async () => {
    await context?.close();
    await server.end("SIGKILL");
    await Promise.all([DATA_DIR, PROFILE].map((path) => rm(path, { recursive: true, force: true })));
  });

  /** The one page of the browser with this profile, started anew. */
  async function started(launch: LaunchOptions): Promise<Page> {
    context = await chromium.launchPersistentContext(PROFILE, { ...launch, baseURL: server.url });
    return context.pages()[0] ?? context.newPage();
  }

  test("an opened text is there without a server, is written on, and what was written is sent once", async ({
    signedIn,
    launchOptions,
  }) => {
    const site = { baseURL: server.url };
    const path = await postText(await signedIn("Prof. Ingrid Dahl", site), { title: "The lighthouse", paragraphs });
    const jonas = await signedIn("Jonas Keller", site);
    await openReading(jonas, path);
    await writeNote(jonas, { quote: "every ship", body: "Also the ones at night?" });

    let page = await started(launchOptions);
    await signInAs(page, "Amina Musa");
    await openReading(page, path);
    await seeNote(page, "Also the ones at night?");
    await untilKept(page, path);
    await context?.close();
    await server.end("SIGKILL");

    page = await started(launchOptions);
    await page.goto("/groups");
    await expect(page).toHaveURL(/\/kept/);
    await expect(page.getByText("There is no connection.")).toBeVisible();
    await page.getByRole("link", { name: "The lighthouse" }).click();
    await readyToRead(page);
    await expect(cardOf(page, "Also the ones at night?")).toBeVisible();
    await expect(page.getByText("Reconnecting…")).toBeVisible();
    await writeNote(page, { quote: "there is no list", body: "A list of what is not seen." });
    await expect(cardOf(page, "A list of what is not seen.").getByText("Waiting to be sent")).toBeVisible();

    await page.getByRole("link", { name: "Rhetoric 201" }).first().click();
    await expect(page).toHaveURL(/\/kept/);
    await page.getByRole("link", { name: "1 note waiting" }).first().click();
    const row = page.getByRole("listitem").filter({ hasText: "A list of what is not seen." });
    await expect(row.getByText(/A note on The lighthouse in Rhetoric 201/)).toBeVisible();
    await expect(row.getByText("there is no list")).toBeVisible();
    await expect(row.getByText(/tried \d+ times?/)).toBeVisible();
    await context?.close();

    server = await startServer({ DATA_DIR, PORT: new URL(server.url).port });
    page = await started(launchOptions);
    // Whatever page is opened first sends what waits.
    await page.goto("/groups");
    await seeNote(jonas, "A list of what is not seen.");
    await page.goto("/outbox");
    await expect(page.getByText("Everything you wrote has arrived.")).toBeVisible();
    await openReading(page, path);
    await expect(page.getByText("2 notes", { exact: true })).toBeVisible();
  });
});

test.describe("whose device it is", () => {
  test("signing out leaves nothing of the person behind", async ({ opened }) => {
    const page = await opened();
    await signInAs(page, "Amina Musa");
    await openText(page, "Rhetoric 201", "The Wall and the Window");
    await readyToRead(page);
    await untilKept(page, new URL(page.url()).pathname);
    expect((await heldBy(page)).databases).not.toEqual([]);

    await page.getByRole("link", { name: /Your account/ }).click();
    await page.getByRole("menuitem", { name: "Sign out" }).click();
    await page.waitForURL((url) => url.pathname === "/");
    await expect.poll(() => heldBy(page)).toEqual({ pages: [], databases: [] });
    await page.context().setOffline(true);
    await expect(page.goto("/kept")).rejects.toThrow(/ERR_/);
    await page.context().setOffline(false);
    await page.goto("/");
  });

  test("a session that ended elsewhere shows nothing, and another person who signs in clears it", async ({
    opened,
  }) => {
    const page = await opened();
    await signInAs(page, "Amina Musa");
    await openText(page, "Rhetoric 201", "The Wall and the Window");
    const path = new URL(page.url()).pathname;
    await readyToRead(page);
    await untilKept(page, path);
    const before = await heldBy(page);
    const amina = before.pages[0]?.split(" ")[0]?.replace("glossa-pages-", "") ?? "nobody";

    await page.context().clearCookies();
    await page.goto("/groups");
    await expect(page).toHaveURL(/sign-in/);
    await page.context().setOffline(true);
    await expect(page.goto(path)).rejects.toThrow(/ERR_/);
    await page.context().setOffline(false);

    await signInAs(page, "Jonas Keller");
    await expect
      .poll(async () => {
        const { pages, databases } = await heldBy(page);
        return [...pages, ...databases].filter((held) => held.includes(amina));
      })
      .toEqual([]);
  });
});

test("two tabs send what waits once, and both know what was refused", async ({ signedIn }) => {
  const teacher = await signedIn("Prof. Ingrid Dahl");
  const path = await postText(teacher, { title: "The lighthouse in two tabs", paragraphs });
  const one = await signedIn("Amina Musa");
  const two = await one.context().newPage();
  const sent: string[] = [];
  one.context().on("response", (answer) => {
    const isNote = answer.request().method() === "POST" && answer.url().endsWith("/notes");
    if (isNote) sent.push(`${answer.request().postDataJSON().body} ${answer.status()}`);
  });
  for (const tab of [one, two]) await openReading(tab, path);

  await one.context().setOffline(true);
  await writeNote(one, { quote: "every ship", body: "From the first tab." });
  await writeNote(two, { quote: "no list", body: "From the second tab." });
  for (const tab of [one, two]) await expect(tab.getByText("Waiting to be sent")).toHaveCount(2);
  await one.context().setOffline(false);
  for (const tab of [one, two]) await expect(tab.getByText("Waiting to be sent")).toHaveCount(0);
  await expect.poll(() => sent.toSorted()).toEqual(["From the first tab. 200", "From the second tab. 200"]);

  await one.context().setOffline(true);
  await writeNote(one, { quote: "does not see", body: "Too late for this text." });
  await postForm(teacher, `${await libraryOf(teacher)}?index`, {
    intent: "archive",
    text: path.split("/").at(-1) ?? "",
  });
  await one.context().setOffline(false);
  for (const tab of [one, two]) {
    await expect(tab.getByRole("button", { name: "1 note was not accepted" })).toBeVisible();
  }
  await teacher.goto(path);
  await readyToRead(teacher);
  await expect(cardOf(teacher, "From the first tab.")).toBeVisible();
  await expect(cardOf(teacher, "Too late for this text.")).toHaveCount(0);

  await two.goto("/outbox");
  await one.goto("/outbox");
  const row = one.getByRole("listitem").filter({ hasText: "Too late for this text." });
  await expect(row.getByText(/Not accepted: This text is archived/)).toBeVisible();
  expect((await new AxeBuilder({ page: one }).analyze()).violations).toEqual([]);
  await row.getByRole("button", { name: "Edit again" }).click();
  await expect(two.getByText("Everything you wrote has arrived.")).toBeVisible();
  await two.waitForLoadState();
});

/** The path of the library in which the texts of these tests stand. */
async function libraryOf(page: Page): Promise<string> {
  await page.goto("/groups");
  return (await page.getByRole("link", { name: "Rhetoric 201" }).first().getAttribute("href")) ?? "";
}
