import type { Persona } from "./place.ts";

/** Routes open to a visitor: signing in, and the links that are given to a person. The list is written here by hand on purpose. */
const OPEN = new Set([
  "feed.calendar",
  "session.open",
  "session.code",
  "link.see",
  "link.use",
  "sign-in.ways",
  "recovery.ask",
  "foreign.start",
  "foreign.sign-in",
]);
/** What a program with a token may not read though a person may: what is only about a session, and work on drafts. */
const NOT_FOR_TOKENS = new Set([
  "session.list",
  "factor.read",
  "foreign.read",
  "my-data.read",
  "my-data.export",
  "installation.read",
  "organisation-sheet.template",
  "staff-sheet.template",
  "programme.outlook",
  "template.list",
  "template.read",
  "obligation.colleagues",
  "remark.list",
  "watch.list",
  "view.list",
  "late.ready",
]);

/** What the door itself must answer, whatever is asked: 401 to a visitor, 403 to a token that would write. */
export function doorAnswer(action: string, method: string, { kind }: Persona): number | undefined {
  if (OPEN.has(action)) return undefined;
  if (kind === "public") return 401;
  return kind === "token" && (method !== "GET" || NOT_FOR_TOKENS.has(action)) ? 403 : undefined;
}

/** Whoever knows the secret of a sign-in or a link is its person: what it opens is no leak. */
export const isBySecret = (action: string): boolean => OPEN.has(action);

/** Lists that tell a stranger of the place an empty list instead of refusing: of several places at once, or of none. The search is asked of all places at once. */
const EMPTY_FOR_STRANGERS = new Set(["programme.list", "paper.list", "search.find"]);
export const isEmptyForStrangers = (action: string): boolean => EMPTY_FOR_STRANGERS.has(action);
