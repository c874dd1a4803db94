import type { Statistics } from "#app/domain/assignment/statistics.ts";
import { boardWords } from "#app/words/board.ts";
import { Bar } from "./bar.tsx";
import bars from "./charts.module.css";
import { Part } from "./part.tsx";

const words = boardWords.statistics;

/** How grades are spread. */
export function StatisticsPart({ statistics }: { readonly statistics: Statistics }) {
  const { n, mean, median, least, most, bins } = statistics;
  const highest = Math.max(...bins.map(({ count }) => count));
  return (
    <Part title={words.title}>
      <dl className={bars.figures}>
        <Figure name={words.n} value={n} />
        <Figure name={words.mean} value={mean} />
        <Figure name={words.median} value={median} />
        <Figure name={words.range} value={`${least} – ${most}`} />
      </dl>
      <ul className={bars.days}>
        {bins.map(({ from, to, count }) => (
          <li key={from} title={words.bin(from, to, count)}>
            <Bar share={count / highest} />
            <span className={bars.spoken}>{words.bin(from, to, count)}</span>
          </li>
        ))}
      </ul>
      <p className={bars.ends} aria-hidden="true">
        <span>{bins[0]?.from}</span>
        <span>{bins.at(-1)?.to}</span>
      </p>
    </Part>
  );
}

function Figure({ name, value }: { readonly name: string; readonly value: number | string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}
