import type { CardReport } from "#app/context/queue-card.ts";
import { Badge } from "#app/ui/chip.tsx";
import { Time } from "#app/ui/time.tsx";
import { moderatingWords } from "#app/words/moderating.ts";
import { moderationWords } from "#app/words/moderation.ts";
import { CardPart, Fact, Facts } from "./card-part.tsx";
import styles from "./parts.module.css";

const words = moderatingWords.card;

/** Who reported it, why, in which words, and how often they were right before. */
export function ReportsPart({ reports }: { readonly reports: readonly CardReport[] }) {
  if (reports.length === 0) return null;
  return (
    <CardPart title={words.reports}>
      <Facts>
        {reports.map((report) => (
          <Report key={report.id} report={report} />
        ))}
      </Facts>
    </CardPart>
  );
}

function Report({ report }: { readonly report: CardReport }) {
  const { by, at, reason, words: said, upheld, dismissed, state } = report;
  const isOpen = state === "open";
  return (
    <Fact
      term={
        <>
          {by?.name ?? moderatingWords.list.unknown}, <Time at={at} />
        </>
      }
    >
      <span className={isOpen ? undefined : styles.past}>
        <b>{moderationWords.reasons[reason]}</b>
        {said === "" ? "" : `: ${said}`}
      </span>{" "}
      {isOpen ? null : <Badge>{words.reportStates[state]}</Badge>}{" "}
      {report.isCurrent ? null : <Badge>{words.reportsOld}</Badge>}{" "}
      {report.isBrigade ? <Badge kind="warn">{words.brigade}</Badge> : null}{" "}
      {upheld + dismissed === 0 ? null : (
        <span className={styles.aside}>{words.reporterWeight(upheld, upheld + dismissed)}</span>
      )}
    </Fact>
  );
}
