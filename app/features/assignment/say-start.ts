import type { Start } from "#app/domain/assignment/moved.ts";
import { joined } from "#app/ui/joined.ts";
import { assignmentWords } from "#app/words/assignments.ts";
import { settingWords } from "#app/words/setting.ts";
import { veilWords } from "#app/words/veil.ts";

const words = assignmentWords.edit;

/** What new assignments of a group begin with, in a few words. */
export function sayStart({ scheme, late: { penalty }, reveal, anonymity, isBlind, hasSecondMarker }: Start): string {
  return joined([
    scheme.kind === "points" ? `${words.points}: ${scheme.points}` : words.schemes[scheme.kind],
    scheme.kind === "points" && scheme.rubric.length > 0 ? settingWords.rubric.title : "",
    `${words.late}: ${words.lateKinds[penalty.kind]}`,
    penalty.kind === "none"
      ? ""
      : penalty.kind === "flat"
        ? `${penalty.percent}%`
        : `${penalty.percent}–${penalty.most}%`,
    `${words.seeing}: ${words.reveals[reveal.kind]}`,
    anonymity === "off" ? "" : `${veilWords.setting}: ${veilWords.settings[anonymity]}`,
    isBlind ? settingWords.isBlind : "",
    hasSecondMarker ? settingWords.hasSecondMarker : "",
  ]);
}
