/** How long somebody reads, where a group measures it. */
export const readingTimeWords = {
  title: "Reading time",
  isOff: "How long students read is not measured.",
  isOn: "How long students read is measured, and they are told so.",
  hint: "Time counts only while an assigned text is shown and something is done on the page. What is done is not recorded. Turning it off removes what was measured.",
  turnOn: "Measure reading time",
  turnOff: "Stop and remove what was measured",
  told: "Your group measures how long you read here: while the text is shown and you do something on the page.",
  read: (time: string) => `You have read for ${time}.`,
  minutes: (n: number) => `${n} min`,
  hours: (hours: number, minutes: number) => `${hours} h ${minutes} min`,
} as const;
