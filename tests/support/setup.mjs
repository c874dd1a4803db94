/**
 * Brings a fresh clone to the point where `npm start`, `npm run dev` or `npm test` can run, and says nothing when there
 * is nothing to do. Plain JavaScript without dependencies: it runs before anything is installed.
 */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { findBrowser } from "./browser.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
/** What npm wrote down about the packages that it really installed. */
const installedLock = join(root, "node_modules", ".package-lock.json");

checkNode();
if (!isInstalled()) install();
if (!databaseLoads()) rebuildDatabase();
if (process.argv.includes("--for=test") && findBrowser() === null) installBrowser();

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  const good = (major === 20 && minor >= 19) || major === 21 || major === 22;
  if (!good)
    stop(`Glossa runs on Node 20.19 to 22; this is Node ${process.versions.node}. Please switch and try again.`);
}

/** Compares contents, not times: a clone, a checkout and a restored cache all shuffle times. */
function isInstalled() {
  if (!existsSync(installedLock)) return false;
  const wanted = packagesOf(join(root, "package-lock.json"));
  const present = packagesOf(installedLock);
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === "") return true;
    const found = present[path];
    return found === undefined ? entry.optional === true : found.version === entry.version;
  });
}

function packagesOf(file) {
  return JSON.parse(readFileSync(file, "utf8")).packages ?? {};
}

function install() {
  say("Installing packages (about two minutes the first time; better-sqlite3 may have to be compiled)…");
  if (!run("npm", ["ci", "--no-audit", "--no-fund"])) stop(installSentence());
}

/** False after a change of the Node version, or when install scripts were skipped. */
function databaseLoads() {
  try {
    const Database = createRequire(import.meta.url)("better-sqlite3");
    new Database(":memory:").close();
    return true;
  } catch {
    return false;
  }
}

function rebuildDatabase() {
  say("Compiling better-sqlite3 for this version of Node (about 80 seconds)…");
  if (!run("npm", ["rebuild", "better-sqlite3"]) || !databaseLoads()) stop(installSentence());
}

function installSentence() {
  const missing = ["gcc", "make", "python3"].filter((tool) => !isCommand(tool));
  if (missing.length === 0) return "Installing failed; the lines above say why.";
  return `Installing failed. better-sqlite3 has no ready binary for this machine and ${missing.join(", ")} is missing to compile it. On Debian: apt-get install gcc g++ make python3`;
}

function installBrowser() {
  say("Fetching Chromium for the end-to-end tests…");
  const playwright = join(root, "node_modules", "playwright-core", "cli.js");
  if (run(process.execPath, [playwright, "install", "chromium"], 120_000) && findBrowser() !== null) return;
  say("That download does not work here; trying the system's package…");
  const isRoot = process.getuid?.() === 0;
  const apt = (args) => (isRoot ? run("apt-get", args) : run("sudo", ["apt-get", ...args]));
  apt(["update"]);
  apt(["install", "-y", "--no-install-recommends", "chromium"]);
  if (findBrowser() === null) {
    stop("No Chromium was found or could be installed. Install one and set CHROMIUM_PATH to it.");
  }
}

function isCommand(name) {
  return spawnSync(name, ["--version"], { stdio: "ignore" }).error === undefined;
}

function run(command, args, timeout) {
  return spawnSync(command, args, { cwd: root, stdio: "inherit", timeout }).status === 0;
}

function say(sentence) {
  process.stderr.write(`${sentence}\n`);
}

function stop(sentence) {
  say(sentence);
  process.exit(1);
}
