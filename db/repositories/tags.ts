/** A group's tags and kinds, and which notes carry which tag. */
import { and, asc, eq, inArray } from "drizzle-orm";
import type { Colour } from "#app/domain/annotation/annotation.ts";
import { tagKey } from "#app/domain/annotation/tag.ts";
import type { Db } from "#db/client.ts";
import { annotations, annotationTags, kinds, tags } from "#db/schema/annotations.ts";
import { documents } from "#db/schema/documents.ts";

export type TagRecord = {
  readonly key: string;
  readonly name: string;
  readonly colour: Colour | null;
  readonly meaning: string;
  /** True for the vocabulary that the group keeps. */
  readonly isListed: boolean;
};

/** `retiredAt` in milliseconds, null while it is offered. */
export type KindRecord = Pick<typeof kinds.$inferSelect, "id" | "name" | "meaning" | "retiredAt">;

const tagColumns = {
  key: tags.key,
  name: tags.name,
  colour: tags.colour,
  meaning: tags.meaning,
  isListed: tags.isListed,
};

/** Verbs over tags. */
export function tagsRepository(db: Db) {
  const isTag = (groupId: string, key: string) => and(eq(tags.groupId, groupId), eq(tags.key, key));
  return {
    /** By name. */
    async ofGroup(groupId: string): Promise<readonly TagRecord[]> {
      return db.select(tagColumns).from(tags).where(eq(tags.groupId, groupId)).orderBy(asc(tags.key)).all();
    },

    /** Those of these keys that the group knows. */
    async known(groupId: string, keys: readonly string[]): Promise<ReadonlyMap<string, TagRecord>> {
      if (keys.length === 0) return new Map();
      const rows = db.select(tagColumns).from(tags);
      const found = rows.where(and(eq(tags.groupId, groupId), inArray(tags.key, [...keys]))).all();
      return new Map(found.map((tag) => [tag.key, tag]));
    },

    /** Adds a tag, or replaces all that is said of it. */
    async put(groupId: string, tag: TagRecord, now: number): Promise<void> {
      const { key, ...said } = tag;
      db.insert(tags)
        .values({ groupId, ...tag, createdAt: now })
        .onConflictDoUpdate({ target: [tags.groupId, tags.key], set: said })
        .run();
    },

    async drop(groupId: string, key: string): Promise<void> {
      db.delete(tags).where(isTag(groupId, key)).run();
    },

    /** The tags of a note, as names and as keys; leaves its version as it is. */
    async setOfNote(annotationId: string, names: readonly string[]): Promise<void> {
      db.update(annotations).set({ tags: names }).where(eq(annotations.id, annotationId)).run();
      db.delete(annotationTags).where(eq(annotationTags.annotationId, annotationId)).run();
      for (const name of names)
        db.insert(annotationTags)
          .values({ annotationId, key: tagKey(name) })
          .run();
    },

    /** At most `limit` notes of the group that carry the tag, after that id, in the order of their ids. */
    async notesWith(
      groupId: string,
      key: string,
      { after, limit }: { readonly after: string; readonly limit: number },
    ): Promise<readonly { readonly id: string; readonly tags: readonly string[] }[]> {
      return db.$client
        .prepare<[string, string, string, number], { readonly id: string; readonly tags: string }>(
          `SELECT a.id, a.tags FROM annotation_tags t JOIN annotations a ON a.id = t.annotation_id
           JOIN documents d ON d.id = a.document_id
           WHERE t.key = ? AND t.annotation_id > ? AND d.group_id = ? ORDER BY t.annotation_id LIMIT ?`,
        )
        .all(key, after, groupId, limit)
        .map(({ id, tags: names }) => ({ id, tags: JSON.parse(names) as readonly string[] }));
    },

    /** True when a note of the group carries the tag. */
    async isUsed(groupId: string, key: string): Promise<boolean> {
      const row = db
        .select({ id: annotations.id })
        .from(annotationTags)
        .innerJoin(annotations, eq(annotations.id, annotationTags.annotationId))
        .innerJoin(documents, eq(documents.id, annotations.documentId))
        .where(and(eq(annotationTags.key, key), eq(documents.groupId, groupId)))
        .limit(1)
        .get();
      return row !== undefined;
    },
  };
}

/** Verbs over the kinds that a group defines. */
export function kindsRepository(db: Db) {
  return {
    /** In the order in which they were made, retired ones too. */
    async ofGroup(groupId: string): Promise<readonly KindRecord[]> {
      const columns = { id: kinds.id, name: kinds.name, meaning: kinds.meaning, retiredAt: kinds.retiredAt };
      return db.select(columns).from(kinds).where(eq(kinds.groupId, groupId)).orderBy(asc(kinds.createdAt)).all();
    },

    async insert(groupId: string, kind: KindRecord, now: number): Promise<void> {
      db.insert(kinds)
        .values({ groupId, ...kind, createdAt: now })
        .run();
    },

    async update(groupId: string, id: string, said: Partial<Omit<KindRecord, "id">>): Promise<void> {
      db.update(kinds)
        .set(said)
        .where(and(eq(kinds.groupId, groupId), eq(kinds.id, id)))
        .run();
    },
  };
}
