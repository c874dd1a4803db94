import { ButtonLink } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { CONTENT } from "#app/ui/skip-link.tsx";
import { TopBar } from "#app/ui/top-bar.tsx";
import { readingWords } from "#app/words/reading.ts";

const words = readingWords.address;

/** Where the address of a note leads that is not shown any more: the reason, and the way to its text. */
export function NotShown({ kind, document }: { readonly kind: "hidden" | "deleted"; readonly document: string }) {
  const title = kind === "hidden" ? words.hiddenTitle : words.deletedTitle;
  return (
    <>
      <TopBar trail={[{ label: title }]} />
      <main id={CONTENT} tabIndex={-1}>
        <EmptyState
          title={title}
          action={
            <ButtonLink to={`/t/${document}`} reloadDocument kind="primary">
              {words.toText}
            </ButtonLink>
          }
        >
          {kind === "hidden" ? words.hidden : words.deleted}
        </EmptyState>
      </main>
    </>
  );
}
