import { makeId } from "#shared/ids.ts";
import { USUAL_RULES } from "#features/reminders/model/rules.ts";
import type { Aim } from "./aims.ts";
import type { Kept } from "./place.ts";
import type { Registry } from "./registry.ts";

/** What the world holds beside its rows: secrets and stamps that a valid request must name. */
export interface Known {
  readonly password: string;
  readonly logins: ReadonlyMap<string, string>;
  /** a live invitation of each territory */
  readonly invitations: ReadonlyMap<string, string>;
  /** a link to the calendar of somebody in each territory who owes nothing */
  readonly feeds: ReadonlyMap<string, string>;
  /** stamps of programmes and of amending imports by their identifiers */
  readonly stamps: ReadonlyMap<string, string>;
  /** keys by which rows of own templates and of amending imports are named */
  readonly rowKeys: ReadonlyMap<string, readonly string[]>;
  /** empty workbooks by the actions that read them */
  readonly workbooks: ReadonlyMap<string, Buffer>;
  /** an open doubt of each import */
  readonly doubts: ReadonlyMap<string, Doubt>;
  /** what a browser holds beside its session, by the action that asks for it */
  readonly cookies: ReadonlyMap<string, string>;
  /** opens the half-open sign-in */
  readonly recoveryCode: string;
  /** the first code of the second step that is offered, as its app shows it now */
  readonly firstCode: () => string;
}

export interface Doubt {
  readonly doubtId: string;
  readonly option: string;
}

type Form = (aim: Aim, registry: Registry, known: Known) => Readonly<Record<string, unknown>>;

const CADENCE = [{ kind: "window", windows: [{ from: "2026-01-01", to: "2026-12-31" }], freq: null }];
const DIRECTIVE = {
  number: "77-П",
  datedOn: "2026-11-02",
  title: "Об утверждении",
  issuerOrganisationId: null,
  fileId: null,
};
const MEASURE = {
  cadence: CADENCE,
  parties: [],
  plannedValues: [],
  paperIds: [],
  sectionId: null,
  accountMoments: null,
};
/** What a report says about the obligation, or about the one that it answers already. */
export const content = (row: Kept, registry: Registry) => {
  const planned = registry.of("planned_value").find((one) => one.measureId === row.measureId);
  const obligationId = row.table === "report" ? row.parentId : row.id;
  const value = { obligationId, plannedValueId: planned?.id, year: 2026, value: 3, denominator: null };
  return {
    kind: "done",
    text: "Сделано",
    doneOn: "2026-11-10",
    reason: "",
    obligationIds: [obligationId],
    values: planned ? [value] : [],
    evidence: [],
  };
};

/** Bodies that a contract's schema alone does not tell: rules beyond it, stamps, secrets. By action. */
export const FORMS: Readonly<Record<string, Form>> = {
  "session.open": ({ territoryId }, _registry, { password, logins }) => ({
    login: logins.get(territoryId ?? ""),
    password,
  }),
  "session.code": (_aim, _registry, { recoveryCode }) => ({ code: recoveryCode }),
  "factor.set": (_aim, _registry, { firstCode }) => ({ code: firstCode() }),
  "password.change": (_aim, _registry, { password }) => ({ current: password }),
  "person.add": () => ({ role: null }),
  "role.give": () => ({ role: "teacher" }),
  "role-code.save": () => ({ code: "НОВЫЙ КОД", audience: { kind: "territory" }, version: null }),
  "organisation-sheet.check": () => ({ rows: SHEETS["organisation-sheet"] }),
  "organisation-sheet.apply": (aim, _registry, known) => sheet("organisation-sheet", aim, known),
  "staff-sheet.check": () => ({ rows: SHEETS["staff-sheet"] }),
  "staff-sheet.apply": (aim, _registry, known) => sheet("staff-sheet", aim, known),
  "reminder-rules.save": () => ({ ...USUAL_RULES, earlyDays: 10, version: 1 }),
  "letter-choice.save": () => ({ rhythm: "weekly", version: null }),
  "school-year.save": () => ({ terms: TERMS, version: 1 }),
  "programme.step": ({ row }) => ({
    step: row?.state === "draft" ? "approve" : "finish",
    directive: DIRECTIVE,
    confirmed: true,
  }),
  "measure.weigh": () => ({ ...MEASURE, plannedYears: [2026] }),
  "measure.add": () => MEASURE,
  "measure.edit": () => MEASURE,
  "measure.move": ({ ids }) => ({ sectionId: ids["sectionId"], beforeId: null }),
  "section.add": () => ({ parentId: null }),
  "section.move": () => ({ parentId: null, beforeId: null }),
  "redaction.register": ({ row }, _registry, { stamps }) => ({
    stamp: stamps.get(row?.id ?? ""),
    directive: DIRECTIVE,
  }),
  "amendment.approve": ({ row }, _registry, { stamps }) => ({ stamp: stamps.get(row?.id ?? ""), directive: DIRECTIVE }),
  "import.start": () => ({
    amends: null,
    fileId: null,
    pasted: { name: "план", text: "№\tМероприятие\tСрок\n1\tОпрос\tмай 2026\n" },
  }),
  "import.answer": ({ row }, _registry, { doubts }) => ({
    decisions: [doubts.get(row?.id ?? "") ?? { doubtId: "нет", option: "keep" }],
  }),
  "import.arrange": () => ({ table: 0, row: 1, as: "out" }),
  "import.settings": () => ({ tables: [0] }),
  "template.use": ({ row }, _registry, { rowKeys }) => ({
    parties: [],
    taken: rowKeys.get(row?.id ?? "") ?? [],
    firstYear: 2027,
    years: 1,
    shortTitle: "Проба",
  }),
  "amendment.answer": ({ row }, _registry, { rowKeys }) => ({
    answer: { kind: "row", after: rowKeys.get(row?.id ?? "")?.[0] ?? "нет", before: null },
  }),
  "report.create": ({ row, ids }, registry) => {
    const obligation = row ?? registry.byId.get(String((ids["obligationIds"] as string[] | undefined)?.[0]));
    return obligation ? { content: content(obligation, registry) } : {};
  },
  "report.submit-together": (aim, registry) => ({
    doneOn: "2026-11-10",
    rows: [{ obligationId: smallOf(aim, registry)?.id ?? makeId(), text: "Сделано" }],
  }),
  "report.withdraw-together": (aim, registry) => {
    const { id: reportId, version } = reportOf("submitted", aim, registry);
    return { reports: [{ reportId, version }] };
  },
  "report.accept-many": (aim, registry) => ({ rows: [reportOf("submitted", aim, registry)] }),
  "report.reopen-many": (aim, registry) => ({ rows: [reportOf("accepted", aim, registry)] }),
  "obligation.hand-over": (aim, registry) => ({
    personId: aim.ids["personId"],
    rows: [freeOf(aim, registry)].map(({ id, version }) => ({ obligationId: id, version })),
  }),
  "obligation.move-many": (aim, registry) => ({
    rows: [{ ...freeOf(aim, registry), dueOn: "2026-12-01", byHand: true }],
  }),
  "obligation.reassign": (aim, registry) => ({
    bearer: { kind: "organisation", id: centreOf(aim, registry) },
    rows: [freeOf(aim, registry)],
  }),
  "obligation.reassign-undo": (aim, registry) => ({ rows: [freeOf(aim, registry)] }),
  "measure.remind": (aim, registry) => {
    const { programmeId } = aim.ids;
    return { measureId: (programmeId && smallOf(aim, registry, programmeId)?.measureId) ?? makeId() };
  },
  "late.remind": ({ ids }) => ({
    reminders: [{ bearer: `organisation:${String(ids["organisationId"])}`, text: "Ждём отчёт" }],
  }),
  "watch.set": ({ ids }) => ({ kind: "organisation", id: ids["organisationId"] ?? makeId(), watched: true }),
  "remark.keep": ({ ids }) => ({ organisationId: ids["ownerOrganisationId"] ?? null }),
  "remark.close": () => ({ closed: true }),
  "view.list": () => ({ list: "reports" }),
  "view.keep": () => ({ list: "reports", filter: { state: "accepted" }, shared: false, opens: true }),
  "view.edit": () => ({ shared: false, opens: false }),
  "view.close": () => ({ closed: true }),
  "upload.finish": () => ({ sha256: null }),
  "report.save": ({ row }, registry) => (row ? { content: content(row, registry) } : {}),
  "report.submit": ({ row }, registry) => (row ? { content: content(row, registry) } : {}),
};

/** An obligation of the place that nobody has answered; one that is nowhere where there is none. */
function freeOf({ ids }: Aim, registry: Registry) {
  const id = (ids["obligationIds"] as string[] | undefined)?.[0] ?? makeId();
  return { id, version: registry.byId.get(id)?.version ?? 1 };
}

/** One of the place that asks for words alone. */
const smallOf = ({ territoryId, ids }: Aim, registry: Registry, programmeId?: unknown) =>
  registry
    .of("obligation")
    .find(
      (one) =>
        one.territoryId === territoryId &&
        one.organisationId === ids["organisationId"] &&
        (programmeId === undefined || one.programmeId === programmeId) &&
        !registry.of("planned_value").some(({ measureId }) => measureId === one.measureId),
    );

/** The methodological centre of the place: of the measure that nobody has answered it owes nothing yet. */
const centreOf = ({ territoryId }: Aim, registry: Registry) =>
  registry
    .of("organisation")
    .find((one) => one.territoryId === territoryId && one.organisationKind === "methodological_centre")?.id ?? makeId();

/** A report of the place in this state. */
function reportOf(state: string, { territoryId, ids }: Aim, registry: Registry) {
  const found = registry
    .of("report")
    .find(
      (one) => one.territoryId === territoryId && one.organisationId === ids["organisationId"] && one.state === state,
    );
  return { id: found?.id ?? makeId(), version: found?.version ?? 1 };
}

/** Sheets as a check is given them; what the check answered is confirmed by its digest. */
export const SHEETS = {
  "organisation-sheet": [
    ["Полное название", "Краткое название", "Вид"],
    ["Школа пробы", "Проба", "школа"],
  ],
  "staff-sheet": [
    ["Организация", "Фамилия", "Имя", "Должность"],
    ["Школа пробы", "Пробина", "Вера", "учитель"],
  ],
} as const;

function sheet(name: keyof typeof SHEETS, { territoryId }: Aim, { stamps }: Known) {
  return { rows: SHEETS[name], digest: stamps.get(`${name} ${territoryId}`) };
}

const TERMS = [
  ["2026-09-01", "2026-10-25"],
  ["2026-11-05", "2026-12-29"],
  ["2027-01-11", "2027-03-20"],
  ["2027-04-01", "2027-05-26"],
].map(([from, to], at) => ({ number: at + 1, from, to }));
