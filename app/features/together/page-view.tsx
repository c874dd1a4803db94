import { Fragment, type ReactNode } from "react";
import type { CitedThread } from "#app/context/together.ts";
import { countAttr, type PageMark, type PageNode, textAttr } from "#app/domain/page/page.ts";
import { isNoteId, isSafeAddress } from "#app/domain/page/shape.ts";
import { togetherWords as words } from "#app/words/together.ts";
import { labelOf, titleOf } from "./cited-titles.ts";

type Around = { readonly text: string; readonly cited: readonly CitedThread[] };

/** The page as HTML, for those who read without scripts, for versions and for print. Nothing in it is taken on trust. */
export function PageView({ content, ...around }: Around & { readonly content: PageNode }) {
  return (
    <>
      {(content.content ?? []).map((node, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: blocks have no names, and a page is drawn as a whole
        <Block key={place} node={node} {...around} />
      ))}
    </>
  );
}

function Block({ node, text, cited }: Around & { readonly node: PageNode }): ReactNode {
  const inside = () => <PageView content={node} text={text} cited={cited} />;
  const line = () => <Line nodes={node.content ?? []} cited={cited} />;
  switch (node.type) {
    case "paragraph":
      return <p>{line()}</p>;
    case "heading":
      return <Heading level={node.attrs?.level}>{line()}</Heading>;
    case "blockquote":
      return <blockquote>{inside()}</blockquote>;
    case "bullet_list":
      return <ul>{inside()}</ul>;
    case "ordered_list":
      return <ol>{inside()}</ol>;
    case "list_item":
      return <li>{inside()}</li>;
    case "passage":
      return <Passage node={node} text={text} />;
    default:
      return null;
  }
}

function Heading({ level, children }: { readonly level: unknown; readonly children: ReactNode }) {
  if (level === 1) return <h2>{children}</h2>;
  return level === 3 ? <h4>{children}</h4> : <h3>{children}</h3>;
}

function Passage({ node, text }: { readonly node: PageNode; readonly text: string }) {
  const n = countAttr(node, "n") ?? 1;
  return (
    <blockquote data-passage={n}>
      <span>{textAttr(node, "exact")}</span>
      <a href={`/t/${text}/p/${n}`} aria-label={words.passage.goTo(n)}>
        {words.passage.paragraph(n)}
      </a>
    </blockquote>
  );
}

function Line({ nodes, cited }: Pick<Around, "cited"> & { readonly nodes: readonly PageNode[] }) {
  return (
    <>
      {nodes.map((node, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: as above
        <Fragment key={place}>{inLine(node, cited)}</Fragment>
      ))}
    </>
  );
}

function inLine(node: PageNode, cited: Around["cited"]): ReactNode {
  if (node.type === "hard_break") return <br />;
  if (node.type === "thread") {
    const note = textAttr(node, "note");
    const thread = cited.find((one) => one.note === note);
    return isNoteId(note) ? (
      <a data-thread={note} href={`/n/${note}`} aria-label={labelOf(thread)}>
        {titleOf(thread)}
      </a>
    ) : null;
  }
  return (node.marks ?? []).reduce<ReactNode>(dressed, node.text ?? "");
}

function dressed(inside: ReactNode, mark: PageMark): ReactNode {
  if (mark.type === "strong") return <strong>{inside}</strong>;
  if (mark.type === "em") return <em>{inside}</em>;
  const href = textAttr(mark, "href");
  if (mark.type !== "link" || !isSafeAddress(href)) return inside;
  return (
    <a href={href} rel="noopener noreferrer nofollow">
      {inside}
    </a>
  );
}
