import { Form, Link, useNavigation } from "@remix-run/react";
import type { ReactNode } from "react";
import type { CitedThread, PageVersion, TogetherPage } from "#app/context/together.ts";
import type { ComparedLine } from "#app/domain/page/compare.ts";
import type { PageNode } from "#app/domain/page/page.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { CONTENT } from "#app/ui/skip-link.tsx";
import { Time, useSayTime } from "#app/ui/time.tsx";
import { TopBar } from "#app/ui/top-bar.tsx";
import { VisuallyHidden } from "#app/ui/visually-hidden.tsx";
import { togetherWords } from "#app/words/together.ts";
import { pageAddress, titleOf } from "./page-address.ts";
import { PageView } from "./page-view.tsx";
import sheet from "./together-page.module.css";
import styles from "./versions-page.module.css";

const words = togetherWords.versions;

type Version = PageVersion & { readonly content: PageNode };

export type VersionsPageProps = {
  readonly page: Omit<TogetherPage, "content">;
  readonly versions: readonly PageVersion[];
  /** The one that is looked at. */
  readonly version: Version | null;
  readonly compared: readonly ComparedLine[];
  /** What the version cites, as far as the viewer may read it. */
  readonly cited: readonly CitedThread[];
  readonly account: ReactNode;
};

/** The kept states of a page: a list, and one of them beside what changed since. Works without scripts. */
export function VersionsPage({ page, versions, version, compared, cited, account }: VersionsPageProps) {
  const { document: text, group } = page;
  const of = { text: text.id, among: page.among };
  const address = pageAddress(of);
  const trail = [
    { label: group.name, to: `/g/${group.id}` },
    { label: text.title, to: `/t/${text.id}` },
    { label: titleOf(page), to: address },
    { label: words.title },
  ];
  return (
    <>
      <TopBar trail={trail}>{account}</TopBar>
      <main id={CONTENT} tabIndex={-1} className={styles.main}>
        <nav aria-label={words.title} className={styles.list}>
          <h1>{words.title}</h1>
          <p className={styles.hint}>{versions.length === 0 ? words.none : words.lead}</p>
          <ol>
            {versions.map((one) => (
              <li key={one.id}>
                <Link
                  to={pageAddress(of, "/versions", { version: one.id })}
                  aria-current={one.id === version?.id ? "page" : undefined}
                  preventScrollReset
                >
                  <Time at={one.createdAt} form="moment" />
                  <span>{writersOf(one, page)}</span>
                </Link>
              </li>
            ))}
          </ol>
          <ButtonLink to={address} icon="arrowLeft" kind="quiet" reloadDocument>
            {words.now}
          </ButtonLink>
        </nav>
        {version === null ? null : <OneVersion {...{ page, version, compared, cited }} />}
      </main>
    </>
  );
}

type OneProps = Pick<VersionsPageProps, "page" | "compared" | "cited"> & { readonly version: Version };

function OneVersion({ page, version, compared, cited }: OneProps) {
  const sayTime = useSayTime();
  const isPending = useNavigation().state !== "idle";
  return (
    <article className={styles.version}>
      <header>
        <h2>{words.at(sayTime(version.createdAt, "moment"))}</h2>
        {page.mayWrite ? (
          <Form method="post" reloadDocument>
            <input type="hidden" name="version" value={version.id} />
            <Button type="submit" kind="primary" icon="undo" pending={isPending}>
              {words.restore}
            </Button>
            <p className={styles.hint}>{words.restoreHint}</p>
          </Form>
        ) : null}
      </header>
      <Differences compared={compared} />
      <div className={sheet.sheet}>
        <PageView content={version.content} text={page.document.id} cited={cited} />
      </div>
    </article>
  );
}

function Differences({ compared }: { readonly compared: readonly ComparedLine[] }) {
  const changed = compared.filter(({ kind }) => kind !== "same");
  if (changed.length === 0) return <p className={styles.hint}>{words.same}</p>;
  return (
    <details className={styles.differences} open>
      <summary>{words.compared}</summary>
      <ul>
        {changed.map(({ kind, line }, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines have no names, and the list is drawn as a whole
          <li key={place}>
            <VisuallyHidden>{kind === "then" ? words.onlyThen : words.onlyNow} </VisuallyHidden>
            {kind === "then" ? <ins>{line}</ins> : <del>{line}</del>}
          </li>
        ))}
      </ul>
    </details>
  );
}

function writersOf({ seats }: PageVersion, page: Omit<TogetherPage, "content">): string {
  const names = seats.flatMap((seat) => page.seats.find((known) => known.seat === seat)?.name ?? []);
  return names.length === 0 ? "" : words.by(names.join(", "));
}
