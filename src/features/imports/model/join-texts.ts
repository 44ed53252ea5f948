import { matchKey } from "#domain/russian/match-key.ts";
import { fold } from "#domain/tables/fold.ts";

const PARTIES: ReadonlySet<string> = new Set(["responsible", "coResponsible", "participants"]);

/** Ends in a sign or a word after which the same name goes on. */
const GOES_ON = /[,;:(«\-–—/]$|(?:^|\s)(?:и|или|с|в|по|для|от|на|к)$/iu;
const ACRONYM = /(?:^|[\s(«])\p{Lu}[\p{L}.]*\p{Lu}[\p{L}.»)]*$/u;
const LIST = /\s*[;,]\s*/u;

/** The texts of two cells as one: of doers as one list with each once, of anything else as words that go on. */
export function joinedText(field: string, above: string | null, below: string | null): string | null {
  const [upper, lower] = [fold(above ?? ""), fold(below ?? "")];
  if (upper === "" || lower === "") return upper || lower || null;
  return PARTIES.has(field) ? joinedParties(upper, lower) : fold(`${upper} ${lower}`);
}

function joinedParties(upper: string, lower: string): string {
  const known = new Set(upper.split(LIST).map(matchKey));
  const named = lower.split(LIST);
  const added = /[()]/.test(lower) ? named : named.filter((name) => name === "" || !known.has(matchKey(name)));
  if (added.every((name) => name === "")) return upper;
  const rest = added.length === named.length ? lower : added.filter(Boolean).join(/;/.test(lower) ? "; " : ", ");
  return fold(`${upper}${goesOn(upper, rest) ? "" : ";"} ${rest}`);
}

/** A name cut between the rows, or a list that has its comma already. */
function goesOn(upper: string, lower: string): boolean {
  if (GOES_ON.test(upper) || /^(?:(?:и|или)\s|[,;()»])/iu.test(lower)) return true;
  if ((upper.match(/\(/g) ?? []).length > (upper.match(/\)/g) ?? []).length) return true;
  return /^\p{Ll}/u.test(lower) && !ACRONYM.test(upper);
}
