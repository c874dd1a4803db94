import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { PersonCard } from "#app/context/people.ts";
import {
  delegateForm,
  liftForm,
  noteForm,
  sanctionForm,
  undoForm,
} from "#app/features/moderation/people/people-forms.ts";
import type { PersonDone } from "#app/features/moderation/people/person-answer.ts";
import { PersonPage } from "#app/features/moderation/people/person-page.tsx";
import type { TrailHandle } from "#app/features/site/site-shell.tsx";
import { runForm } from "#app/http/form.ts";
import { orProblemResponse } from "#app/http/problem-response.ts";
import { requireViewer } from "#app/http/viewer.ts";
import { intentOf } from "#app/ui/intent.ts";

export const handle: TrailHandle<{ readonly card: PersonCard }> = { trail: ({ card }) => ({ label: card.name }) };

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { viewer } = requireViewer(context, request);
  const group = params.group ?? "";
  const card = await orProblemResponse(context.people.card(viewer, group, params.member ?? ""));
  const answers = await context.cannedAnswers.list(viewer, group);
  return { card, answers, guidelines: (await context.guidelines.open(viewer, group)).guidelines };
}

const done: PersonDone = { form: "done" };

export async function action({ context, params, request }: ActionFunctionArgs) {
  const { viewer } = requireViewer(context, request);
  const { people } = context;
  const [group, member] = [params.group ?? "", params.member ?? ""];
  const form = await request.formData();
  switch (intentOf(form)) {
    case "preview":
      return runForm(form, sanctionForm, async (input): Promise<PersonDone> => {
        const effects = await people.preview(viewer, group, { ...input, member });
        return { form: "preview", kind: input.kind, effects, typed: typedIn(form) };
      });
    case "impose":
      return runForm(form, sanctionForm, async (input): Promise<PersonDone> => {
        await people.impose(viewer, group, { ...input, member });
        return done;
      });
    case "lift":
      return runForm(form, liftForm, async ({ sanction, ...input }): Promise<PersonDone> => {
        return { form: "back", ...(await people.lift(viewer, group, sanction, input)) };
      });
    case "undo":
      return runForm(form, undoForm, async ({ decision }): Promise<PersonDone> => {
        await context.moderation.undo(viewer, decision);
        return done;
      });
    case "add-note":
      return runForm(form, noteForm, async ({ words }): Promise<PersonDone> => {
        await people.addNote(viewer, group, member, words);
        return done;
      });
    case "drop-note":
      return runForm(form, noteForm, async ({ note }): Promise<PersonDone> => {
        await people.dropNote(viewer, group, note);
        return done;
      });
    default:
      return runForm(form, delegateForm, async ({ document }): Promise<PersonDone> => {
        await people.delegate(viewer, group, { member, document, on: intentOf(form) === "give-text" });
        return done;
      });
  }
}

/** What the form held, so that it can be confirmed as it was. */
function typedIn(form: FormData): Record<string, string> {
  return Object.fromEntries([...form].filter((entry): entry is [string, string] => typeof entry[1] === "string"));
}

export default function Person() {
  return <PersonPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
