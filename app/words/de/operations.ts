import type { operationsWords as english } from "../en/operations.ts";
import type { Translated } from "../localised.ts";

export const operationsWords: Translated<typeof english> = {
  building: "Die Seiten werden gebaut …",
  buildFailed: "Die Seiten ließen sich nicht bauen; die Zeilen darüber sagen, weshalb.",
  badEnvironment: (sentences) => `Glossa kann nicht starten:\n${sentences.map((s) => `  ${s}`).join("\n")}`,
  cannotWrite: (folder, reason) =>
    `Glossa kann nicht in den Datenordner ${folder} schreiben (${reason}). Er muss dem Benutzer gehören, unter dem Glossa läuft; oder DATA_DIR nennt einen anderen Ordner.`,
  badKey: (file) =>
    `Der Schlüssel der zweiten Faktoren, ${file}, ist nicht 32 Byte lang. Bitte durch den einer Sicherung ersetzen oder entfernen: dann entsteht ein neuer, und es gelten nur noch Ersatzcodes und Passkeys.`,
  factorAlert: "ein zweiter Faktor wurde abgewiesen: er sieht nach einer Kopie aus oder ließ sich nicht lesen",
  accountStaysFor: "ein Konto konnte nicht enden: Seite oder Gruppe hätten sonst niemanden mehr, der sich kümmert",
  folderInUse: (folder, pid) =>
    `Ein anderes Glossa (Prozess ${pid}) benutzt den Datenordner ${folder}. Bitte zuerst beenden, oder DATA_DIR nennt einen anderen Ordner.`,
  portInUse: (port) =>
    `Port ${port} ist belegt. Bitte beenden, was dort horcht, oder mit PORT eine andere Nummer wählen.`,
  portRefused: (port, host, reason) =>
    `Glossa kann an Port ${port} von ${host} nicht horchen (${reason}). PORT und HOST müssen etwas nennen, das dieser Rechner erlaubt.`,
  ready: (url) => `Glossa ist bereit: ${url}`,
  demoIsThere: "die Vorführung ist da, anmelden geht als jede Person",
  noDemo: "ohne Vorführung",
  plainHttp: "ohne TLS: Das Sitzungs-Cookie ist nicht Secure, also nur in einem Netz benutzen, dem man traut",
  setup: (link) => `Noch niemand verwaltet diese Seite. Dieser Link macht, einmal geöffnet, den Anfang:\n  ${link}`,
  stopping: "Wird beendet: Was gefragt wurde, wird noch erledigt",
  stopped: "Beendet",
  planted: (milliseconds) => `Vorführung angelegt in ${milliseconds} ms`,
  jobFailed: "Eine Aufgabe ist gescheitert und wird beim nächsten Mal wieder versucht",
  queueFailed: "Die Warteschlange der Briefe war nicht zu lesen oder zu schreiben; sie wird wieder versucht",
  importNotRead: "Ein Text ließ sich nicht einlesen",
  newsNotWritten: "Ein Brief über Neues ließ sich nicht schreiben; es wird wieder versucht",
  letterNotSent: "Ein Brief wurde nicht angenommen; er wird wieder versucht",
  letterGivenUp: "Ein Brief wurde aufgegeben; er steht in der Liste der Briefe",
  letterTooOld: "Er hat zu lange gewartet, um noch abgeschickt zu werden.",
  drainTimedOut: "Einige Anfragen wurden nicht rechtzeitig fertig und abgebrochen",
  backupUsage: "Aufruf: npm run backup -- DATEI.tar.gz",
  backupExists: (file) =>
    `${file} gibt es schon; eine Sicherung überschreibt nie etwas. Bitte einen anderen Namen wählen.`,
  noDatabase: (folder) => `In ${folder} liegt keine Datenbank von Glossa. DATA_DIR muss den Ordner der Seite nennen.`,
  backedUp: (file, bytes) => `Gesichert in ${file} (${bytes} Byte)`,
  restoreUsage: "Aufruf: npm run restore -- DATEI.tar.gz [--force]",
  noArchive: (file) => `${file} gibt es nicht, oder es lässt sich nicht lesen.`,
  notOurArchive: (file, reason) => `${file} ist keine Sicherung von Glossa (${reason}). Nichts wurde geändert.`,
  folderNotEmpty: (folder) =>
    `Der Datenordner ${folder} ist nicht leer. Mit --force kommt sein Inhalt in einen Unterordner, und die Sicherung tritt an seine Stelle.`,
  restored: (folder) => `Wiederhergestellt in ${folder}; alles geprüft.`,
  movedAside: (folder) => `Was vorher da war, liegt in ${folder}`,
  verified: "Geprüft: Verläufe, Fremdschlüssel, Suche und die Datei selbst stimmen überein.",
  findings: (count) => `${count} ${count === 1 ? "Befund" : "Befunde"}:`,
};
