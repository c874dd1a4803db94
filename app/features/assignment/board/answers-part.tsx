import type { Overview } from "#app/context/board.ts";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { boardWords } from "#app/words/board.ts";
import styles from "./board.module.css";
import { arc, spotsOn } from "./circle.ts";
import { Part } from "./part.tsx";

const words = boardWords.answers;
const RADIUS = 150;
/** Beyond this a name is cut, so that it stays in the picture; the table has all of it. */
const MOST_LETTERS = 14;

/** Who answers whom: people on a circle, arrows as thick as there are answers, and the same as a table. */
export function AnswersPart({ answers: { people, pairs } }: { readonly answers: Overview["answers"] }) {
  if (pairs.length === 0) {
    return (
      <Part title={words.title}>
        <p className={styles.facts}>{words.none}</p>
      </Part>
    );
  }
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const replies = pairs.reduce((sum, { times }) => sum + times, 0);
  return (
    <Part title={words.title}>
      <Picture people={people} pairs={pairs} label={words.picture(people.length, replies)} />
      <Disclosure summary={words.table}>
        <table className={styles.pairs}>
          <thead>
            <tr>
              <th scope="col">{words.from}</th>
              <th scope="col">{words.to}</th>
              <th scope="col">{words.times}</th>
            </tr>
          </thead>
          <tbody>
            {pairs.map(({ from, to, times }) => (
              <tr key={`${from} ${to}`}>
                <td dir="auto">{names.get(from)}</td>
                <td dir="auto">{names.get(to)}</td>
                <td className={styles.number}>{times}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Disclosure>
    </Part>
  );
}

type PictureProps = Overview["answers"] & { readonly label: string };

function Picture({ people, pairs, label }: PictureProps) {
  const spots = spotsOn(RADIUS, people.length);
  const at = new Map(people.map(({ id }, n) => [id, spots[n]]));
  const most = Math.max(...pairs.map(({ times }) => times));
  return (
    <svg className={styles.circle} viewBox="-270 -190 540 380" role="img" aria-label={label}>
      <defs>
        <marker
          id="answers"
          viewBox="0 0 6 6"
          refX="5"
          refY="3"
          markerWidth="13"
          markerHeight="13"
          orient="auto"
          markerUnits="userSpaceOnUse"
        >
          <path d="M0 0 6 3 0 6z" />
        </marker>
      </defs>
      {pairs.map(({ from, to, times }) => {
        const [a, b] = [at.get(from), at.get(to)];
        if (a === undefined || b === undefined) return null;
        return (
          <path key={`${from} ${to}`} d={arc(a, b, 7)} strokeWidth={1 + (3 * times) / most} markerEnd="url(#answers)" />
        );
      })}
      {people.map(({ id, name }, n) => {
        const { x, y, angle } = spots[n] ?? { x: 0, y: 0, angle: 0 };
        const side = Math.abs(Math.sin(angle)) < 0.15 ? "middle" : Math.sin(angle) > 0 ? "start" : "end";
        const out = side === "middle" ? 0 : Math.sign(x) * 10;
        const up = side === "middle" ? Math.sign(y) * 14 : 0;
        return (
          <g key={id}>
            <circle cx={x} cy={y} r={5} />
            <text x={x + out} y={y + up} textAnchor={side} dominantBaseline="middle">
              {[...name].length > MOST_LETTERS ? `${[...name].slice(0, MOST_LETTERS - 1).join("")}…` : name}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
