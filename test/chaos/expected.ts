import type { Id } from "#shared/ids.ts";

/** What must stand at the end, by what was acknowledged; each writer keeps it as the answers come. */
export interface ExpectedReport {
  readonly id: Id;
  readonly school: number;
  version: number;
  state: "draft" | "submitted" | "returned" | "accepted";
  text: string;
  /** addresses and identifiers of files, in order */
  evidence: string[];
  readonly steps: string[];
}

export interface ExpectedFile {
  readonly id: Id;
  readonly name: string;
  readonly sha256: string;
  readonly bytes: number;
  /** the report that cites it, once that was acknowledged */
  reportId?: Id;
  readonly uploader: string;
}

export interface ExpectedProgramme {
  readonly id: Id;
  readonly planner: number;
  version: number;
  goal: string;
  status: "draft" | "approved";
  /** measure → its version and title */
  readonly measures: Map<Id, { version: number; title: string }>;
  readonly roadmapIds: Id[];
  readonly sectionIds: Id[];
  /** obligations that the plan must have made once it is approved */
  duties: number;
}

export interface ExpectedImport {
  readonly id: Id;
  status: "taken" | "cancelled" | "approved";
}

/** A phone call noted down. */
export interface ExpectedCall {
  readonly id: Id;
  readonly organisationId: Id;
  readonly note: string;
}

export interface ExpectedPaper {
  readonly id: Id;
  readonly number: string;
  version: number;
  title: string;
}

export interface Expected {
  readonly reports: ExpectedReport[];
  readonly files: ExpectedFile[];
  readonly programmes: ExpectedProgramme[];
  readonly imports: ExpectedImport[];
  readonly calls: ExpectedCall[];
  readonly papers: ExpectedPaper[];
  readonly noticesRead: Set<Id>;
}

export const nothingExpected = (): Expected => ({
  reports: [],
  files: [],
  programmes: [],
  imports: [],
  calls: [],
  papers: [],
  noticesRead: new Set(),
});
