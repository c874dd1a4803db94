/** What the form of an assignment shows comes back from it unchanged, as browsers send it, whatever is set. */
import { UNSAFE_RemixContext as RemixContext } from "@remix-run/react";
import fc from "fast-check";
import type { Element, Root, RootContent } from "hast";
import { fromHtml } from "hast-util-from-html";
import { toString as textOf } from "hast-util-to-string";
import { renderToStaticMarkup } from "react-dom/server";
import { createStaticHandler, createStaticRouter, StaticRouterProvider } from "react-router-dom/server.js";
import { expect, it } from "vitest";
import type { AssignmentSetting, BriefInput } from "#app/context/assignments.ts";
import { anonymities, wantedKinds } from "#app/domain/assignment/assignment.ts";
import type { Requirement } from "#app/domain/assignment/requirement.ts";
import { briefOf, settingForm } from "./assignment-forms.ts";
import { EditPage } from "./edit-page.tsx";

const MINUTE = 60_000;
const zones = ["UTC", "Europe/Berlin", "America/St_Johns", "Asia/Kathmandu", "Pacific/Apia"];
const texts = ["ta", "tb", "tc"].map((id) => ({ id, title: `Text ${id}`, words: 100 }));

/** Words as people type them; what a field trims away is not there to be lost. */
const words = fc.string({ minLength: 1, maxLength: 30 }).map((said) => `w${said.replace(/[\s\p{C}]+/gu, " ")}w`);
const count = fc.integer({ min: 1, max: 9 });
/** Times to the minute, as fields have them; the hour that is there twice in autumn means its first one, and is left out. */
const moment = fc
  .integer({ min: Date.UTC(2026, 3, 1) / MINUTE, max: Date.UTC(2026, 8, 1) / MINUTE })
  .map((at) => at * MINUTE);
const ids = () => {
  let next = 0;
  return () => `id${next++}`;
};

const requirement: fc.Arbitrary<Requirement> = fc.oneof(
  fc.record({ kind: fc.constantFrom("notes" as const, "replies" as const), count, minWords: fc.nat(50) }),
  fc.record({
    kind: fc.constantFrom("peers" as const, "paragraphs" as const, "coverage" as const, "endorsed" as const),
    count,
  }),
  fc.record({ kind: fc.constant("tag" as const), tag: fc.constantFrom("irony", "metre", "plain speech"), count }),
  fc.record({
    kind: fc.constant("of-kind" as const),
    of: fc.constantFrom("question" as const, "evidence" as const),
    count,
  }),
);
/** In the order of the form, each of what is there once. */
const order = ["notes", "replies", "peers", "paragraphs", "coverage", "endorsed", "tag", "of-kind"];
const requirements = fc
  .uniqueArray(requirement, {
    selector: ({ kind, ...rest }) => `${kind} ${"tag" in rest ? rest.tag : ""}${"of" in rest ? rest.of : ""}`,
    maxLength: 7,
  })
  .map((all) => [...all].sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind)));

const brief: fc.Arbitrary<BriefInput> = fc
  .record({
    title: words,
    instructions: words,
    documents: fc.shuffledSubarray(
      texts.map(({ id }) => id),
      { minLength: 1 },
    ),
    passages: fc.array(fc.record({ from: count, to: fc.integer({ min: 10, max: 20 }) }), { maxLength: 1 }),
    prompts: fc.array(
      fc.record({
        words,
        answer: fc.constantFrom(...wantedKinds),
        tags: fc.shuffledSubarray(["irony", "metre"]),
        minWords: fc.nat(40),
        isRequired: fc.boolean(),
        number: fc.option(count),
      }),
      { maxLength: 3 },
    ),
    requirements,
    zone: fc.constantFrom(...zones),
    times: fc.tuple(fc.option(moment), fc.option(moment), fc.option(moment)),
    grace: fc.nat(90).map((minutes) => minutes * MINUTE),
    penalty: fc.oneof(
      fc.constant({ kind: "none" as const }),
      fc.record({ kind: fc.constant("flat" as const), percent: fc.nat(100) }),
      fc.record({ kind: fc.constant("per-day" as const), percent: fc.nat(100), most: fc.nat(100) }),
    ),
    scheme: fc.oneof(
      fc.constant({ kind: "none" as const }),
      fc.constant({ kind: "complete" as const }),
      fc.record({
        kind: fc.constant("points" as const),
        points: count,
        levels: fc.uniqueArray(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 4 }),
        title: words,
      }),
    ),
    flags: fc.tuple(fc.boolean(), fc.boolean()),
    reveal: fc.oneof(
      fc.constant({ kind: "open" as const }),
      fc.record({ kind: fc.constant("after" as const), posts: count }),
      fc.record({ kind: fc.constant("at" as const), time: moment }),
      fc.constant({ kind: "manual" as const, revealed: false }),
    ),
    anonymity: fc.constantFrom(...anonymities),
    sectionSet: fc.constantFrom(null, "pairs"),
  })
  .map(
    ({
      documents,
      passages,
      prompts,
      zone,
      times: [opensAt, dueAt, closesAt],
      scheme,
      flags,
      grace,
      penalty,
      ...rest
    }) => {
      const newId = ids();
      return {
        ...rest,
        texts: documents.map((document, n) => ({ document, passages: n === 0 ? passages : [] })),
        prompts: prompts.map(({ number, ...prompt }, n) => {
          const document = documents[n] ?? null;
          return { ...prompt, id: newId(), document, number: document === null ? null : number };
        }),
        times: { zone, opensAt, dueAt, closesAt },
        late: { grace, penalty },
        scheme:
          scheme.kind === "points"
            ? { kind: "points" as const, points: scheme.points, rubric: [rubricOf(scheme.title, scheme.levels, newId)] }
            : scheme,
        isBlind: flags[0],
        hasSecondMarker: flags[1],
      };
    },
  );

function rubricOf(title: string, levels: readonly number[], newId: () => string) {
  const id = newId();
  const best = [...levels].sort((a, b) => b - a);
  return {
    id,
    title,
    levels: best.map((points) => ({ id: newId(), title: `L${points}`, points, descriptor: `d${points}` })),
  };
}

it("comes back as it was, for whatever can be set", async () => {
  await fc.assert(
    fc.asyncProperty(brief, async (given) => {
      const form = sentBy(await drawn(settingOf(given)));
      const parsed = settingForm.parse(Object.fromEntries(form));
      expect(briefOf(parsed, form, () => "new")).toEqual(given);
    }),
    { numRuns: Number(process.env.RUNS ?? 40) },
  );
});

function settingOf(given: BriefInput): AssignmentSetting {
  return {
    ...given,
    ...{ id: "a", group: { id: "g", name: "Seminar" }, state: "draft", version: 1, gate: given.reveal, extensions: [] },
    choice: {
      ...{ texts, kinds: [], students: [], sections: [], groups: [{ id: "g", name: "Seminar" }] },
      sectionSets: [{ id: "pairs", name: "Pairs", sections: 3 }],
    },
    ...{ ownNotes: 0, notesLeft: 0, hasWork: false },
  };
}

/** The page, in as much of Remix as links and forms ask for. */
async function drawn(setting: AssignmentSetting): Promise<Root> {
  const routes = [{ path: "/", element: <EditPage setting={setting} answer={undefined} /> }];
  const context = await createStaticHandler(routes).query(new Request("http://localhost/"));
  if (context instanceof Response) throw new Error("The page leads elsewhere.");
  const remix = { future: {}, isSpaMode: false, manifest: { routes: {} }, routeModules: {} };
  return fromHtml(
    renderToStaticMarkup(
      <RemixContext.Provider value={remix as never}>
        <StaticRouterProvider router={createStaticRouter(routes, context)} context={context} />
      </RemixContext.Provider>,
    ),
  );
}

/** What a browser sends of the form that has a title. */
function sentBy(page: Root): FormData {
  const form = new FormData();
  const fields = elementsOf(page).filter(({ tagName }) => ["input", "textarea", "select"].includes(tagName));
  const own = elementsOf(page).find(
    (one) => one.tagName === "form" && elementsOf(one).some((field) => field.properties.name === "title"),
  );
  const inForm = new Set(own === undefined ? [] : elementsOf(own));
  for (const field of fields) {
    const { name, type, value, checked } = field.properties;
    if (!inForm.has(field) || typeof name !== "string") continue;
    if (field.tagName === "textarea") form.append(name, textOf(field).replace(/^\n/u, ""));
    else if (field.tagName === "select") form.append(name, chosenIn(field));
    else if (type !== "checkbox" && type !== "radio") form.append(name, String(value ?? ""));
    else if (checked === true) form.append(name, String(value ?? "on"));
  }
  return form;
}

function chosenIn(select: Element): string {
  const options = elementsOf(select).filter(({ tagName }) => tagName === "option");
  const chosen = options.find(({ properties }) => properties.selected === true) ?? options[0];
  return String(chosen?.properties.value ?? "");
}

function elementsOf(node: Root | RootContent): readonly Element[] {
  const below = "children" in node ? node.children.flatMap((child) => elementsOf(child)) : [];
  return node.type === "element" ? [node, ...below] : below;
}
