import type { Fault } from "./operators.ts";

interface Equivalent extends Pick<Fault, "operator" | "told"> {
  /** the end of the file's path */
  readonly file: string;
  /** the function, where the same stands in several of the file */
  readonly inside?: string;
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
  door("feeds/server/routes.ts", "signedIn of feed.read"),
  door("feeds/server/routes.ts", "personOnly of feed.make"),
  door("feeds/server/routes.ts", "personOnly of feed.revoke"),
  door("reminders/server/routes.ts", "signedIn of letter-choice.read"),
  door("reminders/server/routes.ts", "personOnly of letter-choice.save"),
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
    operator: "delete",
    file: "files/server/upload-parts.ts",
    told: "does not ask mayUpload",
    because:
      "загрузка уже своя: вправе ли человек загружать, спрашивают и в начале её, и когда из частей складывают файл",
    inside: "ownUpload",
  },
  ...(["delete", "swap"] as const).map((operator) => ({
    operator,
    file: "papers/server/list-papers.ts",
    told: operator === "delete" ? "does not ask seesTerritory" : "asks belongsToTerritory for seesTerritory",
    inside: "withMunicipalities",
    because: "муниципалитеты тут же отобраны те, которые человек видит целиком: чужих документов не прибавится",
  })),
  {
    operator: "delete",
    file: "obligations/model/policy.ts",
    told: 'without the refusal «place.bearerKind !== "organisation"»',
    inside: "delegatesObligation",
    because: "у кого исполнитель не организация, у того нет и её, а следующие строки спрашивают о ней",
  },
  {
    operator: "weaken",
    file: "obligations/model/policy.ts",
    told: "without «held.territoryId === territoryId»",
    inside: "obligationScope",
    because: "обязательства муниципалитета несут только его же организации: чужих строк не прибавится",
  },
  {
    operator: "delete",
    file: "obligations/server/reassign.ts",
    told: "does not ask belongsToTerritory",
    because: "о каждой строке спрашивают отдельно, а без единой своей отказано всему теми же словами",
  },
  {
    operator: "swap",
    file: "progress/server/calls.ts",
    told: "asks asksProgress for seesTerritoryHome",
    inside: "recordCall",
    because: "следующая же строка отказывает всем, кто не ведёт место",
  },
  {
    operator: "delete",
    file: "progress/server/late-reminders.ts",
    told: "does not ask asksProgress",
    inside: "remindLate",
    because: "чьи долги человек видит и кому вправе напомнить, спрашивают дальше, и в чужом месте таких нет",
  },
  {
    operator: "delete",
    file: "reports/server/reports-seen.ts",
    told: "does not ask belongsToTerritory",
    because: "спрашивает один поиск, и только о местах, где человек бывает",
  },
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
  one.operator === fault.operator &&
  fault.file.endsWith(one.file) &&
  one.told === fault.told &&
  (one.inside === undefined || one.inside === fault.inside);
