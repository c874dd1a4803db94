import type { Board, Overview } from "#app/context/board.ts";
import { useSayTime } from "#app/ui/time.tsx";
import { assignmentWords } from "#app/words/assignments.ts";
import { boardWords as words } from "#app/words/board.ts";
import { Bar } from "./bar.tsx";
import styles from "./board.module.css";
import bars from "./charts.module.css";
import { Part } from "./part.tsx";

/** In texts of up to so many paragraphs those without notes show, too. */
const MOST_BARS = 60;

/** Notes per paragraph, each bar a link to it. */
export function ParagraphsPart({ board: { overview, texts } }: { readonly board: Board }) {
  const { perParagraph } = overview;
  if (perParagraph.length === 0) return null;
  const most = Math.max(...perParagraph.map(({ notes }) => notes));
  return (
    <Part title={words.where.title} hint={words.where.hint}>
      {texts.map(({ id, title, paragraphs }) => {
        const shown = withEmpty(
          perParagraph.filter(({ text }) => text === id),
          paragraphs,
        );
        return (
          <div key={id}>
            {texts.length > 1 ? (
              <h3 className={styles.text} dir="auto">
                {title}
              </h3>
            ) : null}
            <ul className={bars.bars}>
              {shown.map(({ number, notes }) => (
                <li key={number}>
                  <a
                    href={`/t/${id}/p/${number}`}
                    aria-label={assignmentWords.board.paragraph(number, notes)}
                    title={assignmentWords.board.paragraph(number, notes)}
                  >
                    <Bar share={notes / most} />
                    <span className={bars.tick}>{number}</span>
                  </a>
                </li>
              ))}
            </ul>
          </div>
        );
      })}
    </Part>
  );
}

type Counted = { readonly number: number; readonly notes: number };

function withEmpty(found: readonly Counted[], paragraphs: number): readonly Counted[] {
  if (paragraphs > MOST_BARS) return found;
  const notes = new Map(found.map((bar) => [bar.number, bar.notes]));
  return Array.from({ length: paragraphs }, (_, n) => ({ number: n + 1, notes: notes.get(n + 1) ?? 0 }));
}

/** Notes by day. */
export function DaysPart({ days }: Pick<Overview, "days">) {
  const sayTime = useSayTime();
  if (days.length === 0) return null;
  const most = Math.max(...days.map(({ notes }) => notes));
  // Noon, so that the day is the same in the zone of whoever looks.
  const say = (day: string) => sayTime(Date.parse(`${day}T12:00Z`), "date");
  const [first, last] = [days[0]?.day ?? "", days.at(-1)?.day ?? ""];
  return (
    <Part title={words.days.title}>
      <ul className={bars.days}>
        {days.map(({ day, notes }) => (
          <li key={day} title={words.days.day(say(day), notes)}>
            <Bar share={notes / most} />
            <span className={bars.spoken}>{words.days.day(say(day), notes)}</span>
          </li>
        ))}
      </ul>
      <p className={bars.ends} aria-hidden="true">
        <span>{say(first)}</span>
        {days.length > 1 ? <span>{say(last)}</span> : null}
      </p>
    </Part>
  );
}

/** Notes by kind. */
export function KindsPart({ kinds }: Pick<Overview, "kinds">) {
  if (kinds.length === 0) return null;
  const most = Math.max(...kinds.map(({ notes }) => notes));
  return (
    <Part title={words.sorts.title}>
      <dl className={bars.kinds}>
        {kinds.map(({ name, notes }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <Bar share={notes / most} across />
              {notes}
            </dd>
          </div>
        ))}
      </dl>
    </Part>
  );
}
