/**
 * Lists that have views, each with the words of its address that narrow it, in the order in which they are written. What values these may
 * have is for the contract of the list (`server/read-filter.ts`): pages do not carry the contracts of all others with them.
 */
export const LISTS = {
  cadence: ["year", "bearer", "by"],
  history: ["year", "state", "programmeId"],
  journal: ["person", "action", "kind", "from", "to", "q"],
  late: ["territoryId", "programmeId", "q"],
  measures: ["q", "party", "state", "year"],
  organisations: ["q", "kind", "designation", "state", "territory"],
  papers: ["q", "kind"],
  people: ["q", "state", "role", "organisation", "territory"],
  programmes: ["q", "status", "owner"],
  reports: ["state", "q"],
  rows: [
    "territoryId",
    "programmeId",
    "roadmapId",
    "sectionId",
    "measureId",
    "organisationId",
    "bearer",
    "occurrence",
    "state",
    "from",
    "to",
    "year",
    "outcome",
    "on",
    "recurring",
    "change",
    "changedFrom",
    "changedTo",
    "q",
  ],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type ListKey = keyof typeof LISTS;
export const LIST_KEYS = Object.keys(LISTS) as [ListKey, ...ListKey[]];

/** A filter as it stands in the address: word → value. */
export type ViewFilter = Readonly<Record<string, string>>;

/** Opened from a figure, or of one programme, whose executors and years are not those of another: no view may begin them. */
const OPENED_AS_ASKED: ReadonlySet<ListKey> = new Set(["rows", "late", "cadence", "measures"]);
/** Whether the list can begin with a view: it is reached without any filter and holds the same for all places that open it. */
export const mayOpen = (list: ListKey): boolean => !OPENED_AS_ASKED.has(list);

/** What of an address is no filter: the page of the list, and what is opened over it. */
const NO_FILTER: ReadonlySet<string> = new Set(["page", "view", "add", "panel"]);

/** Whether a word of an address narrows something: `page` does not, nor does an empty one. */
export const narrows = (name: string, value: string): boolean => value !== "" && !NO_FILTER.has(name);

/** What of an address narrows the list; equal filters are equal as text, for the words stand in the list's own order. */
export function filterOf(list: ListKey, given: ViewFilter): ViewFilter {
  const names: readonly string[] = LISTS[list];
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = Object.hasOwn(given, name) ? given[name]! : "";
      return narrows(name, value) ? [[name, value]] : [];
    }),
  );
}
