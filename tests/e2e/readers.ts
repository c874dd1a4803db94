/** What every end-to-end test starts from: pages of people of the demo, each in a browser context of their own. */
import { type BrowserContextOptions, type Cookie, expect, type Page, test as runner } from "@playwright/test";
import { siteOf } from "./sites.ts";

type Fixtures = {
  /** A new browser context, which is closed at the end of the test. */
  readonly opened: (options?: BrowserContextOptions) => Promise<Page>;
  /** A new browser context in which that person of the demo is signed in, on their list of groups. */
  readonly signedIn: (name: string, options?: BrowserContextOptions) => Promise<Page>;
};

type WorkerFixtures = {
  /** Session cookies by site and name: signing in for every test would meet the limit of the demo. */
  readonly sessions: Map<string, Cookie[]>;
};

export const test = runner.extend<Fixtures, WorkerFixtures>({
  sessions: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern what a fixture needs
    async ({}, use) => use(new Map()),
    { scope: "worker" },
  ],

  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern what a fixture needs
  baseURL: async ({}, use, { parallelIndex }) => use(siteOf(parallelIndex).url),

  opened: async ({ browser }, use) => {
    const pages: Page[] = [];
    await use(async (options) => {
      const page = await (await browser.newContext(options)).newPage();
      pages.push(page);
      return page;
    });
    for (const page of pages) {
      // A context that is closed in the middle of a navigation now and then never says that it has closed.
      await page.waitForLoadState().catch(() => undefined);
      await page.context().close();
    }
  },

  signedIn: async ({ opened, sessions, baseURL }, use) => {
    await use(async (name, options) => {
      const page = await opened(options);
      const key = `${options?.baseURL ?? baseURL} ${name}`;
      await page.context().addCookies(sessions.get(key) ?? []);
      await page.goto("/groups");
      // The first time, and after a test that ended the session.
      if (new URL(page.url()).pathname === "/sign-in") {
        await signInAs(page, name);
        sessions.set(key, await page.context().cookies());
      }
      return page;
    });
  },
});

export { expect };

/** Signs in on the sign-in page by the button that the demo has for that person; the session is a new one. */
export async function signInAs(page: Page, name: string): Promise<void> {
  await page.goto("/sign-in");
  await page.getByRole("button", { name }).click();
  await page.waitForURL((url) => url.pathname !== "/sign-in");
}

/** Opens a text from the library of a group, by their names. */
export async function openText(page: Page, group: string, title: string): Promise<void> {
  await page.goto("/");
  await page.getByRole("link", { name: group }).first().click();
  await page.getByRole("link", { name: title }).first().click();
  await page.waitForURL(/\/t\//);
}

/** Adds a text of its own for a test, as Prof. Dahl in Rhetoric 201, and gives its path. */
export async function addText(page: Page, title: string, paragraphs: readonly string[]): Promise<string> {
  await page.goto("/");
  await page.getByRole("link", { name: "Rhetoric 201" }).first().click();
  await page.getByRole("link", { name: "Add a text" }).first().click();
  await page.getByRole("textbox", { name: "The text" }).fill([`# ${title}`, ...paragraphs].join("\n\n"));
  await page.getByRole("button", { name: "Look at it" }).click();
  await page.getByRole("button", { name: /^Add (this text|it anyway)$/ }).click();
  await page.waitForURL(/\/t\//);
  return new URL(page.url()).pathname;
}

/** Posts a form of the site as that person's browser would, and gives the path that it leads to. */
export async function postForm(page: Page, path: string, form: Record<string, string>): Promise<string> {
  const { origin } = new URL(page.url());
  const answer = await page.request.post(path, { form, headers: { Origin: origin }, maxRedirects: 0 });
  if (answer.status() >= 400) throw new Error(`${path} was answered with ${answer.status()}.`);
  return answer.headers().location ?? path;
}

/** The same text as `addText` by its forms alone, for tests about something else; in any group of that person. */
export async function postText(
  page: Page,
  { group = "Rhetoric 201", title, paragraphs }: { group?: string; title: string; paragraphs: readonly string[] },
): Promise<string> {
  await page.goto("/groups");
  const path = await page.getByRole("link", { name: group }).first().getAttribute("href");
  const text = [`# ${title}`, ...paragraphs].join("\n\n");
  return postForm(page, await postForm(page, `${path}/add`, { text }), {});
}

/** Scrolls to the first occurrence of these words in the article. They have to stand in one text node. */
export async function scrollToWords(page: Page, words: string): Promise<void> {
  await placeOf(page, words);
}

/** Selects the first occurrence of these words in the article with the mouse. They have to stand in one text node. */
export async function selectWords(page: Page, words: string): Promise<void> {
  const { from, to } = await placeOf(page, words);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 5 });
  await page.mouse.up();
}

type Point = { readonly x: number; readonly y: number };

/** Brings the words into view; gives where they begin and end, in CSS pixels of the window. */
export async function placeOf(page: Page, words: string): Promise<{ readonly from: Point; readonly to: Point }> {
  const place = await page.evaluate((wanted) => {
    for (const block of document.querySelectorAll("[data-block]")) {
      const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        const start = walker.currentNode.nodeValue?.indexOf(wanted) ?? -1;
        if (start < 0) continue;
        const range = document.createRange();
        range.setStart(walker.currentNode, start);
        range.setEnd(walker.currentNode, start + wanted.length);
        range.startContainer.parentElement?.scrollIntoView({ block: "center", behavior: "instant" });
        const lines = [...range.getClientRects()];
        const [first, last] = [lines.at(0), lines.at(-1)];
        if (first === undefined || last === undefined) return null;
        return {
          from: { x: first.left + 1, y: first.top + first.height / 2 },
          to: { x: last.right - 1, y: last.top + last.height / 2 },
        };
      }
    }
    return null;
  }, words);
  if (place === null) throw new Error(`The article does not hold “${words}” in one piece.`);
  return place;
}
