import { Form, Link } from "@remix-run/react";
import { ButtonLink } from "#app/ui/button.tsx";
import { FormMessage } from "#app/ui/field.tsx";
import type { FormAnswer } from "#app/ui/form-answer.ts";
import { Stack } from "#app/ui/page.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { withWay } from "#app/ui/way-back.ts";
import { accountWords } from "#app/words/account.ts";
import { Door } from "./door.tsx";
import { NewAccountFields } from "./new-account-fields.tsx";

export type SignUpPageProps = {
  readonly to: string;
  /** Token of an invitation to the site, "" without one. */
  readonly invitation: string;
  readonly answer: FormAnswer<{ readonly email: string }> | undefined;
};

/** Making an account; after a letter went out, the page says so in the same words for every address. */
export function SignUpPage({ to, invitation, answer }: SignUpPageProps) {
  const words = accountWords.signUp;
  const way = withWay("/sign-in", to);
  if (answer?.ok) {
    return (
      <Door
        title={words.checkMailTitle}
        sentence={words.checkMail(answer.value.email)}
        below={<Link to={way}>{words.signIn}</Link>}
      >
        <p>{words.checkMailHint}</p>
        <ButtonLink to={withWay("/sign-up", to)} reloadDocument>
          {words.again}
        </ButtonLink>
      </Door>
    );
  }
  return (
    <Door
      title={words.title}
      below={
        <p>
          {words.have} <Link to={way}>{words.signIn}</Link>
        </p>
      }
    >
      <Form method="post">
        <Stack>
          <FormMessage kind="error">{answer?.sentence}</FormMessage>
          <input type="hidden" name="to" value={to} />
          <input type="hidden" name="invitation" value={invitation} />
          <NewAccountFields answer={answer} />
          <SubmitButton wide>{words.button}</SubmitButton>
        </Stack>
      </Form>
    </Door>
  );
}
