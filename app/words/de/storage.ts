import type { storageWords as english } from "../en/storage.ts";
import type { Translated } from "../localised.ts";

export const storageWords: Translated<typeof english> = {
  busy: "Gerade wird zu viel auf einmal geschrieben. Bitte in einigen Sekunden noch einmal versuchen.",
  newerSchema: (file, build) =>
    `Die Datenbank ${file} stammt von einem neueren Glossa. Dieses kennt sie bis „${build}“. Bitte das neuere starten oder eine Sicherung von vorher einspielen.`,
};
