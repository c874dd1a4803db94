import { rmSync } from "node:fs";
import { defineConfig } from "@playwright/test";
import { siteOf, WORKERS } from "./tests/e2e/sites.ts";
import { findBrowser } from "./tests/support/browser.mjs";

const executablePath = findBrowser();
const sites = Array.from({ length: WORKERS }, (_, worker) => siteOf(worker));

// The workers read this file again; the variable tells them from the first reading.
if (process.env.E2E_READ === undefined)
  for (const { dataDir } of sites) rmSync(dataDir, { recursive: true, force: true });
process.env.E2E_READ = "1";

export default defineConfig({
  testDir: "tests/e2e",
  testMatch: "*.spec.ts",
  workers: WORKERS,
  timeout: 150_000,
  expect: { timeout: 20_000 },
  // A browser on a shared machine now and then does not close; what passes the second time is listed as flaky.
  retries: process.env.CI === undefined ? 0 : 1,
  forbidOnly: process.env.CI !== undefined,
  reporter: [["list"], ["json", { outputFile: process.env.PLAYWRIGHT_JSON_OUTPUT_FILE ?? "test-results/report.json" }]],
  outputDir: "test-results/e2e",
  use: {
    trace: "retain-on-failure",
    // Each new browser would fetch the whole application for its worker; the tests about being offline let theirs do so.
    serviceWorkers: "block",
    launchOptions: {
      ...(executablePath === null ? {} : { executablePath }),
      args: ["--no-sandbox", "--disable-dev-shm-usage"],
    },
  },
  // One is started after the other, so that the first builds what is stale for both.
  webServer: sites.map(({ url, port, dataDir }) => ({
    command: "npm start",
    url: `${url}/healthz`,
    timeout: 180_000,
    gracefulShutdown: { signal: "SIGTERM", timeout: 10_000 },
    stdout: "ignore",
    env: {
      ...process.env,
      PORT: String(port),
      HOST: "127.0.0.1",
      DATA_DIR: dataDir,
      NODE_ENV: "production",
      LOG_LEVEL: "warn",
    },
  })),
});
