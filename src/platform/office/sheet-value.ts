/** A value of a sheet as its engine gives it. */
export type SheetValue = string | number | boolean | Date | null;

/**
 * A value as the sheet shows it to a Russian reader: «01.06.2022», «июнь 2022», «50 %», «0,3», «5 школ». `format` is Excel's number
 * format; without one a day is DD.MM.YYYY and a number has no tail of floating arithmetic.
 */
export function shownValue(value: SheetValue | undefined, format = "General"): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "string") return value;
  if (typeof value === "boolean") return value ? "да" : "нет";
  const section = format.split(";")[0]!.replace(/\[[^\]]*\]/g, "");
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? "" : shownDate(value, section);
  return Number.isFinite(value) ? shownNumber(value, section) : "";
}

function shownNumber(value: number, format: string): string {
  if (/^(?:general|основной|@|)$/i.test(format)) return plain(Number(value.toPrecision(12)));
  const bare = format.replace(/"[^"]*"|\\./g, "");
  const isPercent = bare.includes("%");
  const decimals = /[.,]([0#?]+)[^0#?]*$/.exec(bare.replace(/#,##0/g, "0"))?.[1]?.length ?? 0;
  const rounded = Number((isPercent ? value * 100 : value).toFixed(Math.min(decimals, 12)));
  const known = /[0#?]/.test(bare) && !/[eE/]/.test(bare);
  const number = known ? plain(rounded) : plain(Number(value.toPrecision(12)));
  const first = format.search(/[0#?]/);
  const last = Math.max(format.lastIndexOf("0"), format.lastIndexOf("#"), format.lastIndexOf("?"));
  if (!known || first < 0) return number;
  const before = words(format.slice(0, first));
  return `${before}${number}${isPercent ? " %" : words(format.slice(last + 1))}`;
}

/** Letters that a format puts beside the number; its signs for spacing and filling print nothing. */
function words(format: string): string {
  return [...format.matchAll(/"([^"]*)"|\\(.)|[_*].|([^"\\])/g)]
    .map(([, quoted, escaped, bare]) => quoted ?? escaped ?? bare ?? "")
    .join("");
}

const plain = (value: number): string => String(value).replace(".", ",");

const MONTHS = [
  ["январь", "января"],
  ["февраль", "февраля"],
  ["март", "марта"],
  ["апрель", "апреля"],
  ["май", "мая"],
  ["июнь", "июня"],
  ["июль", "июля"],
  ["август", "августа"],
  ["сентябрь", "сентября"],
  ["октябрь", "октября"],
  ["ноябрь", "ноября"],
  ["декабрь", "декабря"],
] as const;

/** «января» and so on, in order. */
export const GENITIVE_MONTHS: readonly string[] = MONTHS.map(([, genitive]) => genitive);

const two = (value: number): string => String(value).padStart(2, "0");

/** A format that shows the day is written DD.MM.YYYY in whatever order; one without a day keeps the month in words and the year whole. */
function shownDate(value: Date, format: string): string {
  const bare = format.replace(/"[^"]*"|\\./g, "").toLowerCase();
  const [day, month, year] = [value.getUTCDate(), value.getUTCMonth(), value.getUTCFullYear()];
  const time = /h/.test(bare) ? `${two(value.getUTCHours())}:${two(value.getUTCMinutes())}` : "";
  const dated = bare.replace(/h+[:.]?m*|m+(?=[:.]?s)|am\/pm/g, "");
  const hasYear = /[yг]/.test(dated);
  const hasDay = /d/.test(dated.replace(/d{3,}/g, ""));
  if (time !== "" && !/[dmy]/.test(dated)) return time;
  if (!/[dmy]/.test(dated) || (hasDay && !/m/.test(dated) && hasYear)) return numeric(day, month, year);
  if (!hasDay && !/m/.test(dated)) return String(year);
  if (!hasDay) return `${MONTHS[month]![0]}${hasYear ? ` ${year}` : ""}`;
  const shown = /mmm/.test(dated)
    ? `${day} ${MONTHS[month]![1]}${hasYear ? ` ${year}` : ""}`
    : hasYear
      ? numeric(day, month, year)
      : numeric(day, month);
  return time === "" || time === "00:00" ? shown : `${shown} ${time}`;
}

const numeric = (day: number, month: number, year?: number): string =>
  `${two(day)}.${two(month + 1)}${year === undefined ? "" : `.${year}`}`;
