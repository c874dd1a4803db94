/** How the page is written: keys, short forms, what may be pasted, and the bond with the document that all share. */
import { baseKeymap, chainCommands } from "prosemirror-commands";
import { inputRules, textblockTypeInputRule, wrappingInputRule } from "prosemirror-inputrules";
import { keymap } from "prosemirror-keymap";
import type { Node } from "prosemirror-model";
import { liftListItem, sinkListItem, splitListItem } from "prosemirror-schema-list";
import { Plugin } from "prosemirror-state";
import { yCursorPlugin, ySyncPlugin, yUndoPlugin } from "y-prosemirror";
import { isNoteId, MAX_DEPTH } from "#app/domain/page/shape.ts";
import { urlOf } from "#app/domain/url.ts";
import type { OpenPage } from "#app/live/page-client.ts";
import { pageSchema } from "#app/rooms/page-schema.ts";
import { PAGE } from "#app/rooms/shared-page.ts";
import { cursorLooks, type Who } from "./cursors.ts";
import { breakLine, citeThread, commands } from "./editor-commands.ts";
import { steadyCaret } from "./steady-caret.ts";

export type PluginOptions = {
  readonly open: OpenPage;
  readonly who: Who;
  readonly somebody: string;
  /** The site's own origin, whose notes can be cited by their address. */
  readonly origin: string;
  readonly askForLink: () => void;
};

const { nodes } = pageSchema;

/** All plugins, those that come first being asked first. */
export function editorPlugins({ open, who, somebody, origin, askForLink }: PluginOptions): readonly Plugin[] {
  return [
    ySyncPlugin(open.doc.getXmlFragment(PAGE)),
    steadyCaret(open.doc),
    yCursorPlugin(open.awareness, cursorLooks(who, somebody)),
    yUndoPlugin(),
    keymap({
      "Mod-z": commands.undo,
      "Mod-y": commands.redo,
      "Shift-Mod-z": commands.redo,
      "Mod-b": commands.strong,
      "Mod-i": commands.em,
      "Mod-k": () => {
        askForLink();
        return true;
      },
      "Mod-Alt-0": commands.paragraph,
      "Mod-Alt-1": commands.heading1,
      "Mod-Alt-2": commands.heading2,
      "Mod-Alt-3": commands.heading3,
      "Shift-Mod-7": commands.numbers,
      "Shift-Mod-8": commands.bullets,
      "Shift-Mod-9": commands.quote,
      Enter: splitListItem(nodes.list_item),
      "Shift-Enter": breakLine,
      // Not Tab, which leads out of the page to the next control.
      "Mod-]": sinkListItem(nodes.list_item),
      "Mod-[": chainCommands(liftListItem(nodes.list_item)),
    }),
    keymap(baseKeymap),
    inputRules({
      rules: [
        textblockTypeInputRule(/^(#{1,3})\s$/u, nodes.heading, (match) => ({ level: match[1]?.length ?? 1 })),
        wrappingInputRule(/^\s*>\s$/u, nodes.blockquote),
        wrappingInputRule(/^\s*[-*]\s$/u, nodes.bullet_list),
        wrappingInputRule(/^1\.\s$/u, nodes.ordered_list),
      ],
    }),
    keepsShallow(),
    pastesThreads(origin),
  ];
}

/** The id of the note that an address of this site leads to, public or as it was opened here; null for every other text. */
export function noteOfAddress(address: string, origin: string): string | null {
  const url = urlOf(address.trim());
  if (url === null) return null;
  const id = /^\/n\/([^/]+)$/u.exec(url.pathname)?.[1];
  return [origin, location.origin].includes(url.origin) && isNoteId(id) ? id : null;
}

function pastesThreads(origin: string): Plugin {
  return new Plugin({
    props: {
      handlePaste(view, event) {
        const note = noteOfAddress(event.clipboardData?.getData("text/plain") ?? "", origin);
        return note !== null && citeThread(note)(view.state, view.dispatch);
      },
    },
  });
}

/** What the gate would not let in is not made here: lists and quotations that are nested too deep. */
function keepsShallow(): Plugin {
  return new Plugin({
    filterTransaction: (tr) => !tr.docChanged || depthOf(tr.doc) < MAX_DEPTH,
  });
}

function depthOf(node: Node): number {
  let deepest = 0;
  node.forEach((child) => {
    deepest = Math.max(deepest, 1 + depthOf(child));
  });
  return deepest;
}
