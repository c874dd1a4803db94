import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { TRY_OUT } from "#app/features/rules/rule-editor.tsx";
import {
  checkForm,
  endPolicyForm,
  noFields,
  oneRuleForm,
  policyForm,
  ruleForm,
} from "#app/features/rules/rules-forms.ts";
import { RulesPage } from "#app/features/rules/rules-page.tsx";
import type { TrailHandle } from "#app/features/site/site-shell.tsx";
import { runForm } from "#app/http/form.ts";
import { orProblemResponse } from "#app/http/problem-response.ts";
import { requireViewer } from "#app/http/viewer.ts";
import { intentOf } from "#app/ui/intent.ts";
import { rulesWords } from "#app/words/rules.ts";

export const handle: TrailHandle = { trail: () => ({ label: rulesWords.page.title }) };

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { viewer } = requireViewer(context, request);
  return { page: await orProblemResponse(context.rules.open(viewer, params.group ?? "")) };
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const { viewer } = requireViewer(context, request);
  const { rules } = context;
  const group = params.group ?? "";
  const form = await request.formData();
  switch (intentOf(form)) {
    case "save":
      return runForm(form, ruleForm, async ({ rule, input }) => {
        await rules.save(viewer, group, rule, input);
        throw redirect(`/g/${group}/moderation/rules`);
      });
    case TRY_OUT:
      return runForm(form, ruleForm, ({ input }) => rules.tryOut(viewer, group, input));
    case "on":
    case "off":
      return runForm(form, oneRuleForm, ({ rule }) => rules.turn(viewer, group, rule, intentOf(form) === "on"));
    case "up":
    case "down":
      return runForm(form, oneRuleForm, ({ rule }) =>
        rules.move(viewer, group, rule, intentOf(form) === "up" ? -1 : 1),
      );
    case "retire":
      return runForm(form, oneRuleForm, ({ rule }) => rules.retire(viewer, group, rule));
    case "set-policy":
      return runForm(form, policyForm, (input) => rules.setPolicy(viewer, group, input));
    case "end-policy":
      return runForm(form, endPolicyForm, ({ policy }) => rules.endPolicy(viewer, group, policy));
    case "set-check":
      return runForm(form, checkForm, (input) => rules.setCheck(viewer, group, input));
    case "renew-secret":
      return runForm(form, noFields, () => rules.renewSecret(viewer, group));
    default:
      return runForm(form, noFields, () => rules.dropCheck(viewer, group));
  }
}

export default function Rules() {
  const [search] = useSearchParams();
  const open = { rule: search.get("rule"), kind: search.get("new") };
  return <RulesPage {...useLoaderData<typeof loader>()} open={open} answer={useActionData<typeof action>()} />;
}
