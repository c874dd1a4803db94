import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { workChoiceOf, workFields } from "#app/domain/work/work-choice.ts";
import type { TrailHandle } from "#app/features/site/site-shell.tsx";
import { TakeForm } from "#app/features/taking/take-form.tsx";
import { WorkTools } from "#app/features/work/work-tools.tsx";
import { WorkView } from "#app/features/work/work-view.tsx";
import { orProblemResponse } from "#app/http/problem-response.ts";
import { requireViewer } from "#app/http/viewer.ts";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { Page, PageHead } from "#app/ui/page.tsx";
import { siteWords } from "#app/words/site.ts";
import { takingWords } from "#app/words/taking.ts";
import { workWords } from "#app/words/work.ts";

export const handle: TrailHandle = { trail: () => ({ label: workWords.title }) };

export const meta: MetaFunction = () => [{ title: siteWords.title(workWords.title) }];

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { viewer } = requireViewer(context, request);
  const { searchParams } = new URL(request.url);
  const choice = workChoiceOf(searchParams);
  const from = Math.trunc(Number(searchParams.get("from"))) || 0;
  const of = { group: null, member: viewer.id };
  return { choice, page: await orProblemResponse(context.work.open(viewer, of, { ...choice, from })) };
}

export default function OwnWork() {
  const { page, choice } = useLoaderData<typeof loader>();
  return (
    <Page width="list">
      <PageHead title={workWords.title}>
        <p>
          {page.member.name} · {workWords.all} · {workWords.sum(page.counts.all, page.texts.length)}
        </p>
      </PageHead>
      <WorkView
        page={page}
        choice={choice}
        tools={
          <WorkTools>
            <Disclosure look="panel" icon="download" summary={takingWords.title}>
              <TakeForm
                hint={takingWords.ownHint}
                fields={workFields(choice)}
                offersPrivate
                addressOf={(format) => `/portfolio/export/${format}`}
              />
            </Disclosure>
          </WorkTools>
        }
      />
    </Page>
  );
}
