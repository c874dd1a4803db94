import { describe, expect, it } from "vitest";
import { readPlain } from "#server/import/plain.ts";

/** Label, clutter and the first words of each piece: enough to see the shape of a text. */
function shape(source: string): string[] {
  return readPlain(source).map(
    ({ label, clutter, text }) => `${clutter ?? label}: ${text.replaceAll("\n", " / ").slice(0, 24)}`,
  );
}

const long =
  "The lower meadow belongs to nobody, and so everybody has an opinion about who may mow it and when it should be done.";

const article = `The Wall and the Window

A border looks different from the side that did not draw it

A fence on a hill, seen from below
The fence as the shepherds know it
(Image credit: Jo Field/Meadow Press/AFP via Getty Images)

${long}

“We never asked for a fence,” said the shepherd. “You build it, and you get to keep it.”

Subscribe to The Meadow

Leave your valley. Get the week's quarrels, and our view of them, in one place.


Sign up for The Meadow's Free Newsletters

From the milking report to a Sunday letter, get the best of the valley delivered to your inbox.

From the milking report to a Sunday letter, get the best of the valley delivered to your inbox.

Sign up

So whose hill is it, then, and who has to mend the gate when the snow has taken it again?

The neighbour’s door

${long} So says the law.

A fair price?

${long} So says the shepherd.

Continue reading for free

We hope you're enjoying our open-hearted journalism.

Subscribed to The Meadow? Register your account with the same email.
`;

describe("readPlain on an article from the web", () => {
  it("finds its parts and offers the page around it", () => {
    expect(shape(article)).toEqual([
      "title: The Wall and the Window",
      "standfirst: A border looks different",
      "caption: A fence on a hill, seen ",
      "caption: The fence as the shepher",
      "image-credit: (Image credit: Jo Field/",
      "paragraph: The lower meadow belongs",
      "paragraph: “We never asked for a fe",
      "newsletter: Subscribe to The Meadow",
      "newsletter: Leave your valley. Get t",
      "newsletter: Sign up for The Meadow's",
      "newsletter: From the milking report ",
      "newsletter: From the milking report ",
      "newsletter: Sign up",
      "paragraph: So whose hill is it, the",
      "heading: The neighbour’s door",
      "paragraph: The lower meadow belongs",
      "heading: A fair price?",
      "paragraph: The lower meadow belongs",
      "continue-reading: Continue reading for fre",
      "continue-reading: We hope you're enjoying ",
      "continue-reading: Subscribed to The Meadow",
    ]);
  });

  it("loses no word of the source", () => {
    const words = (text: string) => text.split(/\s+/).filter((word) => word !== "");
    expect(
      words(
        readPlain(article)
          .map((piece) => piece.text)
          .join(" "),
      ),
    ).toEqual(words(article));
  });

  it("reads the same article with Windows line ends", () => {
    expect(shape(article.replaceAll("\n", "\r\n"))).toEqual(shape(article));
  });
});

const wrapped = `THE GATE

It is a rule of the valley that a gate is left as it was found, and
nobody remembers who made the rule or which gate he had in mind when
he made it. We keep it all the same.
  A second paragraph begins with an indent, as in books that save their
paper, and goes on for two lines.

Walls are walls
`;

const poem = `Two Fields

I walked along the wall at noon,
And counted every stone,
  The neighbour hummed a mowing tune
And left me there alone.

What is a wall if not a word
That someone wrote in clay?
`;

const dialogue = `On Walls

Anna: Who built it?
Ben: Nobody knows. It is older than
the two of us together.

Anna: Then who mends it?
Ben: You do.
`;

describe("readPlain on other shapes", () => {
  it.each([
    [
      "hard-wrapped lines become paragraphs",
      wrapped,
      [
        "title: THE GATE",
        "paragraph: It is a rule of the vall",
        "paragraph: A second paragraph begin",
        "paragraph: Walls are walls",
      ],
    ],
    [
      "a poem keeps its lines",
      poem,
      ["title: Two Fields", "verse: I walked along the wall ", "verse: What is a wall if not a "],
    ],
    [
      "a dialogue has turns",
      dialogue,
      [
        "title: On Walls",
        "speech: Anna: Who built it?",
        "speech: Ben: Nobody knows. It is",
        "speech: Anna: Then who mends it?",
        "speech: Ben: You do.",
      ],
    ],
    ["dashes speak", "– Who?\n\n– Nobody.\n\n– Then I.", ["speech: – Who?", "speech: – Nobody.", "speech: – Then I."]],
    [
      "two labels are no dialogue",
      "Note: a wall.\n\nSource: the archive.",
      ["paragraph: Note: a wall.", "paragraph: Source: the archive."],
    ],
    ["a list in one block", "- bread\n- salt\n  of the sea\n- wine", ["item: bread / salt of the sea "]],
    ["a list with blank lines", "Bring this.\n\n• bread\n\n• salt", ["paragraph: Bring this.", "item: bread / salt"]],
    [
      "numbered paragraphs stay",
      "1. A wall is a fact.\n\n2. A gate is a wish.",
      ["paragraph: 1. A wall is a fact.", "paragraph: 2. A gate is a wish."],
    ],
    [
      "mail quotation",
      "He wrote.\n\n> no wall\n> no door\n\nI agree.",
      ["paragraph: He wrote.", "quotation: no wall / no door", "paragraph: I agree."],
    ],
    [
      "a rule",
      `${long}\n\n* * *\n\n${long} Yes.`,
      ["paragraph: The lower meadow belongs", "other: ", "paragraph: The lower meadow belongs"],
    ],
    [
      "no title where the first line is a sentence",
      `A wall.\n\n${long}`,
      ["paragraph: A wall.", "paragraph: The lower meadow belongs"],
    ],
    [
      "a byline is no standfirst",
      `The Wall\n\nBy Ada Field of the Lower Meadow\n\n${long}`,
      ["title: The Wall", "paragraph: By Ada Field of the Lowe", "paragraph: The lower meadow belongs"],
    ],
    [
      "a spoken question is no heading",
      `${long}\n\n“Who are you?”\n\n${long} No.`,
      ["paragraph: The lower meadow belongs", "paragraph: “Who are you?”", "paragraph: The lower meadow belongs"],
    ],
    [
      "one line per paragraph",
      `The Wall\n${long}\nThe gate\n${long} No.`,
      [
        "title: The Wall",
        "paragraph: The lower meadow belongs",
        "heading: The gate",
        "paragraph: The lower meadow belongs",
      ],
    ],
    [
      "chapter and name",
      `${long}\n\nCHAPTER II\n\nThe gate\n\n${long} No.`,
      [
        "paragraph: The lower meadow belongs",
        "heading: CHAPTER II",
        "heading: The gate",
        "paragraph: The lower meadow belongs",
      ],
    ],
    [
      "numbered sections",
      `The Wall\n\n1.2 The gate\n\n${long}`,
      ["title: The Wall", "subheading: 1.2 The gate", "paragraph: The lower meadow belongs"],
    ],
    [
      "right to left",
      "الجدار والنافذة\n\nكل حجر له صاحب، وكل صاحب له حكاية.",
      ["title: الجدار والنافذة", "paragraph: كل حجر له صاحب، وكل صاحب"],
    ],
    [
      "caption and credit on one line",
      `The Wall\n\nA fence (Image credit: the author)\n\n${long}`,
      [
        "title: The Wall",
        "caption: A fence",
        "image-credit: (Image credit: the autho",
        "paragraph: The lower meadow belongs",
      ],
    ],
    ["one word", "Wall", ["paragraph: Wall"]],
  ])("%s", (_, source, expected) => {
    expect(shape(source)).toEqual(expected);
  });

  it("joins wrapped lines with a space, and wide letters with none", () => {
    const chinese = "墙".repeat(36);
    expect(readPlain(wrapped)[1]?.text).toContain("found, and nobody remembers");
    expect(readPlain(`${chinese}\n${chinese}\n窗。`)[0]?.text).toBe(`${chinese}${chinese}窗。`);
  });

  it("escapes what looks like markup", () => {
    expect(readPlain("A <b>wall</b> & a gate.")[0]?.html).toBe("<p>A &#x3C;b>wall&#x3C;/b> &#x26; a gate.</p>");
  });
});
