import { z } from "zod";
import { id } from "#shared/atoms.ts";
import { SearchQuery } from "#features/journal/model/contract.ts";
import { PaperListQuery } from "#features/papers/model/contract.ts";
import { PeopleQuery } from "#features/people/model/people-contract.ts";
import { OrganisationQuery } from "#features/places/model/contract.ts";
import { ProgrammeListQuery } from "#features/programmes/model/seen.ts";
import { LateQuery } from "#features/progress/model/contract.ts";
import { RowsFilter } from "#features/progress/model/rows-query.ts";
import { QueueQuery } from "#features/reports/model/contract.ts";
import { HistoryQuery } from "#features/reports/model/history.ts";
import { filterOf, LISTS, narrows, type ListKey, type ViewFilter } from "../model/lists.ts";

type Fields<List extends ListKey> = Readonly<Record<(typeof LISTS)[List][number], z.ZodType>>;

const words = z.string().max(300);
const year = z.string().regex(/^\d{4}$/);

/** The rules that each list itself holds the words of its address to. */
export const FIELDS: { readonly [List in ListKey]: Fields<List> } = {
  cadence: { year, bearer: words, by: z.enum(["bearers"]) },
  history: HistoryQuery.pick({ year: true, state: true, programmeId: true }).shape,
  journal: SearchQuery.pick({ person: true, action: true, kind: true, from: true, to: true, q: true }).shape,
  late: LateQuery.shape,
  measures: { q: words, party: words, state: z.enum(["late", "soon", "unclear", "closed"]), year: words },
  organisations: {
    ...OrganisationQuery.pick({ q: true, kind: true, designation: true, state: true }).shape,
    territory: id,
  },
  papers: PaperListQuery.pick({ q: true, kind: true }).shape,
  people: { ...PeopleQuery.pick({ q: true, state: true, role: true }).shape, organisation: id, territory: id },
  programmes: ProgrammeListQuery.pick({ q: true, status: true, owner: true }).shape,
  reports: QueueQuery.pick({ state: true, q: true }).shape,
  rows: RowsFilter.shape,
};

export interface ReadFilter {
  readonly filter: ViewFilter;
  /** some of what was given says nothing to the list, or not any more */
  readonly isCut: boolean;
}

/** A filter as the list itself would take it: words it does not know and values it would refuse are left out, and that is told. */
export function readFilter(list: ListKey, given: ViewFilter): ReadFilter {
  const fields: Readonly<Record<string, z.ZodType>> = FIELDS[list];
  const kept = Object.entries(filterOf(list, given)).filter(([name, value]) => fields[name]!.safeParse(value).success);
  const filter = Object.fromEntries(kept);
  return {
    filter,
    isCut: Object.entries(given).some(([name, value]) => narrows(name, value) && !Object.hasOwn(filter, name)),
  };
}
