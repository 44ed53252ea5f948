const FORMS: readonly (readonly [number, string])[] = [
  [1, "один одна одно одного одной одну одному"],
  [2, "два две двух двум двумя"],
  [3, "три трех трем"],
  [4, "четыре четырех"],
  [5, "пять пяти"],
  [6, "шесть шести"],
  [7, "семь семи"],
  [8, "восемь восьми"],
  [9, "девять девяти"],
  [10, "десять десяти"],
  [100, "сто ста"],
];

/** Numbers in words, in the cases that plans use; keys are small letters with «е» for «ё». */
export const NUMBER_WORDS: ReadonlyMap<string, number> = new Map(
  FORMS.flatMap(([number, words]) => words.split(" ").map((word) => [word, number] as const)),
);
