import { type RefObject, useState } from "react";
import type { Criterion } from "#app/domain/assignment/grade.ts";
import { useSingleKeys } from "#app/live/use-single-keys.ts";
import { useKeyPresses } from "#app/ui/key-press.ts";
import { deskKeyOf } from "./desk-keys.ts";

type Panel = {
  readonly form: RefObject<HTMLFormElement | null>;
  readonly rubric: readonly Criterion[];
  readonly onChoose: (criterion: string, level: string) => void;
  readonly onTake: () => void;
};

/** The keys of the form; gives the place of the criterion that is on turn. */
export function usePanelKeys({ form, rubric, onChoose, onTake }: Panel): number {
  const [turn, setTurn] = useState(0);
  const [singleKeys] = useSingleKeys();
  const field = (name: string) => form.current?.querySelector<HTMLElement>(`[name="${name}"]`) ?? null;
  const move = (by: number) => setTurn((at) => Math.max(0, Math.min(rubric.length - 1, at + by)));
  useKeyPresses((press) => {
    const key = deskKeyOf(press, singleKeys);
    switch (key?.kind) {
      case "level": {
        const criterion = rubric[turn];
        const level = criterion?.levels[key.n - 1];
        if (criterion === undefined || level === undefined) return false;
        onChoose(criterion.id, level.id);
        move(1);
        return true;
      }
      case "criterion":
      case "criterion-back":
        if (rubric.length === 0) return false;
        move(key.kind === "criterion" ? 1 : -1);
        return true;
      case "points":
      case "comment": {
        const found = field(key.kind);
        found?.focus();
        return found !== null;
      }
      case "take":
        onTake();
        return true;
      case "excuse":
        field("isExcused")?.click();
        return true;
      case "save":
        form.current?.querySelector<HTMLElement>('[value="grade-next"]')?.click();
        return true;
      default:
        return false;
    }
  });
  return turn;
}
