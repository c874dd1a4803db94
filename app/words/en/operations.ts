/** What the process says to the person who runs it: on the terminal and in the log. */
export const operationsWords = {
  building: "Building the pages…",
  buildFailed: "The pages could not be built; the lines above say why.",
  badEnvironment: (sentences: readonly string[]) =>
    `Glossa cannot start:\n${sentences.map((s) => `  ${s}`).join("\n")}`,
  cannotWrite: (folder: string, reason: string) =>
    `Glossa cannot write to its data folder ${folder} (${reason}). Give it to the user that runs Glossa, or set DATA_DIR to another folder.`,
  badKey: (file: string) =>
    `The key of the second factors, ${file}, is not 32 bytes long. Put the one of a backup in its place, or remove it: a new one is made, and people then use recovery codes or passkeys.`,
  factorAlert: "a second factor was refused that looks like a copy, or could not be read",
  accountStaysFor: "an account could not end: site or group would be without anybody to look after it",
  folderInUse: (folder: string, pid: number) =>
    `Another Glossa (process ${pid}) is using the data folder ${folder}. Stop it first, or set DATA_DIR to another folder.`,
  portInUse: (port: number) => `Port ${port} is in use. Stop what listens there, or set PORT to another number.`,
  portRefused: (port: number, host: string, reason: string) =>
    `Glossa cannot listen on port ${port} of ${host} (${reason}). Set PORT and HOST to something that this machine allows.`,
  ready: (url: string) => `Glossa is ready at ${url}`,
  demoIsThere: "the demo is there, sign in as anyone",
  noDemo: "without the demo",
  plainHttp: "plain http: the session cookie is not Secure, so use this on a network that you trust",
  setup: (link: string) => `No administrator yet. Open this link once to become the first one:\n  ${link}`,
  stopping: "Stopping: finishing what was asked",
  stopped: "Stopped",
  planted: (milliseconds: number) => `Planted the demo in ${milliseconds} ms`,
  jobFailed: "A job failed and will be tried again at its next turn",
  queueFailed: "The queue of letters could not be read or written; it will be tried again",
  importNotRead: "A text could not be read in",
  newsNotWritten: "A letter about news could not be written; it will be tried again",
  letterNotSent: "A letter was not taken; it will be tried again",
  letterGivenUp: "A letter was given up; an administrator finds it in the list of letters",
  letterTooOld: "It waited for too long to be worth sending.",
  drainTimedOut: "Some requests did not finish in time and were cut off",
  backupUsage: "Usage: npm run backup -- FILE.tar.gz",
  backupExists: (file: string) => `${file} exists already; a backup never overwrites anything. Choose another name.`,
  noDatabase: (folder: string) => `There is no Glossa database in ${folder}. Set DATA_DIR to the folder of the site.`,
  backedUp: (file: string, bytes: number) => `Backed up to ${file} (${bytes} bytes)`,
  restoreUsage: "Usage: npm run restore -- FILE.tar.gz [--force]",
  noArchive: (file: string) => `${file} does not exist or cannot be read.`,
  notOurArchive: (file: string, reason: string) =>
    `${file} is not a backup that Glossa made (${reason}). Nothing was changed.`,
  folderNotEmpty: (folder: string) =>
    `The data folder ${folder} is not empty. With --force its contents are moved to a folder inside it, and the backup takes their place.`,
  restored: (folder: string) => `Restored into ${folder}; everything verified.`,
  movedAside: (folder: string) => `What was there before is in ${folder}`,
  verified: "Verified: feeds, foreign keys, search and the file itself agree.",
  findings: (count: number) => `${count} ${count === 1 ? "finding" : "findings"}:`,
} as const;
