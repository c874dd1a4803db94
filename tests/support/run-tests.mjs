/**
 * `npm test`: everything, one round after another so that two cores are enough, every step even when one before it failed.
 * Each runner names its slowest tests. The last line is the sum: "N passed, N failed". Lint, types and build count as one
 * test each.
 */
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const MINUTE = 60_000;
const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const reports = mkdtempSync(join(tmpdir(), "glossa-tests-"));

/** How many of its slowest tests a runner names, so that one that has become slow is seen. */
const SLOWEST = 10;

/**
 * The steps of a round run side by side: those of the first use one core each. `report` is the file that a test runner
 * writes; a step without one is a single test.
 */
const rounds = [
  [
    { name: "types", command: ["npx", "tsc", "--noEmit"], minutes: 3 },
    { name: "build", command: ["node", "--import", "tsx", "server/cli/build.ts"], minutes: 4 },
    { name: "lint", command: ["npx", "biome", "check", "."], minutes: 2 },
  ],
  [vitest("unit", 8)],
  [vitest("integration", 15)],
  [vitest("laws", 10)],
  [
    {
      name: "end to end",
      command: ["npx", "playwright", "test"],
      minutes: 30,
      report: { file: join(reports, "e2e.json"), read: readPlaywright },
    },
  ],
];

const setUp = spawnSync(process.execPath, ["tests/support/setup.mjs", "--for=test"], { cwd: root, stdio: "inherit" });
const results = setUp.status === 0 ? await runRounds() : [{ name: "setup", passed: 0, failed: 1 }];
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

async function runRounds() {
  const results = [];
  for (const round of rounds)
    results.push(...(await Promise.all(round.map((step) => runStep(step, round.length > 1)))));
  return results;
}

/** What one of several steps says is kept until it has ended, so that their lines do not mix. */
async function runStep(step, hasCompany) {
  if (!hasCompany) say(`\n— ${step.name}`);
  const started = Date.now();
  const { succeeded, said } = await run(step, hasCompany ? "pipe" : "inherit");
  if (hasCompany) process.stdout.write(`\n— ${step.name}\n${said}`);
  const { slowest, ...counted } = count(step, succeeded);
  say(
    `— ${step.name}: ${counted.passed} passed, ${counted.failed} failed, ${Math.round((Date.now() - started) / 1000)} s`,
  );
  for (const { title, ms } of slowest) say(`  ${(ms / 1000).toFixed(1).padStart(5)} s  ${title}`);
  return { name: step.name, ...counted };
}

async function run({ command: [command, ...args], minutes }, output) {
  const child = spawn(command, args, {
    cwd: root,
    stdio: ["ignore", output, output],
    timeout: minutes * MINUTE,
    env: { ...process.env, PLAYWRIGHT_JSON_OUTPUT_FILE: join(reports, "e2e.json") },
  });
  const said = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk) => said.push(chunk));
  // A command that cannot be started has no other end than its error.
  const [status] = await once(child, "close").catch(() => [null]);
  return { succeeded: status === 0, said: Buffer.concat(said).toString() };
}

/** A step that died, timed out or ran nothing has failed, whatever its report says. */
function count(step, succeeded) {
  if (step.report === undefined) return { passed: succeeded ? 1 : 0, failed: succeeded ? 0 : 1, slowest: [] };
  const { passed, failed, tests } = readReport(step.report);
  const slowest = tests.sort((a, b) => b.ms - a.ms).slice(0, SLOWEST);
  return { passed, failed: succeeded && passed > 0 ? failed : Math.max(1, failed), slowest };
}

function readReport(report) {
  try {
    return report.read(JSON.parse(readFileSync(report.file, "utf8")));
  } catch {
    return { passed: 0, failed: 1, tests: [] };
  }
}

function readVitest(json) {
  const tests = json.testResults.flatMap(({ name, assertionResults }) =>
    assertionResults.map(({ fullName, duration }) => ({ title: titleOf(name, fullName), ms: duration ?? 0 })),
  );
  return { passed: json.numPassedTests, failed: json.numFailedTests, tests };
}

function readPlaywright(json) {
  const { expected, flaky, unexpected } = json.stats;
  return { passed: expected + flaky, failed: unexpected, tests: json.suites.flatMap(testsOf) };
}

/** Playwright's suites nest; a test that was tried again counts with all its tries. */
function testsOf({ suites = [], specs = [] }) {
  const own = specs.map(({ file, title, tests }) => ({
    title: titleOf(file, title),
    ms: sum(tests.flatMap(({ results }) => results.map(({ duration }) => duration))),
  }));
  return [...own, ...suites.flatMap(testsOf)];
}

/** Short enough for one line, and without signs that act on a terminal: some cases are named by hostile words. */
function titleOf(file, title) {
  const words = title.replace(/[\p{Cc}\p{Cf}]/gu, "");
  return `${basename(file)}: ${words.length > 72 ? `${words.slice(0, 71)}…` : words}`;
}

function sum(numbers) {
  return numbers.reduce((a, b) => a + b, 0);
}

function say(line) {
  process.stdout.write(`${line}\n`);
}
