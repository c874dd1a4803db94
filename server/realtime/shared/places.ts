import * as Y from "yjs";
import { PAGE } from "#app/rooms/shared-page.ts";
import { type FreshStructs, parentId, type Struct } from "./fresh-structs.ts";
import { Refusal } from "./refusal.ts";

/** The name of a run of text; nodes have the names of the schema, the page itself is "doc". */
export const TEXT = "#text";

/** What can hold something: the page, a node, a run of text. Two are the same when their keys are. */
export type Container = { readonly key: string; readonly name: string; readonly depth: number };

/** Where a struct stands: among the content (`sub` null) or as the attribute of that name. */
export type Place = { readonly container: Container; readonly sub: string | null };

const root: Container = { key: PAGE, name: "doc", depth: 0 };

type SharedType = Y.Item["parent"];

/** Finds out where structs stand that no document has integrated yet, the way `Item.getMissing` of Yjs does. */
export class Containers {
  #places = new Map<Struct, Place | "gone">();
  #known = new Map<SharedType, Container>();

  constructor(
    private readonly doc: Y.Doc,
    private readonly fresh: FreshStructs,
  ) {}

  /** The place of a fresh struct, all that it names having been asked for before; "gone" where it becomes nothing. */
  place(struct: Struct): Place | "gone" {
    const place = struct instanceof Y.GC ? "gone" : this.#find(struct);
    this.#places.set(struct, place);
    return place;
  }

  #find(item: Y.Item): Place | "gone" {
    const left = item.origin === null ? null : this.#placeAt(item.origin);
    const right = item.rightOrigin === null ? null : this.#placeAt(item.rightOrigin);
    if (left === "gone" || right === "gone") return "gone";
    if (left !== null && right !== null && !isSame(left, right)) throw new Refusal("malformed", "neighbours");
    const beside = left ?? right;
    if (beside !== null) return beside;
    const parent = parentId(item);
    if (parent === null) {
      if (String(item.parent) !== PAGE) throw new Refusal("shape", "root");
      return { container: root, sub: item.parentSub };
    }
    const container = this.#containerAt(parent);
    return container === "gone" ? "gone" : { container, sub: item.parentSub };
  }

  /** Where a neighbour stands. */
  #placeAt(id: Y.ID): Place | "gone" {
    const struct = this.fresh.at(id);
    const fresh = this.#places.get(struct);
    if (fresh !== undefined) return fresh;
    if (struct instanceof Y.GC || struct.parent === null) return "gone";
    return { container: this.#containerOf(struct.parent), sub: struct.parentSub };
  }

  /** The container that an item is. */
  #containerAt(id: Y.ID): Container | "gone" {
    const struct = this.fresh.at(id);
    if (struct instanceof Y.GC || struct.content instanceof Y.ContentDeleted) return "gone";
    if (!(struct.content instanceof Y.ContentType)) throw new Refusal("malformed", "parent");
    const fresh = this.#places.get(struct);
    if (fresh === "gone") return "gone";
    if (fresh === undefined) return this.#containerOf(struct.content.type);
    const { client, clock } = struct.id;
    return { key: `${client}/${clock}`, name: nameOf(struct.content.type), depth: fresh.container.depth + 1 };
  }

  /** A container of the document. */
  #containerOf(type: SharedType): Container {
    const known = this.#known.get(type);
    if (known !== undefined) return known;
    const item = type instanceof Y.AbstractType ? type._item : null;
    const container = item === null ? this.#rootOf(type) : this.#inner(item, type);
    this.#known.set(type, container);
    return container;
  }

  #rootOf(type: SharedType): Container {
    if (type !== this.doc.share.get(PAGE)) throw new Refusal("shape", "root");
    return root;
  }

  #inner({ id, parent }: Y.Item, type: SharedType): Container {
    const depth = parent === null ? 1 : this.#containerOf(parent).depth + 1;
    return { key: `${id.client}/${id.clock}`, name: nameOf(type), depth };
  }
}

function isSame(a: Place, b: Place): boolean {
  return a.container.key === b.container.key && a.sub === b.sub;
}

function nameOf(type: SharedType): string {
  if (type instanceof Y.XmlText) return TEXT;
  return type instanceof Y.XmlElement ? type.nodeName : "";
}
