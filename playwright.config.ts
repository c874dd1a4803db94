import { rmSync } from "node:fs";
import { resolve } from "node:path";
import { defineConfig } from "@playwright/test";
import { findBrowser } from "./tests/support/browser.mjs";

const port = Number(process.env.E2E_PORT ?? 3907);
const executablePath = findBrowser();

/** The site of the last run; it stays after a failure, for whoever looks into it. */
const dataDir = resolve("test-results", "site");
// The workers read this file again; the variable tells them from the first reading.
if (process.env.E2E_SITE === undefined) rmSync(dataDir, { recursive: true, force: true });
process.env.E2E_SITE = dataDir;

export default defineConfig({
  testDir: "tests/e2e",
  testMatch: "*.spec.ts",
  workers: 1,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  // A browser on a shared machine now and then does not close; what passes the second time is listed as flaky.
  retries: process.env.CI === undefined ? 0 : 1,
  forbidOnly: process.env.CI !== undefined,
  reporter: [["list"], ["json", { outputFile: process.env.PLAYWRIGHT_JSON_OUTPUT_FILE ?? "test-results/report.json" }]],
  outputDir: "test-results/e2e",
  use: {
    baseURL: `http://127.0.0.1:${port}`,
    trace: "retain-on-failure",
    // Each new browser would fetch the whole application for its worker; the tests about being offline let theirs do so.
    serviceWorkers: "block",
    launchOptions: {
      ...(executablePath === null ? {} : { executablePath }),
      args: ["--no-sandbox", "--disable-dev-shm-usage"],
    },
  },
  webServer: {
    command: "npm start",
    url: `http://127.0.0.1:${port}/healthz`,
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
  },
});
