import type { proofWords as english } from "../en/proof.ts";
import type { Translated } from "../localised.ts";

export const proofWords: Translated<typeof english> = {
  label: "Passwort oder ein Code aus der App",
  hint: "Was jetzt kommt, lässt sich nicht zurücknehmen, darum diese Frage. Danach ist zehn Minuten Ruhe.",
  demo: "Alle in der Demo haben das Passwort glossa-demo.",
  title: "Bitte noch einmal ausweisen",
  button: "Weiter",
  passkey: "Passkey benutzen",
  or: "oder",
};
