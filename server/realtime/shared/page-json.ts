import * as Y from "yjs";
import type { PageAttrs, PageMark, PageNode } from "#app/domain/page/page.ts";
import { PAGE } from "#app/rooms/shared-page.ts";

/** The document's page as ProseMirror would write it in JSON. */
export function pageOf(doc: Y.Doc): PageNode {
  return { type: "doc", content: contentOf(doc.getXmlFragment(PAGE)) };
}

function contentOf(parent: Y.XmlFragment): readonly PageNode[] {
  return parent.toArray().flatMap((child): readonly PageNode[] => {
    if (child instanceof Y.XmlText) return runsOf(child);
    if (!(child instanceof Y.XmlElement)) return [];
    const attrs = attrsOf(child.getAttributes());
    const content = contentOf(child);
    return [
      {
        type: child.nodeName,
        ...(Object.keys(attrs).length > 0 ? { attrs } : {}),
        ...(content.length > 0 ? { content } : {}),
      },
    ];
  });
}

function runsOf(text: Y.XmlText): readonly PageNode[] {
  const delta: readonly { readonly insert?: unknown; readonly attributes?: Readonly<Record<string, unknown>> }[] =
    text.toDelta();
  return delta.flatMap(({ insert, attributes }) => {
    if (typeof insert !== "string" || insert === "") return [];
    const marks = Object.entries(attributes ?? {}).map(([type, value]) => markOf(type, value));
    return [{ type: "text", text: insert, ...(marks.length > 0 ? { marks } : {}) }];
  });
}

function markOf(type: string, value: unknown): PageMark {
  const attrs = typeof value === "object" && value !== null ? attrsOf({ ...value }) : {};
  return Object.keys(attrs).length > 0 ? { type, attrs } : { type };
}

function attrsOf(given: Readonly<Record<string, unknown>>): PageAttrs {
  const attrs: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(given)) {
    if (typeof value === "string" || typeof value === "number") attrs[name] = value;
  }
  return attrs;
}
