import { TextFiles } from "#app/features/taking/take-menu.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { leadWords } from "#app/words/lead.ts";
import { readingWords } from "#app/words/reading.ts";
import { takingWords } from "#app/words/taking.ts";
import { togetherWords } from "#app/words/together.ts";
import { CatchUp } from "./catch-up.tsx";
import { Contents, OwnAssignments } from "./contents-list.tsx";
import styles from "./contents-panel.module.css";
import { Search } from "./filter-bar.tsx";
import { FilterChips } from "./filter-chips.tsx";
import { Readers } from "./readers.tsx";
import { useReadingRoom } from "./reading-context.tsx";
import { useCall } from "./use-call.ts";
import { usePlaceHere } from "./use-place-here.ts";

/** Everything that narrow windows have no room for: the filters, the contents, and what else the bar offers. */
export function ContentsPanel({ onGo }: { readonly onGo: () => void }) {
  const { page } = useReadingRoom();
  return (
    <>
      <div className={styles.first}>
        <CatchUp onGo={onGo} />
        <ButtonLink to={`/t/${page.document.id}/together`} icon="pencil">
          {togetherWords.open}
        </ButtonLink>
        <Readers />
      </div>
      <Search />
      <FilterChips />
      <OwnAssignments onGo={onGo} />
      <Contents onGo={onGo} />
      <Actions onGo={onGo} />
    </>
  );
}

function Actions({ onGo }: { readonly onGo: () => void }) {
  const { page, origin, commands, change, startNote, view } = useReadingRoom();
  const call = useCall(page.document.id);
  const here = usePlaceHere();
  const words = readingWords.bar;
  return (
    <div className={styles.actions}>
      {page.abilities["annotation.publish"] ? (
        <Button
          kind="quiet"
          icon="plus"
          onClick={() => {
            onGo();
            startNote("commenting");
          }}
        >
          {readingWords.composer.wholeText}
        </Button>
      ) : null}
      {page.abilities["class.lead"] && here !== null ? (
        <Button
          kind="quiet"
          icon="flag"
          onClick={() => {
            onGo();
            void call({ start: here.start, note: view.focus });
          }}
        >
          {view.focus === null ? leadWords.bring.place(here.number) : leadWords.bring.thread}
        </Button>
      ) : null}
      <Button
        kind="quiet"
        icon="link"
        onClick={() => commands.copy(`${origin}/t/${page.document.id}`, readingWords.thread.copied)}
      >
        {words.copyLink}
      </Button>
      <Button kind="quiet" icon="settings" onClick={() => change({ kind: "panel", panel: "settings" })}>
        {words.settings}
      </Button>
      <Disclosure icon="download" summary={takingWords.title}>
        <TextFiles text={page.document.id} />
      </Disclosure>
    </div>
  );
}
