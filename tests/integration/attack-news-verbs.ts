/** The part of the table of Z1 about what is new to whom. */
import { publishCommand } from "#server/services/test-site.ts";
import { at, form, get, group, intent, othersNote, type Scene, text, type Verb } from "./attack-scene.ts";

const inside = ["owner", "teacher", "moderator", "member", "observer"] as const;
const signedIn = [...inside, "outsider", "former", "administrator"] as const;

export const newsVerbs: readonly Verb[] = [
  { name: "news.badge", may: signedIn, ready: get(at("/inbox.data")) },
  { name: "news.inbox", may: signedIn, ready: get(at("/inbox.data?kind=reply")) },
  { name: "news.markRead", may: signedIn, ready: form(at("/inbox.data"), intent("all")) },
  { name: "news.following", may: inside, ready: get(group()) },
  { name: "news.follow a group", may: inside, ready: follow("group", ({ seminar }) => seminar.id) },
  { name: "news.follow a text", may: inside, ready: follow("document", ({ seminar }) => seminar.text.id) },
  { name: "news.follow a thread", may: inside, ready: follow("thread", othersNote) },
  {
    name: "news.follow a thread on another's desk",
    may: [],
    otherwise: Object.fromEntries(inside.map((role) => [role, "unknown"] as const)),
    ready: follow("thread", async ({ site, seminar }) => {
      const other = await site.enter(seminar, "member");
      return (await site.site.annotations.run(other.viewer, privately(site.newId(), seminar))).id;
    }),
  },
  {
    name: "news.follow a person",
    may: inside,
    ready: follow("member", async ({ site, seminar }) => (await site.enter(seminar, "member")).id),
  },
  { name: "news.read", may: inside, ready: form(text("/seen"), () => ({ all: "yes" })) },
];

/** Following, by kind; what is followed has to be known to whoever asks. */
function follow(kind: string, id: (scene: Scene) => string | Promise<string>): Verb["ready"] {
  return form(at("/follow"), async (scene) => ({
    ...{ kind, intent: "follow", group: scene.seminar.id },
    id: await id(scene),
  }));
}

function privately(id: string, { text }: Scene["seminar"]) {
  return publishCommand(text, id, { placement: "me" });
}
