import type { Role } from "#shared/actor.ts";
import type { Id } from "#shared/ids.ts";

/** A role held today, or one that has ended. */
export interface Held {
  readonly role: Role;
  readonly territoryId: Id;
  readonly organisationId: Id | null;
  readonly ended?: true;
}

/** Who asks in a probe. */
export interface Persona {
  readonly name: string;
  readonly kind: "person" | "token" | "public";
  readonly personId: Id | null;
  readonly accountId: Id | null;
  readonly held: readonly Held[];
  readonly headers: Readonly<Record<string, string>>;
}

/** A row of the probed world with everything that decides who may see it, as its owner reads it from the tables. */
export interface Kept {
  readonly table: string;
  readonly id: Id;
  readonly territoryId: Id | null;
  readonly version: number | null;
  readonly programmeId: Id | null;
  readonly ownerOrganisationId: Id | null;
  /** status of the programme, state of the report */
  readonly state: string | null;
  /** bearing, issuing or own organisation */
  readonly organisationId: Id | null;
  readonly organisationKind: string | null;
  /** bearer, author, uploader, addressee, holder */
  readonly personId: Id | null;
  readonly delegatedTo: Id | null;
  /** what a file, a value or a step belongs to */
  readonly parentId: Id | null;
  readonly parentTable: string | null;
  readonly roadmapId: Id | null;
  readonly measureId: Id | null;
  /** a role or position that is over */
  readonly isOver: boolean;
}

export interface Territory {
  readonly id: Id;
  readonly kind: "region" | "municipality";
  readonly parentId: Id | null;
}
