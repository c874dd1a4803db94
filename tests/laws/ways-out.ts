/** Every page and file by which words of notes can leave. */

type Place = {
  readonly text: string;
  readonly group: string;
  readonly collection: string;
  readonly note: string;
  /** Two members whose portfolios are asked for. */
  readonly people: readonly (string | undefined)[];
};

/** Their addresses, always as many. */
export function pagesOf({ text, group, collection, note, people: [one = "", other = ""] }: Place): readonly string[] {
  return [
    `/t/${text}`,
    `/t/${text}.data`,
    `/g/${group}.data`,
    `/g/${group}/search.data?q=words`,
    `/n/${note}.data`,
    `/t/${text}/seats`,
    "/inbox.data",
    `/g/${group}/record.data`,
    `/g/${group}/record/json`,
    `/g/${group}/appeals.data`,
    "/decisions.data",
    `/g/${group}/portfolio/${one}.data`,
    `/g/${group}/portfolio/${other}/export/csv?private=1`,
    ...["html?private=1", "markdown", "csv?private=1", "jsonld"].map((file) => `/t/${text}/export/${file}`),
    `/g/${group}/moderation.data`,
    `/settings/reports.data`,
    "/settings/sanctions.data",
    `/n/${note}/summary.data`,
    `/g/${group}/collections/${collection}.data`,
    `/g/${group}/collections/${collection}/export/markdown`,
  ];
}

/** How many they are. */
export const PAGES = pagesOf({ text: "", group: "", collection: "", note: "", people: [] }).length;
