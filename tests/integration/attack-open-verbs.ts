/** Verbs that ask for no session: a form, a token or a password speaks for whoever comes. */
export const openVerbs: readonly string[] = [
  ...[
    ...["signUp", "signIn", "signInDemo", "demoPeople", "signOut", "requestReset", "resetIsGood", "reset"],
    ...["pendingSignUp", "confirmSignUp", "setupIsGood", "setUp", "emailTokenIsGood", "confirmEmail", "picture"],
  ].map((verb) => `accounts.${verb}`),
  ...["byLink", "stop", "chooseByLink"].map((verb) => `letters.${verb}`),
  ...["work.shared", "collections.shared"],
  ...["signIn", "verify"].map((verb) => `factors.${verb}`),
  // Everybody sees them; ending says nothing of whether there was something to end.
  ...["site.face", "site.invitationIsGood"],
];
