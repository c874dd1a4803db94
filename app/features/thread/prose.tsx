import { Fragment, memo, type ReactNode } from "react";
import type { Block, Inline, Markup } from "#app/domain/markup/tree.ts";
import { Maths } from "./maths.tsx";
import styles from "./prose.module.css";
import { useProseSurroundings } from "./prose-context.ts";
import { useMarkup } from "./use-markup.ts";

/** The words of a note. `linked` is false where the whole card is a button, in which no link may stand. */
export const Prose = memo(function Prose({
  body,
  linked = true,
}: {
  readonly body: string;
  readonly linked?: boolean;
}) {
  const { origin } = useProseSurroundings();
  const markup = useMarkup(body, origin);
  return (
    <div className={styles.prose} dir="auto">
      <Blocks markup={markup} linked={linked} />
    </div>
  );
});

function Blocks({ markup, linked }: { readonly markup: Markup; readonly linked: boolean }) {
  return (
    <>
      {markup.map((block, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a block is its place
        <OneBlock key={i} block={block} linked={linked} />
      ))}
    </>
  );
}

function OneBlock({ block, linked }: { readonly block: Block; readonly linked: boolean }) {
  switch (block.kind) {
    case "paragraph":
      return (
        <p dir="auto">
          <Phrases content={block.content} linked={linked} />
        </p>
      );
    case "quote":
      return (
        <blockquote dir="auto">
          <Blocks markup={block.blocks} linked={linked} />
        </blockquote>
      );
    case "list":
      return <List list={block} linked={linked} />;
    case "code":
      return (
        // What is wider than the card is read by scrolling, also by keyboard.
        <pre dir="ltr" tabIndex={linked ? 0 : undefined}>
          <code>{block.text}</code>
        </pre>
      );
    case "maths":
      return <Maths source={block.source} isBlock />;
  }
}

function List({ list, linked }: { readonly list: Extract<Block, { kind: "list" }>; readonly linked: boolean }) {
  const items = list.items.map((item, i) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: an item is its place
    <li key={i} dir="auto">
      <Blocks markup={item} linked={linked} />
    </li>
  ));
  return list.ordered ? <ol start={list.start}>{items}</ol> : <ul>{items}</ul>;
}

function Phrases({ content, linked }: { readonly content: readonly Inline[]; readonly linked: boolean }) {
  return (
    <>
      {content.map((inline, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a phrase is its place
        <Phrase key={i} inline={inline} linked={linked} />
      ))}
    </>
  );
}

function Phrase({ inline, linked }: { readonly inline: Inline; readonly linked: boolean }): ReactNode {
  switch (inline.kind) {
    case "text":
      return <Fragment>{inline.text}</Fragment>;
    case "lineBreak":
      return <br />;
    case "emphasis":
      return (
        <em>
          <Phrases content={inline.content} linked={linked} />
        </em>
      );
    case "strong":
      return (
        <strong>
          <Phrases content={inline.content} linked={linked} />
        </strong>
      );
    case "strike":
      return (
        <s>
          <Phrases content={inline.content} linked={linked} />
        </s>
      );
    case "code":
      return <code>{inline.text}</code>;
    case "maths":
      return <Maths source={inline.source} />;
    case "mention":
      return <Mention seat={inline.seat} name={inline.name} />;
    default:
      return <Lead inline={inline} linked={linked} />;
  }
}

/** Who sits there now; what the writer saw is only the fallback, since anybody could have typed another name. */
function Mention({ seat, name }: { readonly seat: string; readonly name: string }) {
  const { who, isOwn } = useProseSurroundings();
  return <span className={isOwn(seat) ? styles.me : styles.mention}>@{who(seat)?.name ?? name}</span>;
}

type Leading = Extract<Inline, { kind: "link" | "noteLink" | "paragraphRef" }>;

/** What leads somewhere. The page takes presses on ¶ numbers and notes, so that they go there in place. */
function Lead({ inline, linked }: { readonly inline: Leading; readonly linked: boolean }) {
  const { titleOf } = useProseSurroundings();
  switch (inline.kind) {
    case "paragraphRef": {
      const label = `¶${inline.number}`;
      if (!linked) return <>{label}</>;
      return (
        <a href={`#${inline.number}`} data-paragraph={inline.number}>
          {label}
        </a>
      );
    }
    case "noteLink": {
      const label = inline.label || titleOf(inline.note);
      if (!linked) return <>{label}</>;
      return (
        <a href={`/n/${inline.note}`} data-note={inline.note}>
          {label}
        </a>
      );
    }
    case "link": {
      const content = <Phrases content={inline.content} linked={linked} />;
      if (!linked) return content;
      if (inline.href.startsWith("/")) return <a href={inline.href}>{content}</a>;
      return (
        <a href={inline.href} rel="noopener noreferrer nofollow ugc" target="_blank">
          {content}
        </a>
      );
    }
  }
}
