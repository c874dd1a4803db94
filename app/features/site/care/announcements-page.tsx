import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import type { Announcement } from "#app/context/site.ts";
import { announcementLevels, MAX_ANNOUNCEMENT, stands } from "#app/domain/site/announcement.ts";
import { Badge } from "#app/ui/chip.tsx";
import { FormMessage, RadioRow, TextArea, TextField } from "#app/ui/field.tsx";
import { errorOf, type FormAnswer, typedValue } from "#app/ui/form-answer.ts";
import { List, ListRow } from "#app/ui/list.tsx";
import { Page, PageHead, Row, Stack } from "#app/ui/page.tsx";
import { RowForm } from "#app/ui/row-form.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { Time } from "#app/ui/time.tsx";
import { siteCareWords } from "#app/words/site-care.ts";
import styles from "./care.module.css";
import { typedMoment } from "./care-forms.ts";

const words = siteCareWords.announcements;
const DAY = 24 * 60 * 60 * 1000;

export type AnnouncementsPageProps = {
  readonly announcements: readonly Announcement[];
  /** Milliseconds, of the server. */
  readonly now: number;
  readonly answer: FormAnswer<unknown> | undefined;
  readonly tabs: ReactNode;
};

/** A new announcement, and those that were made. */
export function AnnouncementsPage({ announcements, now, answer, tabs }: AnnouncementsPageProps) {
  return (
    <Page>
      <PageHead title={words.title}>{words.hint}</PageHead>
      {tabs}
      <Form method="post" key={announcements[0]?.id}>
        <Stack>
          <FormMessage kind="error">{answer?.ok === false ? answer.sentence : null}</FormMessage>
          <TextArea
            name="words"
            rows={2}
            maxLength={MAX_ANNOUNCEMENT}
            label={words.words}
            defaultValue={typedValue(answer, "words")}
            error={errorOf(answer, "words")}
          />
          <RadioRow
            name="level"
            legend={words.level}
            defaultValue="info"
            choices={announcementLevels.map((value) => ({ value, label: words.levels[value] }))}
          />
          <div className={styles.pair}>
            <TextField
              name="from"
              type="datetime-local"
              label={words.from}
              defaultValue={typedValue(answer, "from", typedMoment(now))}
              error={errorOf(answer, "from")}
            />
            <TextField
              name="until"
              type="datetime-local"
              label={words.until}
              defaultValue={typedValue(answer, "until", typedMoment(now + DAY))}
              error={errorOf(answer, "until")}
            />
          </div>
          <Row>
            <SubmitButton intent="announce">{words.announce}</SubmitButton>
          </Row>
        </Stack>
      </Form>
      {announcements.length === 0 ? <p>{words.none}</p> : null}
      <List>
        {announcements.map((announcement) => (
          <AnnouncementRow key={announcement.id} announcement={announcement} now={now} />
        ))}
      </List>
    </Page>
  );
}

function AnnouncementRow({ announcement, now }: { readonly announcement: Announcement; readonly now: number }) {
  const { id, level, fromAt, untilAt } = announcement;
  const isOver = untilAt <= now;
  const isShown = stands(announcement, now);
  return (
    <ListRow
      title={
        <>
          {words.levels[level]}{" "}
          <Badge kind={isShown ? "accent" : "plain"}>
            {isShown ? words.stands : isOver ? words.over : words.waits}
          </Badge>
        </>
      }
      line={
        <>
          <Time at={fromAt} form="moment" /> – <Time at={untilAt} form="moment" />
        </>
      }
      end={isOver ? null : <RowForm intent="withdraw" fields={{ announcement: id }} button={words.withdraw} />}
    >
      <p className={styles.words}>{announcement.words}</p>
    </ListRow>
  );
}
