import type { AccountMoments } from "./cadence.ts";
import type { Aggregation, Part } from "./roadmap-draft.ts";

export const STATUSES = ["draft", "approved", "running", "finished"] as const;
export type ProgrammeStatus = (typeof STATUSES)[number];

export const STATUS_NAME: Readonly<Record<ProgrammeStatus, string>> = {
  draft: "черновик",
  approved: "утверждена",
  running: "выполняется",
  finished: "завершена",
};

/** Whose a programme is: the name of the organisation that owns it, or what kind of territory it is of. */
export function ownerInWords(programme: {
  readonly owner: { readonly name: string } | null;
  readonly territoryKind: "region" | "municipality";
}): string {
  return programme.owner?.name ?? (programme.territoryKind === "region" ? "региональная" : "муниципальная");
}

export const YEAR_KINDS = ["calendar", "school"] as const;
export type YearKind = (typeof YEAR_KINDS)[number];

export const YEAR_KIND_NAME: Readonly<Record<YearKind, string>> = {
  calendar: "календарные годы",
  school: "учебные годы",
};

export const PART_NAME: Readonly<Record<Part, string>> = {
  accountable: "ответственный",
  assignee: "исполнитель",
  coAssignee: "соисполнитель",
  participant: "участник",
};

export const AGGREGATION_NAME: Readonly<Record<Aggregation, string>> = {
  eachYear: "столько каждый год",
  sum: "годы складываются",
  atLeast: "не менее",
  share: "доля",
};

export const MOMENT_NAME: Readonly<Record<Exclude<AccountMoments["kind"], "days">, string>> = {
  schoolTermEnd: "в конце каждой учебной четверти",
  quarterEnd: "в конце каждого квартала",
  monthEnd: "в конце каждого месяца",
  yearEnd: "в конце каждого года",
  schoolYearEnd: "в конце каждого учебного года",
};
