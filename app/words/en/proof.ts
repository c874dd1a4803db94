/** Words of proving once more who one is; small, since many pages have them. */
export const proofWords = {
  label: "Your password, or a code from your app",
  hint: "What you are about to do cannot be taken back, so we ask once more. You are then not asked for ten minutes.",
  demo: "Everyone of the demo has the password glossa-demo.",
  title: "Is it you?",
  button: "Go on",
  passkey: "Use a passkey",
  or: "or",
} as const;
