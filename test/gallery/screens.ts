import type { Places } from "./places.ts";

/** A page as one of the people of the demo district sees it. */
export interface Screen {
  /** of the picture: «officer-today» */
  readonly name: string;
  readonly path: (places: Places) => string;
}

const at = (name: string, path: string | ((places: Places) => string)): Screen => ({
  name,
  path: typeof path === "string" ? () => path : path,
});
const of = (part: string) => (places: Places) => `${places.programme}${part}`;

/** Short names with ordinary spaces; nobody is signed in for «». */
export const SCREENS: Readonly<Record<string, readonly Screen[]>> = {
  "": [
    at("sign-in", "/sign-in"),
    at("sign-in-form", "/sign-in?form"),
    at("recovery", "/recovery"),
    at("dead-link", `/link/${"a".repeat(43)}`),
  ],
  "Н. А. Ветрова": [
    at("officer-today", "/today"),
    at("officer-todo", "/todo"),
    at("reports", "/reports"),
    at("report", ({ report }) => report),
    at("programmes", "/programmes"),
    at("programmes-empty", "/programmes?q=нет-такой"),
    at("programme-new", "/programmes/new"),
    at("programme", of("")),
    at("programme-edit", of("/edit")),
    at("programme-measures", of("/measures")),
    at("programme-schedule", of("/schedule")),
    at("programme-execution", of("/execution")),
    at("programme-summary", of("/summary")),
    at("programme-cadence", of("/cadence")),
    at("programme-report", of("/report")),
    at("programme-papers", of("/papers")),
    at("programme-redactions", of("/redactions")),
    at("programme-history", of("/history")),
    at("measure", ({ measure }) => measure),
    at("imports", "/imports"),
    at("templates", "/templates"),
    at("template", ({ territory }) => `/templates/${territory}/school-support`),
    at("organisations", "/organisations"),
    at("organisation", ({ organisation }) => organisation),
    at("organisations-import", "/organisations/import"),
    at("people", "/people"),
    at("person", ({ person }) => person),
    at("people-import", "/people/import"),
    at("dictionary", "/dictionary"),
    at("school-calendar", "/school-calendar"),
    at("papers", "/papers"),
    at("paper-new", "/papers/new"),
    at("paper", ({ paper }) => paper),
    at("late", "/progress/late"),
    at("summary", "/progress/summary"),
    at("search", "/search?words=доклад"),
    at("rows", ({ territory }) => `/progress/rows?territoryId=${territory}`),
    at("notices", "/notices"),
    at("account", "/password"),
    at("letters", "/letters"),
    at("reminder-rules", "/reminders"),
    at("my-data", "/my-data"),
    at("help", "/help"),
    at("help-other", "/help/school-head#report"),
    at("not-found", "/net-takoy"),
  ],
  "Е. М. Северова": [
    at("school-todo", "/todo"),
    at("school-calendar-own", "/calendar"),
    at("school-reports", "/reports"),
    at("school-together", "/todo/together"),
    at("our-work", "/our-work"),
    at("our-work-people", "/our-work/people"),
    at("our-work-reports", "/our-work/reports"),
  ],
  "Т. В. Громова": [at("deputy-todo", "/todo"), at("deputy-calendar", "/calendar")],
  "П. А. Миронов": [at("curator-schools", "/my-schools")],
  "С. П. Журавлёв": [at("head-today", "/today"), at("head-summary", of("/summary"))],
  "О. И. Лапина": [at("methodologist-measures", of("/measures")), at("methodologist-cadence", of("/cadence"))],
  "А. Л. Седов": [at("region", "/region"), at("territories", "/territories")],
  "В. П. Климова": [
    at("installation", "/installation"),
    at("administrator-people", "/people"),
    at("journal", "/journal"),
    at("personal-data", "/personal-data"),
    at("personal-data-requests", "/personal-data/requests"),
    at("personal-data-retention", "/personal-data/retention"),
    at("personal-data-destructions", "/personal-data/destructions"),
    at("person-data", ({ person }) => `${person}/data`),
  ],
};

/**
 * Addresses of pages that stand only within a work begun, or that nobody comes to by an address alone: the stories of `test/e2e` look at
 * them on their way.
 */
export const WITHIN_STORIES: readonly string[] = [
  "/todo/:territoryId/:obligationId",
  "/programmes/:territoryId/:programmeId/redactions/:redactionId",
  "/programmes/:territoryId/:programmeId/redactions/:redactionId/difference",
  "/programmes/:territoryId/:programmeId/amend/:importId",
  "/imports/amend/:territoryId/:programmeId",
  "/imports/:territoryId/:importId",
  "/templates/:territoryId/:templateKey/years",
  "/templates/:territoryId/:templateKey/parties",
  "/templates/:territoryId/:templateKey/measures",
  "/templates/:territoryId/:templateKey/check",
  "/sign-in/foreign",
  "/second-step",
];
