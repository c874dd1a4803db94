import { Form, Link } from "@remix-run/react";
import type { Role } from "#app/domain/group/group.ts";
import type { Profile } from "#app/domain/member/member.ts";
import { Avatar } from "#app/ui/avatar.tsx";
import { FormMessage } from "#app/ui/field.tsx";
import { errorOf, type FormAnswer } from "#app/ui/form-answer.ts";
import { Stack } from "#app/ui/page.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { withWay } from "#app/ui/way-back.ts";
import { accountWords } from "#app/words/account.ts";
import { factorsWords } from "#app/words/factors.ts";
import { roleWords } from "#app/words/group.ts";
import { Door } from "./door.tsx";
import { EmailField } from "./email-field.tsx";
import { LanguageChoice } from "./language-choice.tsx";
import { PasskeyForm } from "./passkey-form.tsx";
import { PasswordField } from "./password-field.tsx";
import styles from "./sign-in-page.module.css";

type DemoPerson = Profile & { readonly groups: readonly { readonly name: string; readonly role: Role }[] };

export type SignInPageProps = {
  /** Where to go afterwards. */
  readonly to: string;
  /** The site's own address, under which passkeys work. */
  readonly origin: string;
  /** The demo's people, none without a demo. */
  readonly people: readonly DemoPerson[];
  readonly answer: FormAnswer<unknown> | undefined;
};

/** Signing in by address and password, or as one of the demo's people. */
export function SignInPage({ to, origin, people, answer }: SignInPageProps) {
  const words = accountWords.signIn;
  return (
    <Door
      title={words.title}
      sentence={to === "/" ? null : words.invited}
      aside={people.length > 0 ? <DemoPeople people={people} to={to} /> : null}
      below={
        <>
          <PasskeyForm purpose="sign-in" origin={origin} button={factorsWords.signIn.passkey} fields={{ to }} wide />
          <Link to="/forgot">{words.forgot}</Link>
          <p>
            {words.noAccount} <Link to={withWay("/sign-up", to)}>{words.create}</Link>
          </p>
          <LanguageChoice />
        </>
      }
    >
      <Form method="post">
        <Stack>
          <FormMessage kind="error">{answer?.ok === false ? answer.sentence : null}</FormMessage>
          <input type="hidden" name="to" value={to} />
          <EmailField answer={answer} />
          <PasswordField
            name="password"
            label={accountWords.password}
            autoComplete="current-password"
            error={errorOf(answer, "password")}
          />
          <SubmitButton intent="sign-in" wide>
            {words.button}
          </SubmitButton>
        </Stack>
      </Form>
    </Door>
  );
}

function DemoPeople({ people, to }: { readonly people: readonly DemoPerson[]; readonly to: string }) {
  return (
    <section className={styles.demo} aria-labelledby="demo-people">
      <h2 id="demo-people">{accountWords.demo.title}</h2>
      <p>{accountWords.demo.sentence}</p>
      <Form method="post">
        <input type="hidden" name="intent" value="demo" />
        <input type="hidden" name="to" value={to} />
        <ul className={styles.people}>
          {people.map((person) => (
            <li key={person.id}>
              <button type="submit" name="member" value={person.id} className={styles.person}>
                <Avatar face={person} size="l" />
                <span className={styles.name}>{person.name}</span>
                <span className={styles.roles}>
                  {person.groups.map(({ name, role }) => accountWords.demo.in(roleWords[role].name, name)).join(", ")}
                </span>
              </button>
            </li>
          ))}
        </ul>
      </Form>
    </section>
  );
}
