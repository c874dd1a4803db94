import { useCallback, useSyncExternalStore } from "react";
import { keepSetting, readSetting } from "./browser-setting.ts";
import { Cell } from "./cell.ts";

const NAME = "glossa-single-keys";
const cell = new Cell(true);

/** Whether single letters are shortcuts; kept in this browser, since it depends on the keyboard or the voice in use. */
export function useSingleKeys(): readonly [boolean, (on: boolean) => void] {
  const subscribe = useCallback((listener: () => void) => {
    cell.set(readSetting(NAME) !== "off");
    return cell.subscribe(listener);
  }, []);
  const isOn = useSyncExternalStore(subscribe, cell.get, () => true);
  return [
    isOn,
    (on) => {
      keepSetting(NAME, on ? "on" : "off");
      cell.set(on);
    },
  ];
}
