import { fold } from "./fold.ts";
import { timeAbove } from "./time-above.ts";
import { depthOf, holds, isRoman, namesSection, numberLed } from "./numbering.ts";

/** What a section row says, before it is known under which section it stands. */
export interface SectionTitle {
  readonly number: string | null;
  readonly label: string | null;
  readonly title: string;
  /** sections of one style are siblings: «roman», «decimal 2», «word шаг», «plain» */
  readonly style: string;
}

/** Reads the text of a section row; `numberCell` is what stands in its own number cell. */
export function sectionTitleOf(text: string, numberCell: string | null, shape: string): SectionTitle {
  const time = timeAbove(text);
  // A month is inside a year and beside other months, whatever numbers stand around.
  if (time && numberCell === null)
    return { number: null, label: null, title: text, style: `time ${time.kind === "term" ? "part" : time.kind}` };
  if (numberCell !== null) return { number: numberCell, label: null, title: text, style: styleOf(numberCell, null) };
  const led = numberLed(text);
  if (led) {
    return {
      number: led.number,
      label: led.word ? led.raw : null,
      title: fold(led.rest) || text,
      style: styleOf(led.number, led.word),
    };
  }
  const word = namesSection(text) ? ` ${text.split(/[\s:]/)[0]!.toLowerCase()}` : "";
  return { number: null, label: null, title: text, style: `plain ${shape}${word}` };
}

function styleOf(number: string, word: string | null): string {
  if (word) return `word ${word}`;
  return isRoman(number) ? "roman" : `decimal ${depthOf(number)}`;
}

/**
 * How many open sections stay open when a new one begins. A style already open closes down to it; a decimal number closes what does not
 * hold it; a style not seen yet goes one deeper, unless the innermost section has measures and nothing says that it holds the new one.
 */
export function keptDepth(
  open: readonly (SectionTitle & { readonly hasMeasures: boolean })[],
  next: SectionTitle,
  firstNumber: string | null,
): number {
  const same = open.findIndex(({ style }) => style === next.style);
  if (same >= 0) return same;
  if (next.number !== null && !isRoman(next.number) && next.style.startsWith("decimal")) {
    const shallower = open.findIndex(({ number, style }) => {
      return number !== null && style.startsWith("decimal") && depthOf(number) >= depthOf(next.number!);
    });
    return shallower >= 0 ? shallower : open.length;
  }
  if (next.style === "roman" || next.style.startsWith("word")) {
    const decimal = open.findIndex(({ style }) => style.startsWith("decimal"));
    return decimal >= 0 ? decimal : open.length;
  }
  const innermost = open.at(-1);
  if (!innermost?.hasMeasures) return open.length;
  const inside =
    innermost.number !== null &&
    firstNumber !== null &&
    !isRoman(innermost.number) &&
    holds(innermost.number, firstNumber);
  return inside ? open.length : open.length - 1;
}
