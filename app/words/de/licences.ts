import type { licencesWords as english } from "../en/licences.ts";
import type { Translated } from "../localised.ts";

export const licencesWords: Translated<typeof english> = {
  publicDomain: "Gemeinfrei",
  reserved: "Alle Rechte vorbehalten",
};
