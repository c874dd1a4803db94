import { useEffect, useState } from "react";
import { spokenLocale } from "#app/words/localised.ts";

/** Hidden: the zone that the browser lives in, so that nobody must choose one while signing up; UTC without scripts. */
export function BrowserTimeZone() {
  const [zone, setZone] = useState("UTC");
  useEffect(() => setZone(Intl.DateTimeFormat().resolvedOptions().timeZone), []);
  return <input type="hidden" name="timeZone" value={zone} />;
}

/** Every zone that this runtime knows, for a list to choose from; `current` is among them even if it is an alias. */
export function timeZones(current: string): readonly string[] {
  const all = new Set(["UTC", ...Intl.supportedValuesOf("timeZone"), current]);
  return [...all].sort((a, b) => a.localeCompare(b, spokenLocale()));
}
