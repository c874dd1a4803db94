/*
 * Runs in the page before its own scripts: keeps every long task and, when asked, the time of every frame. A script of its own,
 * since what a loader adds to a function does not exist in a page.
 */
const tasks = [];
new PerformanceObserver((list) => {
  for (const { startTime, duration } of list.getEntries()) tasks.push({ startTime, duration });
}).observe({ type: "longtask", buffered: true });

let frames = [];
let isWatching = false;

function look(now) {
  frames.push(now);
  if (isWatching) requestAnimationFrame(look);
}

/** The rectangle of the character at an offset of the text, scrolled into the middle of the window. */
function show(offset) {
  const block = [...document.querySelectorAll("#article [data-start]")]
    .filter((element) => Number(element.dataset.start) <= offset)
    .at(-1);
  block.scrollIntoView({ block: "center" });
  const walk = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  let start = offset - Number(block.dataset.start);
  for (let text = walk.nextNode(); text !== null; text = walk.nextNode()) {
    if (start >= text.data.length) {
      start -= text.data.length;
      continue;
    }
    const range = document.createRange();
    range.setStart(text, start);
    range.setEnd(text, start + 1);
    return range.getClientRects()[0];
  }
  throw new Error(`No text at ${offset}.`);
}

window.book = {
  /** Milliseconds of the longest task that began after `since`; 0 when none took 50. */
  longestTask: (since) =>
    tasks
      .filter(({ startTime }) => startTime > since)
      .reduce((longest, { duration }) => Math.max(longest, duration), 0),
  isPainted: () => [...CSS.highlights.values()].some(({ size }) => size > 0),
  firstPaint: () => performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? 0,
  now: () => performance.now(),
  watchFrames() {
    frames = [];
    isWatching = true;
    requestAnimationFrame(look);
  },
  /** Milliseconds between frames, shortest first. */
  frameGaps() {
    isWatching = false;
    return frames
      .slice(1)
      .map((at, index) => at - frames[index])
      .sort((a, b) => a - b);
  },
  /** Milliseconds of one press on the words at an offset, with all that the page does at once; the middle one of many. */
  async press(offset, times) {
    show(offset);
    // What is painted and placed follows the window.
    await new Promise((done) => setTimeout(done, 1000));
    const { left, top, width, height } = show(offset);
    const at = { clientX: left + width / 2, clientY: top + height / 2, bubbles: true };
    const target = document.elementFromPoint(at.clientX, at.clientY);
    const took = [];
    for (let i = 0; i < times; i++) {
      const before = performance.now();
      target.dispatchEvent(new MouseEvent("click", at));
      took.push(performance.now() - before);
      document.body.dispatchEvent(new PointerEvent("pointerdown", { bubbles: true }));
      await new Promise((done) => setTimeout(done, 50));
    }
    return took.sort((a, b) => a - b)[Math.floor(times / 2)];
  },
};
