/** Strong letters of right-to-left scripts (Unicode bidi classes R and AL), by script: JavaScript knows no bidi property. */
const rightToLeft =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}\p{Script=Samaritan}\p{Script=Mandaic}\p{Script=Hanifi_Rohingya}]/u;
const letter = /\p{L}/gu;

/** Enough letters to tell a text by; a book needs no full count. UTF-16 code units. */
const sample = 20_000;

/** Direction that most letters of the text have; on a tie the first strong letter decides (UAX #9, P2), and "ltr" without letters. */
export function directionOf(text: string): "ltr" | "rtl" {
  let right = 0;
  let left = 0;
  let first: "ltr" | "rtl" = "ltr";
  for (const [found] of text.slice(0, sample).matchAll(letter)) {
    const isRight = rightToLeft.test(found);
    if (right + left === 0 && isRight) first = "rtl";
    if (isRight) right += 1;
    else left += 1;
  }
  if (right === left) return first;
  return right > left ? "rtl" : "ltr";
}
