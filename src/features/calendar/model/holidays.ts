/** A day off moved by the Government: the weekend day `from` is worked off or was a holiday, `to` is free instead. MM-DD. */
export interface MovedDay {
  readonly from: string;
  readonly to: string;
}

/** What is known of the working days of one year. */
export interface HolidayEdition {
  readonly year: number;
  /** the Government's act that moved days off; null where none is known to the program */
  readonly source: { readonly act: string; readonly effectiveFrom: string } | null;
  /** whether the moves were checked against a published calendar; false means art. 112 alone is applied */
  readonly verified: boolean;
  readonly moved: readonly MovedDay[];
}

/** Labour Code of the Russian Federation, art. 112, in the edition in force since 2013. MM-DD. */
export const ARTICLE_112 = {
  act: "Трудовой кодекс РФ, статья 112",
  edition: "Федеральный закон от 23.04.2012 № 35-ФЗ",
  effectiveFrom: "2013-01-01",
  holidays: [
    "01-01",
    "01-02",
    "01-03",
    "01-04",
    "01-05",
    "01-06",
    "01-07",
    "01-08",
    "02-23",
    "03-08",
    "05-01",
    "05-09",
    "06-12",
    "11-04",
  ],
} as const;

function edition(
  year: number,
  date: string,
  number: number,
  moved: readonly (readonly [string, string])[],
): HolidayEdition {
  return {
    year,
    source: { act: `Постановление Правительства РФ от ${date} № ${number}`, effectiveFrom: `${year}-01-01` },
    verified: true,
    moved: moved.map(([from, to]) => ({ from, to })),
  };
}

/**
 * Moves of days off by year. Days declared free by decrees of the President for one occasion (spring 2020, May and November 2021)
 * are left out: they kept pay and did not move deadlines of programmes.
 */
export const HOLIDAY_EDITIONS: readonly HolidayEdition[] = [
  edition(2019, "01.10.2018", 1163, [
    ["01-05", "05-02"],
    ["01-06", "05-03"],
    ["02-23", "05-10"],
  ]),
  edition(2020, "10.07.2019", 875, [
    ["01-04", "05-04"],
    ["01-05", "05-05"],
  ]),
  edition(2021, "10.10.2020", 1648, [
    ["01-02", "11-05"],
    ["01-03", "12-31"],
    ["02-20", "02-22"],
  ]),
  edition(2022, "16.09.2021", 1564, [
    ["01-01", "05-03"],
    ["01-02", "05-10"],
    ["03-05", "03-07"],
  ]),
  edition(2023, "29.08.2022", 1505, [
    ["01-01", "02-24"],
    ["01-08", "05-08"],
  ]),
  edition(2024, "10.08.2023", 1314, [
    ["01-06", "05-10"],
    ["01-07", "12-31"],
    ["04-27", "04-29"],
    ["11-02", "04-30"],
    ["12-28", "12-30"],
  ]),
  edition(2025, "04.10.2024", 1335, [
    ["01-04", "05-02"],
    ["01-05", "12-31"],
    ["02-23", "05-08"],
    ["03-08", "06-13"],
    ["11-01", "11-03"],
  ]),
  edition(2026, "24.09.2025", 1466, [
    ["01-03", "01-09"],
    ["01-04", "12-31"],
  ]),
  { year: 2027, source: null, verified: false, moved: [] },
];
