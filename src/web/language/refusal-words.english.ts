import { COMMON_PROBLEMS, type ProblemTable } from "#shared/problem.ts";
import { FILE_PROBLEMS } from "#features/files/model/problems.ts";
import { IMPORT_PROBLEMS } from "#features/imports/model/problems.ts";
import { OBLIGATION_PROBLEMS } from "#features/obligations/model/problems.ts";
import { PAPER_PROBLEMS } from "#features/papers/model/problems.ts";
import { PEOPLE_PROBLEMS } from "#features/people/model/problems.ts";
import { PERSONAL_DATA_PROBLEMS } from "#features/personal-data/model/problems.ts";
import { PLACES_PROBLEMS } from "#features/places/model/problems.ts";
import { PROGRAMME_PROBLEMS } from "#features/programmes/model/problems.ts";
import { PROGRESS_PROBLEMS } from "#features/progress/model/problems.ts";
import { REPORT_PROBLEMS } from "#features/reports/model/problems.ts";
import { TEMPLATE_PROBLEMS } from "#features/templates/model/problems.ts";
import { VIEW_PROBLEMS } from "#features/views/model/problems.ts";
import type { RefusalValues } from "./refusal-words.ts";

const TABLES: ProblemTable = {
  ...FILE_PROBLEMS,
  ...IMPORT_PROBLEMS,
  ...OBLIGATION_PROBLEMS,
  ...PAPER_PROBLEMS,
  ...PEOPLE_PROBLEMS,
  ...PERSONAL_DATA_PROBLEMS,
  ...PLACES_PROBLEMS,
  ...PROGRAMME_PROBLEMS,
  ...PROGRESS_PROBLEMS,
  ...REPORT_PROBLEMS,
  ...TEMPLATE_PROBLEMS,
  ...VIEW_PROBLEMS,
  ...COMMON_PROBLEMS,
};

/** The sentence of a refusal in English, by its code; as the server worded it where the code is none of ours. */
export function refusalWords(code: string, values: RefusalValues, text: string): string {
  const words = TABLES[code]?.text;
  return words?.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole)) ?? text;
}
