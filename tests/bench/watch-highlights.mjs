/*
 * Runs in the page before its own scripts: looks at every frame whether a highlight is there. A script of its own, since what a
 * loader adds to a function does not exist in a page.
 */
let longestTask = 0;
new PerformanceObserver((list) => {
  for (const { duration } of list.getEntries()) longestTask = Math.max(longestTask, duration);
}).observe({ type: "longtask", buffered: true });

function look() {
  if (![...CSS.highlights.values()].some(({ size }) => size > 0)) {
    requestAnimationFrame(look);
    return;
  }
  const firstHighlight = performance.now();
  const firstPaint = performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? 0;
  // A task is reported after it has ended.
  setTimeout(() => {
    window.seen = { firstPaint, firstHighlight, longestTask };
  }, 100);
}
requestAnimationFrame(look);
