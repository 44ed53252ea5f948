import type { Aim } from "./aims.ts";
import { makeId } from "#shared/ids.ts";
import type { Kept } from "./place.ts";
import type { Registry } from "./registry.ts";

type Bodies = (aim: Aim, registry: Registry) => readonly Readonly<Record<string, unknown>>[];

/** Several rows at once, one's own beside a neighbour's and another district's; each answered by its own refusal. By action. */
export const MANY_VARIANTS: Readonly<Record<string, Bodies>> = {
  "report.accept-many": (aim, registry) => several(reportsOf("submitted", aim, registry)),
  "report.reopen-many": (aim, registry) => several(reportsOf("accepted", aim, registry)),
  "report.submit-together": (aim, registry) =>
    several(freeOf(aim, registry)).map(({ rows }) => ({
      rows: rows.map(({ id: obligationId }) => ({ obligationId, text: "Сделано" })),
    })),
  "report.withdraw-together": (aim, registry) =>
    several(reportsOf("submitted", aim, registry)).map(({ rows }) => ({
      reports: rows.map(({ id: reportId, version }) => ({ reportId, version })),
    })),
  "obligation.move-many": (aim, registry) =>
    several(freeOf(aim, registry).map((row) => ({ ...row, dueOn: "2026-12-01", byHand: true }))),
  "obligation.reassign": (aim, registry) => {
    const bearers = [
      { kind: "organisation", id: neighbourOf(aim, registry)?.id ?? makeId() },
      { kind: "organisation", id: elsewhere("organisation", aim, registry)?.id ?? makeId() },
      { kind: "person", id: aim.ids["personId"] ?? makeId() },
      { kind: "person", id: elsewhere("membership", aim, registry)?.personId ?? makeId() },
    ];
    const rows = freeOf(aim, registry);
    return [...several(rows), ...bearers.map((bearer) => ({ bearer, rows: rows.slice(0, 1) }))];
  },
  "obligation.reassign-undo": (aim, registry) => several(freeOf(aim, registry)),
  "obligation.hand-over": (aim, registry) => {
    const neighbour = neighbourOf(aim, registry)?.id;
    const colleague = registry.of("membership").find((one) => one.organisationId === neighbour);
    const rows = freeOf(aim, registry).map(({ id, version }) => ({ obligationId: id, version }));
    return [{ personId: null }, { personId: colleague?.personId ?? makeId() }, ...several(rows)];
  },
  "late.remind": (aim, registry) =>
    [neighbourOf(aim, registry)?.id, aim.ids["organisationId"], elsewhere("organisation", aim, registry)?.id].map(
      (id) => ({ reminders: [{ bearer: `organisation:${String(id)}`, text: "Ждём отчёт" }] }),
    ),
  "watch.set": (aim, registry) =>
    ["programme", "measure", "organisation"].flatMap((kind) =>
      [aim.ids[`${kind}Id`], elsewhere(kind, aim, registry)?.id, draftOf(kind, aim, registry)?.id].flatMap((id) =>
        id ? [{ kind, id }] : [],
      ),
    ),
  "view.keep": () => [{ shared: true }],
  "remark.keep": (aim, registry) => [
    { organisationId: aim.ids["organisationId"] },
    { organisationId: neighbourOf(aim, registry)?.id ?? null },
  ],
};

/** The first alone with each of the others, and the others alone. */
const several = <Row>([own, ...others]: readonly Row[]): readonly { readonly rows: readonly Row[] }[] =>
  others.flatMap((other) => [{ rows: [own!, other] }, { rows: [other] }]);

const neighbourOf = ({ territoryId, ids }: Aim, registry: Registry): Kept | undefined =>
  registry
    .of("organisation")
    .find(
      (one) => one.territoryId === territoryId && one.organisationKind === "school" && one.id !== ids["organisationId"],
    );

const elsewhere = (table: string, { territoryId }: Aim, registry: Registry): Kept | undefined =>
  registry.of(table).find((one) => one.territoryId !== territoryId && one.territoryId !== null);

/** of a programme of a school that nobody else sees yet */
const draftOf = (table: string, { territoryId }: Aim, registry: Registry): Kept | undefined =>
  registry
    .of(table)
    .find((one) => one.territoryId === territoryId && one.state === "draft" && one.ownerOrganisationId !== null);

const seen = ({ id, version }: Kept) => ({ id, version: version ?? 1 });

/** One of the organisation's by the territory's programme, one by its own, a neighbour's, another district's. */
function eachKind(all: readonly Kept[], { territoryId, ids }: Aim): { id: string; version: number }[] {
  const here = all.filter((one) => one.territoryId === territoryId);
  const own = here.filter((one) => one.organisationId === ids["organisationId"]);
  const found = [
    own.find((one) => one.ownerOrganisationId === null),
    own.find((one) => one.ownerOrganisationId !== null),
    here.find((one) => one.organisationId !== ids["organisationId"] && one.organisationKind !== "authority"),
    all.find((one) => one.territoryId !== territoryId),
  ];
  return found.flatMap((one) => (one ? [seen(one)] : []));
}

const reportsOf = (state: string, aim: Aim, registry: Registry) =>
  eachKind(
    registry.of("report").filter((one) => one.state === state),
    aim,
  );

function freeOf(aim: Aim, registry: Registry) {
  const answered = new Set(registry.of("report").map((one) => one.parentId));
  return eachKind(
    registry.of("obligation").filter((one) => one.delegatedTo === null && !answered.has(one.id)),
    aim,
  );
}
