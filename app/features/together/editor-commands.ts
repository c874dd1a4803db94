/** What can be done to the page, as ProseMirror commands. */
import { lift, setBlockType, toggleMark, wrapIn } from "prosemirror-commands";
import type { MarkType, NodeType } from "prosemirror-model";
import { liftListItem, wrapInList } from "prosemirror-schema-list";
import type { Command, EditorState } from "prosemirror-state";
import { redo, undo, yUndoPluginKey } from "y-prosemirror";
import type { UndoManager } from "yjs";
import { pageSchema } from "#app/rooms/page-schema.ts";

const { nodes, marks } = pageSchema;

/** Everything of the toolbar that is done at once; the rest asks something first. */
export const commands = {
  paragraph: setBlockType(nodes.paragraph),
  heading1: setBlockType(nodes.heading, { level: 1 }),
  heading2: setBlockType(nodes.heading, { level: 2 }),
  heading3: setBlockType(nodes.heading, { level: 3 }),
  strong: toggleMark(marks.strong),
  em: toggleMark(marks.em),
  bullets: toggleList(nodes.bullet_list),
  numbers: toggleList(nodes.ordered_list),
  quote: toggleWrap(nodes.blockquote),
  // Those of y-prosemirror act whether or not they are only asked.
  undo: (state, dispatch) => (dispatch ? undo(state) : history(state)?.canUndo() === true),
  redo: (state, dispatch) => (dispatch ? redo(state) : history(state)?.canRedo() === true),
} as const satisfies Readonly<Record<string, Command>>;

export type CommandName = keyof typeof commands;

/** The command of that name. */
export function commandOf(name: CommandName): Command {
  return commands[name];
}

/** Which of them describe the place of the cursor. */
export function activeAt(state: EditorState): ReadonlySet<CommandName> {
  const active = new Set<CommandName>();
  const { $from } = state.selection;
  if ($from.parent.type === nodes.paragraph) active.add("paragraph");
  if ($from.parent.type === nodes.heading) active.add(headingName($from.parent.attrs.level));
  if (hasMark(state, marks.strong)) active.add("strong");
  if (hasMark(state, marks.em)) active.add("em");
  if (isInside(state, nodes.bullet_list)) active.add("bullets");
  if (isInside(state, nodes.ordered_list)) active.add("numbers");
  if (isInside(state, nodes.blockquote)) active.add("quote");
  return active;
}

/** The link at the cursor, "" for none. */
export function linkAt(state: EditorState): string {
  const { from, $from, empty, to } = state.selection;
  let href: unknown = $from.marks().find(({ type }) => type === marks.link)?.attrs.href;
  if (!empty) {
    state.doc.nodesBetween(from, to, (node) => {
      href ??= node.marks.find(({ type }) => type === marks.link)?.attrs.href;
    });
  }
  return typeof href === "string" ? href : "";
}

/** Makes the selected words a link; without a selection the address itself becomes the words. */
export function setLink(href: string): Command {
  return (state, dispatch) => {
    const { from, to, empty } = state.selection;
    const mark = marks.link.create({ href });
    const tr = empty ? state.tr.insert(from, pageSchema.text(href, [mark])) : state.tr.addMark(from, to, mark);
    dispatch?.(tr.scrollIntoView());
    return true;
  };
}

/** Takes the link away that the cursor is in, or all in the selection. */
export const removeLink: Command = (state, dispatch) => {
  const { $from, empty } = state.selection;
  let { from, to } = state.selection;
  if (empty) [from, to] = [$from.start(), $from.end()];
  dispatch?.(state.tr.removeMark(from, to, marks.link));
  return true;
};

/** Puts a passage of the text under the block of the cursor, or in its place when that is empty. */
export function quotePassage(n: number, exact: string): Command {
  return (state, dispatch) => {
    const passage = nodes.passage.create({ n, exact });
    const { $from } = state.selection;
    const isEmptyLine = $from.depth > 0 && $from.parent.content.size === 0;
    const tr = state.tr;
    if (isEmptyLine) tr.insert($from.before(), passage);
    else tr.insert($from.depth > 0 ? $from.after() : state.doc.content.size, [passage, nodes.paragraph.create()]);
    dispatch?.(tr.scrollIntoView());
    return true;
  };
}

/** Puts a thread of the margin at the cursor. */
export function citeThread(note: string): Command {
  return (state, dispatch) => {
    dispatch?.(state.tr.replaceSelectionWith(nodes.thread.create({ note }), false).scrollIntoView());
    return true;
  };
}

/** A break within a line. */
export const breakLine: Command = (state, dispatch) => {
  dispatch?.(state.tr.replaceSelectionWith(nodes.hard_break.create()).scrollIntoView());
  return true;
};

function history(state: EditorState): UndoManager | undefined {
  return yUndoPluginKey.getState(state)?.undoManager;
}

function headingName(level: unknown): CommandName {
  if (level === 1) return "heading1";
  return level === 3 ? "heading3" : "heading2";
}

function hasMark(state: EditorState, type: MarkType): boolean {
  const { from, to, $from, empty } = state.selection;
  if (empty) return type.isInSet(state.storedMarks ?? $from.marks()) !== undefined;
  return state.doc.rangeHasMark(from, to, type);
}

function isInside(state: EditorState, type: NodeType): boolean {
  const { $from } = state.selection;
  for (let depth = $from.depth; depth > 0; depth--) if ($from.node(depth).type === type) return true;
  return false;
}

function toggleList(type: NodeType): Command {
  return (state, dispatch, view) =>
    isInside(state, type) ? liftListItem(nodes.list_item)(state, dispatch, view) : wrapInList(type)(state, dispatch);
}

function toggleWrap(type: NodeType): Command {
  return (state, dispatch) => (isInside(state, type) ? lift(state, dispatch) : wrapIn(type)(state, dispatch));
}
