import type { Aim } from "./aims.ts";
import type { dutiesOf } from "./duties.ts";
import type { Kept, Persona } from "./place.ts";
import type { Registry } from "./registry.ts";
import { HEADS, LEADS, WORKS, type standingOf } from "./standing.ts";

/** What an answer tells beyond its rows that it may not tell this persona; undefined where there is nothing. */
export type MayTell = (persona: Persona, action: string, aim: Aim, reply: unknown) => string | undefined;

type Told = Readonly<Record<string, unknown>>;
type Rule = (persona: Persona, kept: Kept) => boolean;

/**
 * Nobody is offered what they would be refused (`can`), chooses from what is not theirs to choose, or is told the state of an account or
 * a debt that is another's. A new offer must be named here.
 */
export function tellOracle(
  standing: ReturnType<typeof standingOf>,
  { reports, delegates, runs, answersAll, writesPaper, builds }: ReturnType<typeof dutiesOf>,
  registry: Registry,
): MayTell {
  const { regionOf, seesWhole, worksAt, holds, rules, administers, managesAt, mayGive, standings, now, writesAt } =
    standing;
  const isPerson = (persona: Persona) => persona.kind === "person";
  const rulesTerritory: Rule = (persona, { territoryId }) => rules(persona, territoryId);
  const keeps: Rule = (persona, { territoryId }) => administers(persona, territoryId);
  const runsOwn: Rule = (persona, of) => holds(persona, of.territoryId, HEADS, of.ownerOrganisationId);
  // what is over is left as it is; a draft is edited, not amended
  const edits: Rule = (persona, kept) => runs(persona, kept) && kept.state !== "finished";
  const answers: Rule = (persona, kept) => answersAll(kept, (one) => reports(persona, one));
  // everywhere in this world there is somebody else to decide
  const decides: Rule = (persona, kept) =>
    kept.personId !== persona.personId && answersAll(kept, (one) => runs(persona, one));
  // a return is taken back within a minute, and in this world all were made long ago
  const reopens: Rule = (persona, kept) => decides(persona, kept) && kept.state !== "returned";
  const officer = (persona: Persona, territoryId: unknown) => holds(persona, territoryId as string, LEADS, null);

  /** by the table of the row that the offer stands at */
  const OFFERED: Readonly<Record<string, Readonly<Record<string, Rule>>>> = {
    programme: { lead: runs, edit: edits, pause: runs, steps: runs },
    measure: { edit: runs, remind: runs },
    obligation: { report: reports, delegate: delegates, moveDue: runs },
    report: { save: answers, submit: answers, withdraw: answers, return: decides, accept: decides, reopen: reopens },
    membership: { edit: (persona, one) => managesAt(persona, one.territoryId, one.organisationId) },
    role_assignment: {
      end: (persona, one) =>
        one.personId !== persona.personId &&
        standing.mayTake(persona, one.state ?? "", one.territoryId, one.organisationId),
    },
    person: {
      edit: (persona, one) => standing.governs(persona, one.personId),
      account: (persona, one) => standing.governs(persona, one.personId) && one.personId !== persona.personId,
      mail: (persona, one) => standing.governs(persona, one.personId) && one.personId !== persona.personId,
    },
    organisation: {
      edit: keeps,
      designate: keeps,
      addPeople: (persona, one) => managesAt(persona, one.territoryId, one.id),
    },
    territory: {
      edit: rulesTerritory,
      administer: keeps,
      addMunicipality: (persona, one) =>
        regionOf.get(one.id) === null && holds(persona, one.id, ["administrator"], null),
    },
    paper: { edit: (persona, one) => writesPaper(persona, one.territoryId, one.organisationId) },
    programme_template: { close: runs },
    saved_view: { edit: standing.ownsView, close: standing.closesView },
    document_import: { decide: runs, remember: keeps },
  };
  /** by the action, where the offer stands at the whole answer */
  const OFFERED_AT_ALL: Readonly<Record<string, (persona: Persona, aim: Aim) => boolean>> = {
    "programme.list create": (persona, { ids }) => builds(persona, ids["territoryId"]),
    "programme.table edit": (persona, { row }) => edits(persona, row!),
    "measure.read edit": (persona, { row }) => edits(persona, row!),
    // whether it might be made at all is told by the change
    "paper.register edit": isPerson,
    "report.create save": isPerson,
    "report.create submit": isPerson,
    "organisation.list create": (persona, { ids }) => administers(persona, ids["territoryId"] as string),
    "role-code.list edit": (persona, { ids }) => administers(persona, ids["territoryId"] as string),
    "reminder-rules.read edit": (persona, { ids }) => administers(persona, ids["territoryId"] as string),
    "school-year.list edit": (persona, { ids }) => administers(persona, ids["territoryId"] as string),
    "import.list start": isPerson,
    "progress.home review": (persona, { ids }) => officer(persona, ids["territoryId"]),
    "progress.home call": (persona, { ids }) => officer(persona, ids["territoryId"]),
    "progress.home remind": (persona, { ids }) => officer(persona, ids["territoryId"]),
    "progress.late remind": (persona, { ids }) => builds(persona, ids["territoryId"]),
    "watch.list set": isPerson,
    "view.list keep": (persona, { ids }) => writesAt(persona, ids["territoryId"] as string),
    "view.list share": (persona, { ids }) => officer(persona, ids["territoryId"]),
    "measure.read pause": (persona, { row }) => runs(persona, row!),
    "progress.late call": (persona, { ids }) => officer(persona, ids["territoryId"]),
    "redaction.list amend": (persona, { row }) => edits(persona, row!) && row!.state !== "draft",
    "programme.history undo": (persona, { row }) => runs(persona, row!),
    "programme.history redo": (persona, { row }) => runs(persona, row!),
  };

  const offered = (persona: Persona, action: string, aim: Aim, at: Told): string | undefined => {
    const { can } = at;
    if (can === undefined || can === null) return undefined;
    const kept = [at["id"], at["measureId"], at["key"]].flatMap((id) => registry.byId.get(String(id)) ?? [])[0];
    const names = typeof can === "string" ? [can] : namesOf(can as Told);
    return names.find((name) => {
      if (name === "grants" || GRANTS.includes(name)) return false;
      const whole = OFFERED_AT_ALL[`${action} ${name}`];
      if (!isPerson(persona)) return true;
      return whole ? !whole(persona, aim) : !kept || !OFFERED[kept.table]?.[name]?.(persona, kept);
    });
  };

  /** roles that would be refused, organisations that are another's */
  const granted = (
    persona: Persona,
    { territoryRoles, organisationRoles, organisations }: Told,
    territoryId: string,
  ) => {
    const places = (organisations as readonly { id: string }[] | null) ?? [{ id: "any" }];
    return (
      (territoryRoles as string[]).some((role) => !mayGive(persona, role, territoryId, null)) ||
      (organisationRoles as string[]).some(
        (role) => !places.some(({ id }) => mayGive(persona, role, territoryId, id)),
      ) ||
      places.some(({ id }) => !managesAt(persona, territoryId, id))
    );
  };

  const SPECIAL: Readonly<Record<string, (persona: Persona, aim: Aim, at: Told) => string | undefined>> = {
    "person.list": (persona, { ids }, at) => {
      if (!("fullName" in at)) return undefined;
      const places = standings.get(String(at["id"])) ?? [];
      const seen = places.some(
        (one) =>
          one.territoryId === ids["territoryId"] &&
          (one.personId === persona.personId ||
            seesWhole(persona, one.territoryId) ||
            worksAt(persona, one.organisationId)),
      );
      if (!seen) return "человек, чьё место не видно";
      const manages = places.some(
        (one) => one.territoryId === ids["territoryId"] && managesAt(persona, one.territoryId, one.organisationId),
      );
      return at["account"] !== null && !manages ? "состояние чужого входа" : undefined;
    },
    "person.read": (persona, _aim, at) =>
      at["account"] && "fullName" in at && at["id"] !== persona.personId && !standing.governs(persona, String(at["id"]))
        ? "состояние чужого входа"
        : undefined,
    "journal.history": (persona, { ids }, at) =>
      addresses(persona, ids["territoryId"], at) ?? drafts(at, (report) => answers(persona, report)),
    "journal.search": (persona, { ids }, at) => addresses(persona, ids["territoryId"], at) ?? drafts(at, () => false),
    "report.reopen": (_persona, { row }) => (row!.state === "returned" ? "возврат отменён поздно" : undefined),
    "obligation.holders": (persona, _aim, at) =>
      listed(at, "people").length > 0 &&
      !listed(at, "rows").some((row) => isTold(row, (one) => delegates(persona, one)))
        ? "кому передать, сказано тому, кто не передаёт"
        : undefined,
    "report.small": (persona, _aim, at) =>
      listed(at, "rows").some((row) => !isTold(row, (one) => reports(persona, one)))
        ? "отчитаться предложено за другого"
        : undefined,
    "redaction.list": (persona, { row }, at) =>
      at["since"] && !runs(persona, row!) ? "правки после редакции" : undefined,
    "paper.list": (persona, { ids }, at) => issuers(persona, ids["territoryId"], at),
    "paper.read": (persona, { ids }, at) => issuers(persona, ids["territoryId"], at),
    "programme.choices": (persona, { ids }, at) => owners(persona, ids["territoryId"], at),
    "template.read": (persona, { ids }, at) => owners(persona, ids["territoryId"], at),
    "progress.late": (persona, { ids }, at) => debts(persona, ids["territoryId"], at),
    "progress.home": (persona, { ids }, at) => debts(persona, ids["territoryId"], at),
  };
  const addresses = (persona: Persona, territoryId: unknown, { origin }: Told) =>
    /\d+\.\d+\.\d+\.\d+|::/.test(String(origin ?? "")) && !rules(persona, territoryId as string)
      ? "адрес, с которого работали"
      : undefined;
  /** what a draft held is told to those who answer with it, and only beside the report */
  const drafts = (at: Told, may: (report: Kept) => boolean) => {
    const marks = "before" in at ? (String(at["after"]).match(/метка[0-9a-f]{14}/g) ?? []) : [];
    const named = marks.flatMap((mark) => registry.byMark.get(mark) ?? []);
    return named.some((one) => one.table === "report" && one.state === "draft" && !may(one))
      ? "слова черновика"
      : undefined;
  };
  const listed = (at: Told, name: string) => (Array.isArray(at[name]) ? (at[name] as Told[]) : []);
  const isTold = ({ id }: Told, does: (kept: Kept) => boolean) =>
    [registry.byId.get(String(id))].some((kept) => kept !== undefined && does(kept));
  const issuers = (persona: Persona, territoryId: unknown, at: Told) =>
    listed(at, "issuers").some(({ id }) => !writesPaper(persona, territoryId as string, id as string | null))
      ? "издание от чужого имени"
      : undefined;
  const owners = (persona: Persona, territoryId: unknown, at: Told) =>
    listed(at, "owners").some(({ id }) => !standing.leads(persona, territoryId as string, id as string | null))
      ? "программа от чужого имени"
      : undefined;
  const debts = (persona: Persona, territoryId: unknown, at: Told) =>
    Array.isArray(at["bearers"]) && listed(at, "own").some((one) => !owes(persona, territoryId, one))
      ? "чужой долг назван своим"
      : undefined;
  const owes = (persona: Persona, territoryId: unknown, { key, organisationId }: Told): boolean => {
    if (String(key) === `person:${persona.personId}`) return true;
    const kind = registry.byId.get(String(organisationId))?.organisationKind;
    return now(persona).some((held) => {
      if (held.territoryId !== territoryId || String(key).startsWith("person:")) return false;
      if (held.organisationId) return held.organisationId === organisationId && WORKS.includes(held.role);
      if (kind === "methodological_centre") return held.role === "methodologist";
      return OFFICE.includes(held.role) && (organisationId === null || kind === "authority");
    });
  };

  return (persona, action, aim, reply) => {
    const territoryId = aim.ids["territoryId"] as string;
    for (const at of objectsIn(reply)) {
      const name = offered(persona, action, aim, at);
      if (name) return `предложено «${name}» тому, кому откажут`;
      if ("territoryRoles" in at && granted(persona, at, territoryId)) return "предложено дать роль, какую дать нельзя";
      const of = "isWhole" in at && at["isWhole"] === true ? registry.byId.get(String(at["id"])) : undefined;
      if (of && !seesWhole(persona, of.territoryId) && !(of.ownerOrganisationId && runsOwn(persona, of)))
        return "часть программы названа целым";
      const told = SPECIAL[action]?.(persona, aim, at);
      if (told) return told;
    }
    return undefined;
  };
}

const GRANTS = ["add", "territoryRoles", "organisationRoles", "organisations"];
const OFFICE = ["administrator", "officer", "authority_head"];

/** Names of what is offered: a true, a list that is not empty. */
function namesOf(can: Told): readonly string[] {
  return Object.entries(can).flatMap(([name, value]) =>
    value === true || (Array.isArray(value) && value.length > 0) ? [name] : [],
  );
}

function* objectsIn(value: unknown): Generator<Told> {
  if (Array.isArray(value)) for (const one of value) yield* objectsIn(one);
  else if (typeof value === "object" && value !== null) {
    yield value as Told;
    for (const one of Object.values(value)) yield* objectsIn(one);
  }
}
