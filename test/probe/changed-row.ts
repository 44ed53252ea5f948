import type { Change } from "./changes.ts";
import type { Kept } from "./place.ts";
import { keptOf, type Registry } from "./registry.ts";

/** The facts of a changed row: those known of it, and those that its own columns and its parents tell. */
export function keptOfImage(
  table: string,
  image: Readonly<Record<string, unknown>>,
  registry: Registry,
  batch: readonly Change[],
): Kept {
  const known = registry.byId.get(String(image["id"]));
  const own = keptOf(table, image);
  const parent = parentOf(table, image, registry, batch);
  return {
    ...own,
    territoryId: own.territoryId ?? known?.territoryId ?? null,
    programmeId: own.programmeId ?? parent?.programmeId ?? known?.programmeId ?? null,
    ownerOrganisationId:
      (image["owner_organisation_id"] as string | null | undefined) ??
      known?.ownerOrganisationId ??
      parent?.ownerOrganisationId ??
      null,
    state: own.state ?? ((image["state"] ?? image["role"]) as string | null | undefined) ?? known?.state ?? null,
    organisationId:
      own.organisationId ??
      ((image["bearer_organisation_id"] ?? image["issuer_organisation_id"]) as string | null | undefined) ??
      (table === "organisation" ? own.id : (known?.organisationId ?? null)),
    organisationKind: known?.organisationKind ?? null,
    personId: personOf(table, image, registry) ?? known?.personId ?? null,
    parentId: parent?.id ?? (image["parent_id"] as string | null) ?? null,
    parentTable: parent?.table ?? null,
  };
}

function personOf(table: string, image: Readonly<Record<string, unknown>>, registry: Registry): string | null {
  if (table === "person") return String(image["id"]);
  if (typeof image["person_id"] === "string" && table !== "report_step") return image["person_id"];
  if (typeof image["author_person_id"] === "string") return image["author_person_id"];
  const account = typeof image["account_id"] === "string" ? registry.byId.get(image["account_id"]) : undefined;
  return account?.personId ?? null;
}

const PARENTS = ["obligation_id", "report_id", "programme_id", "roadmap_id", "measure_id", "planned_value_id"] as const;

/** The row that this one belongs to, sought among the known ones and among those made by the same request. */
function parentOf(
  table: string,
  image: Readonly<Record<string, unknown>>,
  registry: Registry,
  batch: readonly Change[],
): Kept | undefined {
  if (table === "report") return obligationOf(String(image["id"]), registry, batch);
  for (const name of PARENTS) {
    const id = image[name];
    if (typeof id !== "string") continue;
    const known = registry.byId.get(id);
    if (known) return known;
    if (name === "report_id") return obligationOf(id, registry, batch);
    const made = batch.find(({ after }) => after?.["id"] === id);
    if (made?.after) return keptOfImage(made.table, made.after, registry, batch);
  }
  return undefined;
}

function obligationOf(reportId: string, registry: Registry, batch: readonly Change[]): Kept | undefined {
  const link = batch.find(
    ({ table, after }) => table === "report_obligation" && after?.["report_id"] === reportId,
  )?.after;
  const id = link ? String(link["obligation_id"]) : registry.byId.get(reportId)?.parentId;
  return id ? registry.byId.get(id) : undefined;
}
