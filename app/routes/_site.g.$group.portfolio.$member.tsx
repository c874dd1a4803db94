import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { WorkPage } from "#app/context/work.ts";
import { workChoiceOf, workFields } from "#app/domain/work/work-choice.ts";
import type { TrailHandle } from "#app/features/site/site-shell.tsx";
import { TakeForm } from "#app/features/taking/take-form.tsx";
import { shareForm, unshareForm } from "#app/features/work/work-forms.ts";
import { WorkHead } from "#app/features/work/work-head.tsx";
import { type ShareAnswer, WorkShare } from "#app/features/work/work-share.tsx";
import { WorkTools } from "#app/features/work/work-tools.tsx";
import { WorkView } from "#app/features/work/work-view.tsx";
import { runForm } from "#app/http/form.ts";
import { orProblemResponse } from "#app/http/problem-response.ts";
import { requireViewer } from "#app/http/viewer.ts";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { intentOf } from "#app/ui/intent.ts";
import { takingWords } from "#app/words/taking.ts";
import { workWords } from "#app/words/work.ts";

export const handle: TrailHandle<{ readonly page: WorkPage }> = {
  trail: ({ page }) => ({ label: page.isSelf ? workWords.title : workWords.of(page.member.name) }),
};

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { viewer } = requireViewer(context, request);
  const { searchParams } = new URL(request.url);
  const choice = workChoiceOf(searchParams);
  const [group, member] = [params.group ?? "", params.member ?? ""];
  const from = Math.trunc(Number(searchParams.get("from"))) || 0;
  const page = await orProblemResponse(context.work.open(viewer, { group, member }, { ...choice, from }));
  return { page, choice, links: page.isSelf ? await context.work.links(viewer, group) : [] };
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const { viewer } = requireViewer(context, request);
  const group = params.group ?? "";
  const form = await request.formData();
  return intentOf(form) === "unshare"
    ? runForm(form, unshareForm, ({ link }) => context.work.unshare(viewer, group, link))
    : runForm(form, shareForm, (input) => context.work.share(viewer, group, input));
}

export default function MemberWork() {
  const { page, choice, links } = useLoaderData<typeof loader>();
  const answer = useActionData<ShareAnswer>();
  const home = `/g/${page.group?.id}/portfolio/${page.member.id}`;
  return (
    <>
      <WorkHead page={page} />
      <WorkView
        page={page}
        choice={choice}
        tools={
          <WorkTools>
            {page.isSelf && page.counts.all > 0 ? <a href="#share">{workWords.share.title}</a> : null}
            <Disclosure look="panel" icon="download" summary={takingWords.title}>
              <TakeForm
                hint={takingWords.ownHint}
                fields={workFields(choice)}
                offersPrivate={page.isSelf}
                addressOf={(format) => `${home}/export/${format}`}
              />
            </Disclosure>
          </WorkTools>
        }
      />
      {page.isSelf && page.counts.all > 0 ? <WorkShare choice={choice} links={links} answer={answer} /> : null}
    </>
  );
}
