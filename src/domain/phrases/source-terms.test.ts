import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readTerm } from "./read-term.ts";
import { tellTerm } from "./tell-term.ts";

const SOURCES = process.env.ORIENTIR_SOURCES ?? "../shared/sources";
const BI = "03-01..04-30 + window 10-01..10-31 + continuous";

/** Every distinct term of the source documents, white space folded and in small letters, with its reading checked by hand. */
const READINGS: Readonly<Record<string, string>> = {
  "январь- февраль 2021": "window 2021-01-01..2021-02-28",
  "январь-март, 2017": "window 2017-01-01..2017-03-31",
  "апрель, 2017": "window 2017-04-01..2017-04-30",
  "май-август, 2017": "window 2017-05-01..2017-08-31",
  "июль, 2017": "window 2017-07-01..2017-07-31",
  "август-сентябрь, 2017": "window 2017-08-01..2017-09-30",
  "сентябрь, 2017": "window 2017-09-01..2017-09-30",
  "сентябрь-октябрь, 2017": "window 2017-09-01..2017-10-31",
  "декабрь, 2017": "window 2017-12-01..2017-12-31",
  февраль: "window 02-01..02-28",
  ежегодно: "yearly",
  ежегодна: "yearly",
  "сентябрь (ежегодно)": "yearly 09-01..09-30",
  "ежегодно (август)": "yearly 08-01..08-31",
  "ежегодно (август-сентябрь)": "yearly 08-01..09-30",
  "ежегодно (июль-август)": "yearly 07-01..08-31",
  "ежегодно (май-июнь)": "yearly 05-01..06-30",
  "ежегодно (сентябрь -октябрь)": "yearly 09-01..10-31",
  "ежегодно, август": "yearly 08-01..08-31",
  "ежегодно, август-сентябрь": "yearly 08-01..09-30",
  "ежегодно, сентябрь-октябрь": "yearly 09-01..10-31",
  "ежегодно, октябрь, январь, май": "yearly 10-01..10-31,01-01..01-31,05-01..05-31",
  "ежегодно: август": "yearly 08-01..08-31",
  "ежегодно: август-сентябрь": "yearly 08-01..09-30",
  "ежегодно: март": "yearly 03-01..03-31",
  "ежегодно: март-май": "yearly 03-01..05-31",
  "ежегодно: февраль": "yearly 02-01..02-28",
  "ежегодно: октябрь - декабрь": "yearly 10-01..12-31",
  "ежегодно: сентябрь- октябрь": "yearly 09-01..10-31",
  "ежегодно: сентябрь- декабрь": "yearly 09-01..12-31",
  "ежегодно: сентябрь-октябрь, май": "yearly 09-01..10-31,05-01..05-31",
  "ежегодно: декабрь январь; май-июнь": "yearly 12-01..01-31,05-01..06-30",
  "ежегодно: ноябрь-декабрь июнь-август": "yearly 11-01..12-31,06-01..08-31",
  "ежегодно, по плану": "yearly + by-schedule",
  "ежегодно по плану": "yearly + by-schedule",
  "ежегодно, в течение всего периода": "yearly + continuous",
  "ежегодно: в течение всего периода": "yearly + continuous",
  "ежегодно: в течение года": "yearly + continuous",
  "в течение всего периода": "continuous",
  "в течении всего периода": "continuous",
  "весь период": "continuous",
  постоянно: "continuous",
  "в течение года": "continuous",
  "постоянно, согласно графику": "continuous + by-schedule",
  "в течение года по заявкам и графику": "continuous + on-demand + by-schedule",
  "постоянно, не реже 1 раза в месяц": "continuous + cadence 1/month",
  "постоянно, не реже 1 раза в неделю": "continuous + cadence 1/week",
  "еженедельно, в течение года": "cadence 1/week + continuous",
  ежемесячно: "cadence 1/month",
  "не реже 1 раза в четверть": "cadence 1/schoolTerm",
  "не менее 1 раза в год": "cadence 1/year",
  "не реже 1 раза в четверть постоянно действующий формат": "cadence 1/schoolTerm + continuous",
  "1 раз в четверть постоянно 1 раз в год март-апрель октябрь, далее постоянно": `cadence 1/schoolTerm + continuous + cadence 1/year + window ${BI}`,
  "до 10.06.2021 г.": "once ..2021-06-10",
  "2021-2023 годы": "window 2021-01-01..2023-12-31",
  "2017-2020 гг.": "window 2017-01-01..2020-12-31",
  "к концу 2023 года": "once ..2023-12-31",
  "2017-2019 учебные годы": "window 2017-09-01..2019-08-31",
  "2020 г.": "window 2020-01-01..2020-12-31",
  "2021 г.": "window 2021-01-01..2021-12-31",
  "2022 г.": "window 2022-01-01..2022-12-31",
};

/** Terms of the sources that a careful person would ask about, and why. */
const DOUBTS: Readonly<Record<string, { readonly told: string; readonly why: string }>> = {
  "ежегодно: октябрь (ноябрь)": {
    told: "yearly 10-01..10-31 ? ноябрь",
    why: "another month in brackets: either of the two, or both",
  },
  "ежегодно, август-октябрь-": {
    told: "yearly 08-01..10-31 ? -",
    why: "a dash that leads nowhere: the span may have been cut",
  },
  "2020-2021 год": { told: "unknown ? 2020-2021 год", why: "one school year without its word, or two calendar years" },
};

/** The phrases of time that the text of the documents uses outside of term columns. */
const IN_TEXT =
  /до \d\d\.\d\d\.\d{4} г\.|к концу \d{4} года|\d{4}-\d{4} (?:учебные годы|годы|год(?!\p{L})|гг\.)|(?<=\t)\d{4} г\./gu;

function folded(text: string): string {
  return text.replace(/\s+/g, " ").trim().toLowerCase();
}

function termsIn(value: unknown, found: Set<string>): Set<string> {
  if (typeof value !== "object" || value === null) return found;
  for (const [key, inner] of Object.entries(value)) {
    if (key === "term" && typeof inner === "string") found.add(folded(inner));
    else if (key === "plan")
      for (const planned of Object.values(inner as object)) {
        if (/раз/.test(String(planned))) found.add(folded(String(planned)));
      }
    else termsIn(inner, found);
  }
  return found;
}

describe.skipIf(!existsSync(SOURCES))("terms of the source documents", () => {
  const names = existsSync(SOURCES) ? readdirSync(SOURCES) : [];
  const terms = new Set<string>();
  for (const name of names) {
    const text = () => readFileSync(join(SOURCES, name), "utf8");
    if (name.endsWith(".expected.json")) termsIn(JSON.parse(text()), terms);
    if (name.endsWith(".txt")) for (const [phrase] of text().matchAll(IN_TEXT)) terms.add(folded(phrase));
  }

  it("were found, and each is in the table of readings or of doubts", () => {
    expect(terms.size).toBeGreaterThan(50);
    expect([...terms].filter((term) => !(term in READINGS) && !(term in DOUBTS))).toEqual([]);
    expect([...Object.keys(READINGS), ...Object.keys(DOUBTS)].filter((term) => !terms.has(term))).toEqual([]);
  });
});

describe("the hand-checked readings", () => {
  it.each(Object.entries(READINGS))("«%s» is understood whole", (term, told) => {
    expect(tellTerm(readTerm(term))).toBe(told);
    expect(readTerm(term.toUpperCase()).phases).toEqual(readTerm(term).phases);
  });

  it.each(Object.entries(DOUBTS))("«%s» is marked", (term, { told }) => {
    expect(tellTerm(readTerm(term))).toBe(told);
  });
});
