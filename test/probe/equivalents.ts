import type { Fault } from "./operators.ts";

interface Equivalent extends Pick<Fault, "operator" | "told"> {
  /** the end of the file's path */
  readonly file: string;
  readonly because: string;
}

const REFUSED_AGAIN = "обработчик без лица не отвечает и отказывает теми же словами, что и дверь";
const OF_OTHERS = "спрашивают не о том, кто просит: чем больше найдено других, тем меньше ему можно";

/**
 * Faults that change nothing anybody could see or do. Each is tried all the same: one that a probe notices, or that stands for no fault
 * any more, ends the run.
 */
export const EQUIVALENTS: readonly Equivalent[] = [
  door("people/server/session-routes.ts", "signedIn of session.read"),
  door("places/server/territory-routes.ts", "signedIn of territory.list"),
  door("notices/server/routes.ts", "signedIn of notice.list"),
  door("notices/server/routes.ts", "personOnly of notice.read"),
  {
    operator: "delete",
    file: "reports/server/load-report.ts",
    told: "does not ask decidesObligation",
    because: OF_OTHERS,
  },
  {
    operator: "swap",
    file: "reports/server/load-report.ts",
    told: "asks seesObligation for decidesObligation",
    because: OF_OTHERS,
  },
  {
    operator: "delete",
    file: "people/server/sample-organisation.ts",
    told: "does not ask addsPeople",
    because: "образец называет открытую всем организацию; что загрузят по образцу, проверяют при загрузке",
  },
  ...["inspect-upload", "keep-upload"].map((name) => ({
    operator: "delete" as const,
    file: `files/server/${name}.ts`,
    told: "does not ask mayUpload",
    because: "спрашивают дважды нарочно: до разбора файла и в записи, ведь пока его проверяли, роль могла закончиться",
  })),
  {
    operator: "weaken",
    file: "reports/model/policy.ts",
    told: "without «obligations.length > 0»",
    because: "отчёта без обязательств не бывает: такого содержания не примет уже контракт",
  },
  ...(["delete", "swap"] as const).map((operator) => ({
    operator,
    file: "programmes/server/amend-programme.ts",
    told: operator === "delete" ? "does not ask leadsProgramme" : "asks canSeeProgramme for leadsProgramme",
    because: "о владельце спрашивает и сама загрузка, а владелец у неё тот же, что у программы",
  })),
];

function door(file: string, which: string): Equivalent {
  return { operator: "delete", file, told: `the door ${which} stands open`, because: REFUSED_AGAIN };
}

export const isThis = (fault: Fault) => (one: Equivalent) =>
  one.operator === fault.operator && fault.file.endsWith(one.file) && one.told === fault.told;
