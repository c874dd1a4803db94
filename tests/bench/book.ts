/** A reader of a whole book in Chromium, beside one of an essay: opening, a note that comes in, a press on stacked notes, scrolling. */
import type { Browser, CDPSession, Page } from "@playwright/test";
import { inBrowser, visitorOf } from "./browser.ts";
import { type Child, during, startChild } from "./child.ts";
import type { Stage } from "./composed-server.ts";
import { row, table } from "./table.ts";

const PATIENCE = 120_000;
/** Notes on the same words in the middle of the text. */
const STACKED = 10;
/** Notes that come in, one by one; the middle one counts. */
const COMING = 7;
const PRESSES = 21;
/** Turns of the wheel, and pixels of each. */
const WHEEL = { turns: 150, pixels: 300 };

/** The first is what the others are compared with. */
const sizes = [
  { words: 5000, notes: 100 },
  { words: 50_000, notes: 1000 },
  { words: 500_000, notes: 10_000 },
];

/** What `watch-book.mjs` puts into the page. */
type Book = {
  longestTask(since: number): number;
  isPainted(): boolean;
  firstPaint(): number;
  now(): number;
  watchFrames(): void;
  frameGaps(): number[];
  press(offset: number, times: number): Promise<number>;
};
declare global {
  interface Window {
    book: Book;
  }
}

export async function book(): Promise<void> {
  await inBrowser("the book", async (browser) => {
    table(
      "A book in Chromium, ms",
      ...["words", "notes", "first paint", "first highlight", "longest task after", "heap MB"],
      ...["note comes in: longest task", "longest frame", "press on one note", `on ${STACKED}`],
      ...["scrolling: frame p50", "p95", "longest"],
    );
    await during(startChild("./composed-server.ts"), async (child) => {
      for (const size of sizes) await readBook(browser, child, size);
    });
  });
}

async function readBook(browser: Browser, child: Child, size: (typeof sizes)[number]): Promise<void> {
  const stage = (await child.ask({ members: 2, ...size, stacked: STACKED })) as Stage;
  const url = `http://127.0.0.1:${child.port}`;
  const viewport = { width: 1440, height: 900 };
  const context = await visitorOf(browser, { url, cookies: stage.cookies, viewport, script: "watch-book.mjs" });
  const page = await context.newPage();
  const devTools = await context.newCDPSession(page);
  await page.goto(`${url}/t/${stage.document}`, { timeout: PATIENCE });
  await page.waitForFunction(() => window.book.isPainted(), null, { timeout: PATIENCE, polling: "raf" });
  const firstHighlight = await page.evaluate(() => window.book.now());
  // What the page does once it is there, such as reading on in the index, belongs to opening it.
  await page.waitForTimeout(5000);
  const opened = await page.evaluate(() => ({
    firstPaint: window.book.firstPaint(),
    longest: window.book.longestTask(window.book.firstPaint()),
  }));
  const heap = await heapOf(devTools);
  const coming = await notesComeIn(page, child);
  const one = await pressOn(page, stage.single);
  const ten = await pressOn(page, stage.stacked);
  const gaps = await scroll(page);
  row(
    ...[size.words, size.notes],
    ...[opened.firstPaint, firstHighlight, opened.longest, heap, coming.task, coming.frame].map((ms) => ms.toFixed(0)),
    ...[one, ten].map((ms) => ms.toFixed(1)),
    ...[0.5, 0.95, 1].map((share) => atShare(gaps, share).toFixed(0)),
  );
  await context.close();
}

/** Megabytes in use after a collection. */
async function heapOf(devTools: CDPSession): Promise<number> {
  await devTools.send("HeapProfiler.collectGarbage");
  await devTools.send("Performance.enable");
  const { metrics } = await devTools.send("Performance.getMetrics");
  return (metrics.find((metric) => metric.name === "JSHeapUsedSize")?.value ?? 0) / 1e6;
}

/** The longest task and the longest frame in the second after somebody else's note was stored; the middle of several. */
async function notesComeIn(page: Page, child: Child): Promise<{ readonly task: number; readonly frame: number }> {
  const tasks: number[] = [];
  const frames: number[] = [];
  for (let i = 0; i < COMING; i++) {
    const since = await page.evaluate(() => {
      window.book.watchFrames();
      return window.book.now();
    });
    await child.ask({ note: (i + 1) / (COMING + 1) });
    await page.waitForTimeout(1000);
    const seen = await page.evaluate(
      (from) => ({ task: window.book.longestTask(from), gaps: window.book.frameGaps() }),
      since,
    );
    tasks.push(seen.task);
    frames.push(seen.gaps.at(-1) ?? 0);
  }
  return { task: middle(tasks), frame: middle(frames) };
}

/** Milliseconds of a press on the words at an offset of the text. */
function pressOn(page: Page, offset: number): Promise<number> {
  return page.evaluate(([at, times]) => window.book.press(at, times), [offset, PRESSES] as const);
}

/** Milliseconds between the frames while the wheel is turned. */
async function scroll(page: Page): Promise<readonly number[]> {
  await page.keyboard.press("Escape");
  await page.mouse.move(600, 450);
  await page.evaluate(() => window.book.watchFrames());
  for (let i = 0; i < WHEEL.turns; i++) await page.mouse.wheel(0, WHEEL.pixels);
  return page.evaluate(() => window.book.frameGaps());
}

function middle(values: readonly number[]): number {
  return atShare(
    values.toSorted((a, b) => a - b),
    0.5,
  );
}

function atShare(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
