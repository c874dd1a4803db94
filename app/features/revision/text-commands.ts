/** What can be done to a text that is edited, as ProseMirror commands, and the keys for it. */
import { baseKeymap, chainCommands, lift, setBlockType, toggleMark, wrapIn } from "prosemirror-commands";
import { history, redo, undo } from "prosemirror-history";
import { keymap } from "prosemirror-keymap";
import type { MarkType, Node as ModelNode, NodeType } from "prosemirror-model";
import { liftListItem, sinkListItem, splitListItem, wrapInList } from "prosemirror-schema-list";
import type { Command, EditorState, Plugin } from "prosemirror-state";
import { textSchema } from "./text-schema.ts";

const { nodes, marks } = textSchema;

export const commands = {
  paragraph: setBlockType(nodes.paragraph, { kind: null }),
  heading: setBlockType(nodes.heading, { level: 2 }),
  subheading: setBlockType(nodes.heading, { level: 3 }),
  quotation: wrapped(nodes.blockquote),
  list: listed(nodes.bullet_list),
  numbered: listed(nodes.ordered_list),
  emphasis: toggleMark(markOf("em")),
  strong: toggleMark(markOf("strong")),
  undo,
  redo,
} as const satisfies Readonly<Record<string, Command>>;

export type CommandName = keyof typeof commands;

/** Which of them describe the place of the cursor. */
export function activeAt(state: EditorState): ReadonlySet<CommandName> {
  const active = new Set<CommandName>();
  const { parent } = state.selection.$from;
  if (parent.type === nodes.paragraph) active.add("paragraph");
  if (parent.type === nodes.heading) active.add(parent.attrs.level === 2 ? "heading" : "subheading");
  if (isInside(state, nodes.blockquote)) active.add("quotation");
  if (isInside(state, nodes.bullet_list)) active.add("list");
  if (isInside(state, nodes.ordered_list)) active.add("numbered");
  if (has(state, markOf("em")) || has(state, markOf("i"))) active.add("emphasis");
  if (has(state, markOf("strong")) || has(state, markOf("b"))) active.add("strong");
  return active;
}

/** History and keys; Tab leads out of the editor as out of every field. */
export function textPlugins(): Plugin[] {
  return [
    history(),
    keymap({
      "Mod-z": undo,
      "Mod-y": redo,
      "Shift-Mod-z": redo,
      "Mod-b": commands.strong,
      "Mod-i": commands.emphasis,
      "Mod-Alt-0": commands.paragraph,
      "Mod-Alt-1": commands.heading,
      "Mod-Alt-2": commands.subheading,
      "Shift-Mod-7": commands.numbered,
      "Shift-Mod-8": commands.list,
      "Shift-Mod-9": commands.quotation,
      Enter: splitListItem(nodes.list_item),
      "Shift-Enter": breakLine,
      "Mod-]": sinkListItem(nodes.list_item),
      "Mod-[": liftListItem(nodes.list_item),
    }),
    keymap(baseKeymap),
  ];
}

const breakLine: Command = (state, dispatch) => {
  dispatch?.(state.tr.replaceSelectionWith(nodes.hard_break.create()).scrollIntoView());
  return true;
};

/** True for a text that says something. */
export function hasWords(doc: ModelNode): boolean {
  return doc.textContent.trim() !== "";
}

function markOf(name: string): MarkType {
  const mark = marks[name];
  if (mark === undefined) throw new Error(`no mark is called ${name}`);
  return mark;
}

function has(state: EditorState, type: MarkType): boolean {
  const { from, to, $from, empty } = state.selection;
  if (empty) return type.isInSet(state.storedMarks ?? $from.marks()) !== undefined;
  return state.doc.rangeHasMark(from, to, type);
}

function isInside(state: EditorState, type: NodeType): boolean {
  const { $from } = state.selection;
  for (let depth = $from.depth; depth > 0; depth -= 1) if ($from.node(depth).type === type) return true;
  return false;
}

function wrapped(type: NodeType): Command {
  return (state, dispatch) => (isInside(state, type) ? lift(state, dispatch) : wrapIn(type)(state, dispatch));
}

function listed(type: NodeType): Command {
  return (state, dispatch, view) =>
    isInside(state, type)
      ? chainCommands(liftListItem(nodes.list_item))(state, dispatch, view)
      : wrapInList(type)(state, dispatch);
}
