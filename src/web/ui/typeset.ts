import type { ReactNode } from "react";

const SPACE = "\u00a0";
const AFTER_SHORT_WORD =
  /(?<![\p{L}\p{N}-])(в|во|к|ко|с|со|у|о|об|от|до|на|по|из|за|и|а|но|не|ни|для|при|под|над|без) /giu;
const AFTER_INITIAL = /(?<!\p{L})(\p{L}\.) (?=\p{Lu})/gu;
const BEFORE_NUMBER_SIGN = /(?<=\p{L}) (?=№)/gu;
const AFTER_NUMBER_SIGN = /№ (?=\S)/gu;
const AFTER_NUMBER = /(?<![\p{L}\p{N}.,:])(\d{1,3}(?:,\d+)?) (?=[\p{Ll}%])(?!\p{L}\.)/gu;
const PERIOD = /(?<![\p{L}\p{N}])([IV]+) (четверть|квартал|полугодие) (?=\d{4})/gu;
const BEFORE_DASH = / (?=[—–] )/gu;

/** Binds what must not part at the end of a line: short words, № with what it numbers, initials, a number with its noun, a part of a year with its year, a dash with what precedes it. */
export function typeset(text: string): string {
  let bound = text.replace(AFTER_SHORT_WORD, `$1${SPACE}`);
  // a rule over all letters is read by the browser at its first use, which takes a slow device long: most texts need one or two of them
  if (text.includes(". ")) bound = bound.replace(AFTER_INITIAL, `$1${SPACE}`);
  if (text.includes("№")) bound = bound.replace(BEFORE_NUMBER_SIGN, SPACE).replace(AFTER_NUMBER_SIGN, `№${SPACE}`);
  if (/\d /.test(text)) bound = bound.replace(AFTER_NUMBER, `$1${SPACE}`);
  if (/[IV] /.test(text)) bound = bound.replace(PERIOD, `$1${SPACE}$2${SPACE}`);
  return bound.replace(BEFORE_DASH, SPACE);
}

/** The same for what may be more than a text: only texts are touched. */
export function typesetNode(node: ReactNode): ReactNode {
  return typeof node === "string" ? typeset(node) : node;
}
