import type { ReactNode } from "react";
import type { JobState, SiteOverview } from "#app/context/site.ts";
import { List, ListRow } from "#app/ui/list.tsx";
import { Page, PageHead, Section } from "#app/ui/page.tsx";
import { RowForm } from "#app/ui/row-form.tsx";
import { Time } from "#app/ui/time.tsx";
import { spokenLocale } from "#app/words/localised.ts";
import { siteCareWords } from "#app/words/site-care.ts";
import styles from "./care.module.css";

const words = siteCareWords.overview;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

export type OverviewPageProps = { readonly overview: SiteOverview; readonly tabs: ReactNode };

/** How the site is: first what needs somebody, then the machine, what is here, and what comes round by itself. */
export function OverviewPage({ overview, tabs }: OverviewPageProps) {
  const { health, counts, letters, jobs, troubles } = overview;
  return (
    <Page width="list">
      <PageHead title={words.title} />
      {tabs}
      {troubles.length === 0 ? (
        <p className={styles.good}>{words.good}</p>
      ) : (
        <ul className={styles.troubles} aria-label={words.attention}>
          {troubles.map((trouble) => (
            <li key={trouble}>{words.troubles[trouble]}</li>
          ))}
        </ul>
      )}
      <Section title={words.machine}>
        <Facts
          facts={[
            [words.version, health.version],
            [words.node, health.node],
            [words.uptime, words.uptimeOf(health.uptime / HOUR)],
            [words.database, sizeOf(health.database)],
            [words.wal, sizeOf(health.wal)],
            [words.folder, sizeOf(health.folder)],
            [words.freeDisk, sizeOf(health.freeDisk)],
            [words.sockets, numberOf(health.sockets)],
            [words.rooms, numberOf(health.rooms)],
            [words.https, health.isHttps ? words.yes : words.no],
            [words.mail, health.hasMail ? words.yes : words.no],
          ]}
        />
      </Section>
      <Section title={words.contents}>
        <Facts
          facts={[
            [words.members, numberOf(counts.members)],
            [words.groups, numberOf(counts.groups)],
            [words.texts, numberOf(counts.texts)],
            [words.notes, numberOf(counts.notes)],
            [words.lettersWaiting, numberOf(letters.waiting)],
            [words.lettersGivenUp, numberOf(letters.givenUp)],
          ]}
        />
      </Section>
      <Section title={words.jobs} hint={words.jobsHint}>
        <List>
          {jobs.map((job) => (
            <JobRow key={job.name} job={job} />
          ))}
        </List>
      </Section>
    </Page>
  );
}

function JobRow({ job: { name, every, last } }: { readonly job: JobState }) {
  return (
    <ListRow
      title={name}
      line={
        <>
          {words.every(Math.round(every / MINUTE))} ·{" "}
          {last === null ? (
            words.never
          ) : (
            <>
              {words.ran} <Time at={last.at} form="moment" /> · {words.took(last.took)}
            </>
          )}
        </>
      }
      end={<RowForm intent="run" fields={{ job: name }} button={words.run} />}
    >
      {last?.error ? <p className={styles.failed}>{words.failed(last.error)}</p> : null}
    </ListRow>
  );
}

function Facts({ facts }: { readonly facts: readonly (readonly [string, string])[] }) {
  return (
    <dl className={styles.facts}>
      {facts.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function numberOf(n: number): string {
  return new Intl.NumberFormat(spokenLocale()).format(n);
}

/** Bytes in the largest unit that leaves at least one. */
function sizeOf(bytes: number): string {
  const units = ["byte", "kilobyte", "megabyte", "gigabyte", "terabyte"] as const;
  const power = Math.min(units.length - 1, Math.floor(Math.log(Math.max(1, bytes)) / Math.log(1024)));
  const unit = units[power] ?? "byte";
  const format = { style: "unit", unit, unitDisplay: "short", maximumFractionDigits: power < 2 ? 0 : 1 } as const;
  return new Intl.NumberFormat(spokenLocale(), format).format(bytes / 1024 ** power);
}
