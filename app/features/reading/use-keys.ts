import { useKeyPresses } from "#app/ui/key-press.ts";
import { type KeyVerb, verbOf } from "./keys.ts";

/** Runs `act` for the keys of the page; the press is taken only where `act` says that it did something. */
export function useKeys(singleKeys: boolean, act: (verb: KeyVerb) => boolean): void {
  useKeyPresses((press) => {
    const verb = verbOf(press, singleKeys);
    return verb !== null && act(verb);
  });
}
