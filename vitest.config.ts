import { defineConfig } from "vitest/config";

const node = { environment: "node" as const, testTimeout: 20_000, hookTimeout: 30_000 };

/** Three projects, so that `npm run check` can stay at the unit tests and `npm test` can name what it runs. */
export default defineConfig({
  test: {
    projects: [
      { test: { ...node, name: "unit", include: ["{app,server,db}/**/*.test.{ts,tsx}"] } },
      { test: { ...node, name: "integration", include: ["tests/integration/**/*.test.ts"], testTimeout: 60_000 } },
      { test: { ...node, name: "laws", include: ["tests/laws/**/*.test.ts"], testTimeout: 180_000 } },
    ],
  },
});
