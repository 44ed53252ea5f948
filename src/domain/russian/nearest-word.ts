/** shorter words have too many neighbours */
const SHORTEST = 4;

/**
 * How many slips of the hand lead from one word to the other: a letter left out, put in, put for another, or two neighbours changed over.
 * Beyond `most` the answer is only that it is more.
 */
export function slipsBetween(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let before: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let row = 1; row <= one.length; row += 1) {
    const next = [row];
    for (let at = 1; at <= other.length; at += 1) {
      const same = one[row - 1] === other[at - 1] ? 0 : 1;
      let least = Math.min(last[at]! + 1, next[at - 1]! + 1, last[at - 1]! + same);
      if (row > 1 && at > 1 && one[row - 1] === other[at - 2] && one[row - 2] === other[at - 1])
        least = Math.min(least, before[at - 2]! + 1);
      next.push(least);
    }
    [before, last] = [last, next];
  }
  return last[other.length]!;
}

/** How many slips are forgiven in a word: one in a short one, two in a long one. */
export function slipsForgiven(word: string): number {
  if (word.length < SHORTEST || /\d/.test(word)) return 0;
  return word.length < 7 ? 1 : 2;
}

/** an ending that is looked past, in either word: «директр» is near «директоров», «семенарам» near «семинар» */
const LONGEST_ENDING = 3;

const withoutEndings = (word: string) =>
  Array.from({ length: LONGEST_ENDING }, (_, at) => word.slice(0, -at - 1)).filter(({ length }) => length > SHORTEST);

/** Slips between what was typed and a known word; one that is as near but for an ending comes after one that is near as a whole. */
function farness(word: string, known: string, forgiven: number): number {
  const cut = [
    ...withoutEndings(known).map((stem) => slipsBetween(word, stem, forgiven)),
    ...withoutEndings(word).map((stem) => slipsBetween(stem, known, forgiven)),
  ];
  return Math.min(slipsBetween(word, known, forgiven), ...cut.map((slips) => slips + 0.5));
}

/**
 * The word that was meant: of `known` the one with the fewest slips, the one that stands there most often where several are as near.
 * The word itself where it is known; undefined where nothing is near. All in small letters, ё as е.
 */
export function nearestWord(word: string, known: readonly string[]): string | undefined {
  const forgiven = slipsForgiven(word);
  const counts = new Map<string, number>();
  for (const one of known) counts.set(one, (counts.get(one) ?? 0) + 1);
  if (counts.has(word)) return word;
  let nearest: { readonly word: string; readonly far: number; readonly count: number } | undefined;
  for (const [one, count] of counts) {
    const far = farness(word, one, forgiven);
    if (far >= forgiven + 1) continue;
    if (!nearest || far < nearest.far || (far === nearest.far && count > nearest.count))
      nearest = { word: one, far, count };
  }
  return nearest?.word;
}
