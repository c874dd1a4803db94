/**
 * `npm test`: everything, one step after another so that two cores are enough, every step even when one before it failed.
 * The last line is the sum: "N passed, N failed". Lint, types and build count as one test each.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const MINUTE = 60_000;
const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const reports = mkdtempSync(join(tmpdir(), "glossa-tests-"));

/** `report` is the file that a test runner writes; a step without one is a single test. */
const steps = [
  { name: "lint", command: ["npx", "biome", "check", "."], minutes: 2 },
  { name: "types", command: ["npx", "tsc", "--noEmit"], minutes: 3 },
  vitest("unit", 8),
  { name: "build", command: ["node", "--import", "tsx", "server/cli/build.ts"], minutes: 4 },
  vitest("integration", 15),
  vitest("laws", 10),
  {
    name: "end to end",
    command: ["npx", "playwright", "test"],
    minutes: 30,
    report: { file: join(reports, "e2e.json"), read: readPlaywright },
  },
];

const setUp = spawnSync(process.execPath, ["tests/support/setup.mjs", "--for=test"], { cwd: root, stdio: "inherit" });
const results = setUp.status === 0 ? steps.map(runStep) : [{ name: "setup", passed: 0, failed: 1 }];
rmSync(reports, { recursive: true, force: true });

const passed = sum(results.map((result) => result.passed));
const failed = sum(results.map((result) => result.failed));
say("");
for (const result of results.filter((each) => each.failed > 0)) say(`${result.name}: ${result.failed} failed`);
say(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);

function vitest(project, minutes) {
  const file = join(reports, `${project}.json`);
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
  return {
    name: project,
    command: ["npx", "vitest", "run", "--project", project, ...reporters],
    minutes,
    report: { file, read: readVitest },
  };
}

function runStep(step) {
  say(`\n— ${step.name}`);
  const [command, ...args] = step.command;
  const started = Date.now();
  const run = spawnSync(command, args, {
    cwd: root,
    stdio: "inherit",
    timeout: step.minutes * MINUTE,
    env: { ...process.env, PLAYWRIGHT_JSON_OUTPUT_FILE: join(reports, "e2e.json") },
  });
  const counted = count(step, run.status === 0);
  say(
    `— ${step.name}: ${counted.passed} passed, ${counted.failed} failed, ${Math.round((Date.now() - started) / 1000)} s`,
  );
  return { name: step.name, ...counted };
}

/** A step that died, timed out or ran nothing has failed, whatever its report says. */
function count(step, succeeded) {
  if (step.report === undefined) return { passed: succeeded ? 1 : 0, failed: succeeded ? 0 : 1 };
  const read = readReport(step.report);
  const good = succeeded && read.passed > 0;
  return { passed: read.passed, failed: good ? read.failed : Math.max(1, read.failed) };
}

function readReport(report) {
  try {
    return report.read(JSON.parse(readFileSync(report.file, "utf8")));
  } catch {
    return { passed: 0, failed: 1 };
  }
}

function readVitest(json) {
  return { passed: json.numPassedTests, failed: json.numFailedTests };
}

function readPlaywright(json) {
  return { passed: json.stats.expected + json.stats.flaky, failed: json.stats.unexpected };
}

function sum(numbers) {
  return numbers.reduce((a, b) => a + b, 0);
}

function say(line) {
  process.stdout.write(`${line}\n`);
}
