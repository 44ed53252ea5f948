import { letters } from "#domain/russian/letters.ts";
import { monthForms, monthName } from "#domain/russian/months.ts";

const NAMED_TIME = letters(
  /(?<!\p{L})(?:на|за|в)\s+(\p{L}+)(?:\s+месяц)?(?:\s+(20\d\d))?(?!\s*[-–—,]\s*\p{L}|\s+и\s)/giu,
);

/** What a row of time («Сентябрь», «Октябрь 2026», «II квартал», «2026 год») says to the rows below it. */
export interface TimeSpan {
  readonly kind: "month" | "part" | "year" | "schoolYear" | "term";
  /** 1…12 for a month */
  readonly month: number | null;
  /** the first year of a school year */
  readonly year: number | null;
  /** words of a part of the year, or of a whole term, as printed: «II квартал», «1 раз в четверть» */
  readonly words: string | null;
}

const NONE = { month: null, year: null, words: null } as const;
const MONTHS = new Map(
  Array.from({ length: 12 }, (_, at) => monthForms(at + 1).map((form) => [form, at + 1] as const)).flat(),
);
const YEAR_TAIL = String.raw`(?:[\s,]+(20\d\d)(?:\s*(?:г(?:од(?:а|у)?)?\.?))?)?`;
const MONTH = letters(new RegExp(String.raw`^(?:(?:на|в)\s+|месяц:?\s*)?(\p{L}+)${YEAR_TAIL}\s*[.:]?$`, "iu"));
const PART = letters(
  new RegExp(
    String.raw`^((?:[IVХX1-4]+(?:-?(?:й|ый|ая|ое|е|я))?|перв\p{L}+|втор\p{L}+|трет\p{L}+|четв[её]рт\p{L}+)\s+(?:квартал|полугодие|триместр|четверть)|осень|зима|весна|лето|в течение (?:всего )?(?:учебного )?(?:года|месяца|периода)|ежемесячно|еженедельно|ежеквартально|постоянно)${YEAR_TAIL}\s*[.:]?$`,
    "iu",
  ),
);
const YEAR = /^(?:на\s+)?(20\d\d)\s*(?:г(?:од)?\.?)?\s*[.:]?$/iu;
const SCHOOL_YEAR = letters(
  /^(?:на\s+)?(20\d\d)\s*[-–—/]\s*(?:20)?\d\d\s*(?:уч(?:ебн\p{L}+|\.)?\s*(?:год|г\.?)?|гг?\.?)?\s*[.:]?$/iu,
);

const LONGEST_TIME = 80;

/** Reads a row that names a time and nothing else; undefined for any other text. */
export function timeOf(text: string): TimeSpan | undefined {
  if (text.length > LONGEST_TIME) return undefined;
  const year = (found: string | undefined): number | null => (found === undefined ? null : Number(found));
  const month = MONTH.exec(text);
  const number = MONTHS.get(month?.[1]?.toLowerCase() ?? "");
  if (month && number !== undefined) return { ...NONE, kind: "month", month: number, year: year(month[2]) };
  const part = PART.exec(text);
  if (part) return { ...NONE, kind: "part", words: part[1]!, year: year(part[2]) };
  const school = SCHOOL_YEAR.exec(text);
  if (school) return { ...NONE, kind: "schoolYear", year: year(school[1]) };
  const alone = YEAR.exec(text);
  return alone ? { ...NONE, kind: "year", year: year(alone[1]) } : undefined;
}

/** A time inside another: a month under a year is a month of it; from January on, the second year of a school year. */
export function narrowed(outer: TimeSpan | undefined, inner: TimeSpan | undefined): TimeSpan | undefined {
  if (outer && inner?.kind === "term") return { ...inner, words: termInContext(inner.words!, tellTime(outer)) };
  if (!outer || !inner || inner.year !== null || outer.year === null) return inner ?? outer;
  const second = outer.kind === "schoolYear" && inner.month !== null && inner.month < 8;
  if (outer.kind === "schoolYear" && inner.kind === "part") return inner;
  return { ...inner, year: outer.year + (second ? 1 : 0) };
}

/** As a term would print it: «октябрь 2026», «II квартал 2026 года», «2026 год», «2026-2027 учебный год». */
export function tellTime({ kind, month, year, words }: TimeSpan): string {
  if (month !== null) return `${monthName(month)}${year === null ? "" : ` ${year}`}`;
  if (kind === "schoolYear") return `${year}-${year! + 1} учебный год`;
  if (kind === "year") return `${year} год`;
  return `${words}${year === null ? "" : ` ${year} года`}`;
}

const DAY = String.raw`\d{1,2}(?:\s*-?\s*(?:го|е|ое))?`;
const DAYS = new RegExp(
  String.raw`^(?:(?:до|к|с|по|не позднее|не позже|около|после)\s+)?${DAY}(?:\s*(?:[-–—,;и/]|по|до)\s*${DAY})*(?:\s+чис(?:ло|ла|ел))?$`,
  "iu",
);
const WEEK = letters(
  /^(?:(?:[IV\d]+(?:\s*[-–—,]\s*[IV\d]+)*(?:\s*-?\s*(?:я|ая|й|ый))?|перв\p{L}+|втор\p{L}+|трет\p{L}+|четв[её]рт\p{L}+|последн\p{L}+|кажд\p{L}+)\s+)+(?:недел\p{L}+|декад\p{L}+|половин\p{L}+|понедельник|вторник|сред\p{L}|четверг|пятниц\p{L}|суббот\p{L}|воскресенье)$|^(?:в\s+)?(?:начал\p{L}|кон(?:ец|ц\p{L})|середин\p{L})(?:\s+месяца)?$|^(?:в )?течение месяца$|^весь месяц$/iu,
);

/** A term that says a day or a week and leaves the month to what stands above it: «15», «до 20», «1-я неделя». */
export function isBare(term: string): boolean {
  return DAYS.test(term) || WEEK.test(term);
}

/** A month without its year: «до 1 сентября», «сентябрь». */
function isYearless(term: string): boolean {
  return !/20\d\d|\d\d\.\d\d\.\d\d/.test(term) && MONTH_OR_DAY.test(term);
}

const MONTH_OR_DAY = letters(
  new RegExp(`(?<!\\p{L})(?:${[...MONTHS.keys()].join("|")})(?!\\p{L})|^\\D*\\d{1,2}\\.\\d{2}$`, "iu"),
);

/** What the rows above add to a term: the month for a bare day, all they say where there is no term, the year for a day without one. */
export function contextFor(term: string, span: TimeSpan | undefined): string | undefined {
  if (!span) return undefined;
  if (term.trim() === "") return tellTime(span);
  if (span.kind === "month" && isBare(term)) return tellTime(span);
  return span.kind === "year" && isYearless(term) ? tellTime(span) : undefined;
}

/**
 * The term with what stands above it, as one phrase: «до 20» under «октябрь 2026» is «до 20 октября 2026». The term itself where there
 * is nothing to add; the printed text is never replaced by it.
 */
export function termInContext(term: string, context: string | undefined): string {
  const own = term.trim();
  if (own === "") return context ?? term;
  const span = context === undefined ? undefined : timeOf(context);
  if (!span) return term;
  if (span.month !== null && isBare(own)) {
    const month = `${monthName(span.month, "genitive")}${span.year === null ? "" : ` ${span.year}`}`;
    if (/месяц/i.test(own) && !/^(?:в\s+)?(?:начал|кон|середин)/iu.test(own)) return context!;
    return `${own.replace(/\s+(?:месяца|чис(?:ло|ла|ел))$/iu, "").replace(/[\s-]*(?:го|е|ое)$/iu, (tail) => (/\d/.test(own) && !/недел/i.test(own) ? "" : tail))} ${month}`;
  }
  if (span.kind !== "year" || !isYearless(own)) return term;
  return /\d\.\d{2}$/.test(own) ? `${own}.${span.year}` : `${own} ${span.year}`;
}

/** The month that the title of a whole plan names: «План работы на сентябрь 2026 года»; undefined where it names several or none. */
export function timeInTitle(title: string): TimeSpan | undefined {
  const found = [...title.matchAll(NAMED_TIME)].flatMap(
    ([, word, year]) => timeOf([word, year].filter(Boolean).join(" ")) ?? [],
  );
  const [first, ...more] = found.filter(({ kind }) => kind === "month");
  return more.length === 0 ? first : undefined;
}
