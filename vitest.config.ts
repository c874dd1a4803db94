import { defineConfig } from "vitest/config";

const node = {
  environment: "node" as const,
  testTimeout: 20_000,
  hookTimeout: 30_000,
  // Vitest's second is too short for a machine that does something else as well.
  expect: { poll: { timeout: 10_000 } },
};

/** Three projects, so that `npm run check` can stay at the unit tests and `npm test` can name what it runs. */
export default defineConfig({
  test: {
    // Vitest leaves one processor to whoever watches; nobody does.
    maxWorkers: 2,
    projects: [
      // They leave nothing behind in their process, and loading the modules anew for each file took as long as the tests.
      { test: { ...node, name: "unit", include: ["{app,server,db}/**/*.test.{ts,tsx}"], isolate: false } },
      {
        test: {
          ...node,
          name: "integration",
          include: ["tests/integration/**/*.test.ts"],
          globalSetup: ["tests/support/build-once.ts"],
          testTimeout: 60_000,
        },
      },
      { test: { ...node, name: "laws", include: ["tests/laws/**/*.test.ts"], testTimeout: 180_000 } },
    ],
  },
});
