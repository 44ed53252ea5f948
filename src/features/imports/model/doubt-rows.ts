import { cutText } from "#shared/cut-text.ts";
import type { ReviewDoubt, ReviewPlace } from "./doubts.ts";
import { quoted } from "#domain/russian/quotes.ts";
import type { ReviewRow } from "./review-row.ts";

const MOST_NAMED = 4;
const MOST_LISTED = 8;
const LONGEST_TITLE = 48;

/** How a row is called: by its number, by its first words where it has none. */
export function rowName({ number, title }: Pick<ReviewRow, "number" | "title">): string {
  if (number !== "") return number;
  return title.length <= LONGEST_TITLE
    ? quoted(title)
    : quoted(`${cutText(title, LONGEST_TITLE).replace(/[\s.,;:]+\S*$/, "")}…`);
}

/** As `rowName`, with the first words where tables or sections number their rows anew and another row has the same number. */
function nameAmong(row: ReviewRow, rows: readonly ReviewRow[]): string {
  const isShared = row.number !== "" && rows.some((one) => one.number === row.number && !standsWith(one, row));
  return isShared ? `${row.number} ${rowName({ number: "", title: row.title })}` : rowName(row);
}

function standsWith({ rows: [one] }: ReviewRow, { rows: [other] }: ReviewRow): boolean {
  return one?.table === other?.table && one?.row === other?.row;
}

/** The rows of measures by their keys, for a line of text: «4, 5, 6», «1, 2, 3, 4, 5, 6, 7, 8 и ещё 3»; "" for none. */
export function rowsListed(keys: readonly string[], rows: readonly ReviewRow[]): string {
  const wanted = new Set(keys);
  const found = rows.filter(({ key, level }) => wanted.has(level === "" ? key : key.slice(0, -level.length - 1)));
  const names = [...new Set(found.map((row) => nameAmong(row, rows)))];
  const more = names.length - MOST_LISTED;
  return more > 0 ? `${names.slice(0, MOST_LISTED).join(", ")} и ещё ${more}` : names.join(", ");
}

/** The rows a doubt stands in, in words: «Строка 1.3», «Строки 1.2, 4.3 и 4.5», «Строки 1.2, 1.3, 2.1, 2.4 и другие, всего 9»; "" for none. */
export function doubtRows({ places }: Pick<ReviewDoubt, "places">, rows: readonly ReviewRow[]): string {
  const found = rows.filter((row) => places.some((place) => standsIn(place, row)));
  const names = [...new Set(found.map((row) => nameAmong(row, rows)))];
  const [first] = names;
  if (first === undefined) return "";
  if (names.length === 1) return `Строка ${first}`;
  // words of a title are long: one row is enough to find the others by
  if (first !== found[0]!.number) return `Строка ${first} и другие, всего ${names.length}`;
  if (names.length <= MOST_NAMED) return `Строки ${names.slice(0, -1).join(", ")} и ${names.at(-1)}`;
  return `Строки ${names.slice(0, MOST_NAMED).join(", ")} и другие, всего ${names.length}`;
}

/** Of a matrix row with several levels, a place that names one of them is that level's. */
function standsIn({ measureKey, field }: ReviewPlace, { key, level }: ReviewRow): boolean {
  if (measureKey === null) return false;
  return level === "" ? key === measureKey : key === `${measureKey}/${level}` && (field ?? level).startsWith(level);
}
