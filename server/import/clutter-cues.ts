/**
 * What the furniture of a web page says. Each cue reads one whole line; lines above `longestCue` are never read, so no
 * expression can be slow, and a paragraph that speaks of newsletters is safe by its length.
 */
import type { ClutterKind } from "#app/domain/document/document.ts";

/** UTF-16 code units; the longest box line of the trial texts has 123. */
export const longestCue = 240;

type Cue = { readonly kind: ClutterKind; readonly longest: number; readonly says: RegExp };

const agencies =
  "getty images|shutterstock|istock|alamy|reuters|afp|associated press|unsplash|pexels|wikimedia commons|epa-efe";

/** In this order; the first that fits names the line. */
const cues: readonly Cue[] = [
  {
    kind: "image-credit",
    longest: 200,
    says: /^[([]?\s*(?:(?:image|photo|picture|illustration|photograph|bild|foto|crédits?)s?\s*(?:credits?|source|by|courtesy)?\s*:|(?:image|photo|picture|illustration)s? (?:credits?|by|courtesy)\b|photograph(?:s|ed)? by\b|credit:|bildquelle:|crédit photo)/i,
  },
  {
    kind: "image-credit",
    longest: 100,
    says: new RegExp(`^(?:\\(|©|\\[)?[^.!?]*(?:/|via |© ?)(?:${agencies})[)\\]]?$`, "i"),
  },
  {
    kind: "newsletter",
    longest: 120,
    says: /^(?:subscribe|sign up|sign me up|jetzt anmelden|abonnieren|s’abonner|s'abonner|je m’inscris|suscríbete)(?:$|[!.»›→>]|\s(?:now|today|here|free|below|to\b(?! this)|for\b|and get|in seconds))/i,
  },
  {
    kind: "newsletter",
    longest: longestCue,
    says: /(?:\bto|\bin|\binto|\bin dein|\bin ihr|\bdans votre|\ben tu) ?(?:your )?(?:e-?mail )?(?:inbox|in-box|postfach|boîte mail|bandeja de entrada)\b/i,
  },
  {
    kind: "newsletter",
    longest: longestCue,
    says: /^(?:(?:get|join|receive|try|sign up|want|enter|delivered|enjoy(?:ing|ed)?)\b.*\b(?:newsletters?|our (?:free )?(?:briefing|mailing list)|your e-?mail)\b|(?:your )?e-?mail address\b|.{0,40}\bfree newsletters?$|newsletter$|you can unsubscribe|unsubscribe at any|no spam|thank(?:s| you) for (?:signing up|subscribing)|by (?:signing up|subscribing|submitting your|entering your)|contact me with news and offers|receive e-?mails? from us|melden sie sich|inscrivez-vous)/i,
  },
  {
    kind: "continue-reading",
    longest: 200,
    says: /^(?:continue reading|keep reading|to (?:continue|keep) reading|read (?:more|on|next|also|the full (?:story|article))\s?(?:$|:|for free|below|…|→|»)|want to (?:read|keep reading)|already (?:a|an) (?:subscriber|member)|already (?:subscribed|registered|have an account)|subscribed to\b.*\?|not (?:yet )?a subscriber|register (?:your|for|now|to)|create (?:a|your)(?: free)? account|(?:log|sign) in to (?:continue|read)|you(?:’|'| ha)ve (?:reached|read) your|this (?:article|story) is (?:for|only|free)|weiterlesen|lire la suite|seguir leyendo|more from\b|related (?:articles?|stories|posts|content)|recommended (?:for you|reading|articles)|most (?:read|popular|viewed)$)/i,
  },
  {
    kind: "advert",
    longest: 80,
    says: /^[-–—\s[(]*(?:advertisements?|advert|ad|anzeige|werbung|publicité|publicidad|sponsored(?: content| by\b.*)?|promoted(?: content)?|(?:article|story) continues (?:below|after)\b.*|scroll (?:down )?to continue\b.*|skip (?:advert\w*|ad|past newsletter promotion|promotion))[-–—\s\])]*$/i,
  },
  {
    kind: "share",
    longest: 80,
    says: /^(?:share (?:this|on|via|article|story|to)\b.*|tweet(?: this)?|share|e-?mail this\b.*|print this\b.*|copy (?:the )?link|link copied!?|follow us\b.*|like us on\b.*|share\s*(?:facebook|twitter|x|whatsapp|linkedin|email)\b.*|(?:leave a|post a|view) comments?|comments? \(\d{1,6}\)|\d{1,6} (?:comments?|shares?))$/i,
  },
];

/** Buttons that are clutter only beside another: a heading may well say "Print". */
const buttons = new Set(
  "facebook twitter x whatsapp linkedin email e-mail print save bookmark reddit telegram instagram pinterest comments copy messenger".split(
    " ",
  ),
);

/** Words by which a site speaks to its reader. An article that quotes them is safe: they count only beside a cue. */
const address =
  /\b(?:you|your|you[’']re|we|our|us|subscribe|register|sign|get|ihr|ihre|sie|dein|vous|votre|nos|tu|tus)\b/i;

/** Why the line is clutter by its own words, or null. */
export function cueOf(line: string): ClutterKind | null {
  const text = line.trim();
  if (text.length > longestCue) return null;
  return cues.find((cue) => text.length <= cue.longest && cue.says.test(text))?.kind ?? null;
}

/** Closed doors: after one of these at the end of a text, what still speaks to the reader belongs to the door. */
export function isWall(line: string): boolean {
  return /^(?:continue reading|to continue|already|subscribed to|register|create|log in|sign in|you)/i.test(
    line.trim(),
  );
}

export function isButton(line: string): boolean {
  return buttons.has(line.trim().toLowerCase());
}

export function speaksToReader(line: string): boolean {
  return line.length <= longestCue && address.test(line);
}
