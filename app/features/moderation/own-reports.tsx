import { Link } from "@remix-run/react";
import type { OwnReport } from "#app/context/reports.ts";
import { Badge } from "#app/ui/chip.tsx";
import { List, ListRow } from "#app/ui/list.tsx";
import { Section } from "#app/ui/page.tsx";
import { RowForm } from "#app/ui/row-form.tsx";
import { Time } from "#app/ui/time.tsx";
import { moderationWords } from "#app/words/moderation.ts";
import { reportingWords } from "#app/words/reporting.ts";

const words = reportingWords.mine;

/** What the reader has reported, and the neutral outcome of each. */
export function OwnReports({ reports }: { readonly reports: readonly OwnReport[] }) {
  return (
    <Section title={words.title} hint={words.hint}>
      {reports.length === 0 ? <p>{words.none}</p> : null}
      <List>
        {reports.map((report) => (
          <Row key={report.id} report={report} />
        ))}
      </List>
    </Section>
  );
}

function Row({ report: { id, target, group, reason, words: said, at, outcome, document } }: { report: OwnReport }) {
  return (
    <ListRow
      title={
        <>
          {moderationWords.reasons[reason]}
          <Badge kind={outcome === "waiting" ? "warn" : outcome === "acted" ? "accent" : "plain"}>
            {words.outcomes[outcome]}
          </Badge>
        </>
      }
      line={
        <>
          {words[target.kind === "note" ? "note" : "person"]} {words.in(group.name)} · <Time at={at} />
          {target.kind === "note" && document !== null ? (
            <>
              {" · "}
              <Link to={`/n/${target.id}`}>{words.open}</Link>
            </>
          ) : null}
        </>
      }
      end={
        outcome === "waiting" ? (
          <RowForm
            action="/settings/reports"
            intent="withdraw"
            fields={{ report: id }}
            button={words.withdraw}
            icon="undo"
          />
        ) : null
      }
    >
      {said === "" ? null : <p>“{said}”</p>}
    </ListRow>
  );
}
