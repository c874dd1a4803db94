import { LockLine, useTextBar } from "#app/features/thread/curation-marks.tsx";
import { useThreadSurroundings } from "#app/features/thread/thread-context.tsx";
import { useNow, useSayTime } from "#app/ui/time.tsx";
import { curationWords } from "#app/words/curation.ts";

const words = curationWords.hours;

/** Above the words of a text: that it is locked, when it opens or closes, or how slow it is. */
export function TextLine() {
  const { text } = useThreadSurroundings().curation;
  const bar = useTextBar();
  const now = useNow();
  const say = useSayTime();
  const { opensAt, closesAt, slow, slowUntil } = text;
  const isSlow = slow !== null && (slowUntil === null || slowUntil > now);
  const sentences = [
    bar,
    opensAt === null || now >= opensAt ? null : words.opens(say(opensAt, "moment")),
    closesAt === null || now >= closesAt ? null : words.closes(say(closesAt, "moment")),
    isSlow && bar === null ? words.slow(slow) : null,
  ].filter((sentence) => sentence !== null);
  return <LockLine sentence={sentences.length === 0 ? null : sentences.join(" ")} />;
}
