interface MonthName {
  readonly nominative: string;
  readonly genitive: string;
  /** after «в»: «в октябре» */
  readonly prepositional: string;
}

function declined(stem: string, nominativeEnding: string): MonthName {
  const soft = nominativeEnding === "ь" || nominativeEnding === "й";
  return { nominative: stem + nominativeEnding, genitive: stem + (soft ? "я" : "а"), prepositional: `${stem}е` };
}

const STEMS: readonly (readonly [string, string])[] = [
  ...([
    ["январ", "ь"],
    ["феврал", "ь"],
    ["март", ""],
    ["апрел", "ь"],
    ["ма", "й"],
    ["июн", "ь"],
  ] as const),
  ...([
    ["июл", "ь"],
    ["август", ""],
    ["сентябр", "ь"],
    ["октябр", "ь"],
    ["ноябр", "ь"],
    ["декабр", "ь"],
  ] as const),
];

const MONTHS: readonly MonthName[] = STEMS.map(([stem, ending]) => declined(stem, ending));

export type MonthCase = keyof MonthName;

/** The month's name, 1…12, in small letters: «октябрь», «октября», «октябре». Throws RangeError outside 1…12. */
export function monthName(month: number, as: MonthCase = "nominative"): string {
  const name = MONTHS[month - 1];
  if (!name) throw new RangeError(`not a month: ${month}`);
  return name[as];
}

/** Every ending a month's name takes in Russian, by month 1…12; for reading. */
export function monthForms(month: number): readonly string[] {
  const [stem, ending] = STEMS[month - 1]!;
  const endings =
    ending === ""
      ? ["", "а", "у", "ом", "е"]
      : ending === "й"
        ? ["й", "я", "ю", "ем", "е"]
        : ["ь", "я", "ю", "ем", "е"];
  return endings.map((each) => stem + each);
}
