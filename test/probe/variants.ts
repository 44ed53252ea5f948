import type { Aim } from "./aims.ts";
import { MANY_VARIANTS } from "./many-variants.ts";
import { content } from "./forms.ts";
import type { Registry } from "./registry.ts";

type Bodies = (aim: Aim, registry: Registry) => readonly Readonly<Record<string, unknown>>[];

const FROM = "2026-11-20";

/** Bodies that ask for more than the usual one: a higher role, another's paper or file, somebody else's debt beside one's own. By action. */
export const VARIANTS: Readonly<Record<string, Bodies>> = {
  "role.give": (aim, registry) =>
    [...rolesAt(aim), ...["deputy", "teacher"].map((role) => [role, neighbourOf(aim, registry) ?? null] as const)].map(
      ([role, organisationId]) => ({ role, organisationId, paperId: null }),
    ),
  "person.add": (aim, registry) => [
    ...rolesAt(aim).map(([role, organisationId]) => ({ position: null, role: { role, organisationId, from: FROM } })),
    {
      position: { organisationId: schoolOf(aim), name: "учитель", from: FROM },
      role: { role: "teacher", organisationId: neighbourOf(aim, registry), from: FROM },
    },
    {
      position: { organisationId: neighbourOf(aim, registry), name: "учитель", from: FROM },
      role: { role: "teacher", organisationId: schoolOf(aim), from: FROM },
    },
  ],
  "position.add": (aim, registry) => [{ organisationId: neighbourOf(aim, registry) }],
  "report.create": withMore,
  "report.save": withMore,
  "report.submit": withMore,
  "import.start": (aim, registry) => [
    { amends: null, pasted: null, fileId: loose(aim, registry) },
    { amends: programmeIn("running", aim, registry), pasted: null, fileId: loose(aim, registry) },
    { amends: programmeIn("running", aim, registry) },
    { amends: programmeIn("draft", aim, registry) },
  ],
  "paper.register": (aim, registry) => [
    { issuerOrganisationId: neighbourOf(aim, registry), fileId: null },
    { fileId: loose(aim, registry) },
  ],
  "measure.add": (aim, registry) => [{ paperIds: [paperOf(neighbourOf(aim, registry), registry)] }],
  "measure.edit": (aim, registry) => [{ paperIds: [paperOf(neighbourOf(aim, registry), registry)] }],
  ...MANY_VARIANTS,
  "designation.add": (aim, registry) => [{ paperId: paperOf(neighbourOf(aim, registry), registry) }],
};

const schoolOf = ({ ids }: Aim): string => String(ids["organisationId"]);

const neighbourOf = ({ territoryId, ids }: Aim, registry: Registry): string | undefined =>
  registry
    .of("organisation")
    .find(
      (one) => one.territoryId === territoryId && one.organisationKind === "school" && one.id !== ids["organisationId"],
    )?.id;

const paperOf = (issuerId: string | undefined, registry: Registry): string | undefined =>
  registry.of("paper").find((one) => one.organisationId === issuerId)?.id;

/** a file that somebody put up and that nothing cites yet */
const loose = ({ territoryId }: Aim, registry: Registry): string | undefined =>
  registry.of("stored_file").find((one) => one.territoryId === territoryId && one.parentId === null)?.id;

const programmeIn = (state: string, { territoryId, ids }: Aim, registry: Registry): string | undefined =>
  registry
    .of("programme")
    .find(
      (one) =>
        one.territoryId === territoryId &&
        one.state === state &&
        one.ownerOrganisationId === (ids["ownerOrganisationId"] ?? null),
    )?.id;

const rolesAt = (aim: Aim): readonly (readonly [string, string | null])[] => [
  ["administrator", null],
  ["officer", null],
  ["region_specialist", null],
  ["reader", null],
  ...["school_head", "deputy", "curator", "teacher"].map((role) => [role, schoolOf(aim)] as const),
];

/** A report with another's paper or file as its evidence, or with one more obligation: the same bearer's by another programme, another's. */
function withMore(aim: Aim, registry: Registry): readonly Readonly<Record<string, unknown>>[] {
  const row = aim.row ?? registry.byId.get(String((aim.ids["obligationIds"] as string[] | undefined)?.[0]));
  if (!row) return [];
  const base = content(row, registry);
  const [own] = base.obligationIds;
  const free = registry
    .of("obligation")
    .filter(
      (one) =>
        one.territoryId === row.territoryId &&
        one.id !== own &&
        !registry.of("report").some((r) => r.parentId === one.id),
    );
  const others = [
    free.find((one) => one.organisationId === row.organisationId && one.programmeId !== row.programmeId),
    free.find((one) => one.organisationId !== row.organisationId && one.organisationKind === "school"),
    ...["territory", "person"].map((state) => free.find((one) => one.state === state)),
    ...["authority", "methodological_centre"].map((kind) => free.find((one) => one.organisationKind === kind)),
  ];
  const papers = registry.of("paper").filter((one) => one.territoryId === row.territoryId);
  return [
    {
      evidence: [
        { kind: "paper", paperId: papers.find((one) => one.organisationId === neighbourOf(aim, registry))?.id },
      ],
    },
    { evidence: [{ kind: "file", fileId: loose(aim, registry) }] },
    ...others.flatMap((other) =>
      other
        ? [
            { obligationIds: [own, other.id], values: [] },
            { obligationIds: [other.id, own], values: [] },
            { obligationIds: [other.id], values: [] },
          ]
        : [],
    ),
  ].map((more) => ({ content: { ...base, ...more } }));
}
