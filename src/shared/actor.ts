import type { Id } from "./ids.ts";

/** Roles of a person at a place. */
export const ROLES = [
  "administrator",
  "region_specialist",
  "region_expert",
  "officer",
  "methodologist",
  "authority_head",
  "school_head",
  "deputy",
  "curator",
  "network_administrator",
  "community_head",
  "teacher",
  "reader",
] as const;
export type Role = (typeof ROLES)[number];

/** A role in force today: at a territory, or at one organisation of it. */
export interface Assignment {
  readonly role: Role;
  readonly territoryId: Id;
  readonly territoryKind: "region" | "municipality";
  readonly organisationId: Id | null;
}

export interface PersonActor {
  readonly kind: "person";
  readonly personId: Id;
  readonly accountId: Id;
  readonly sessionId: Id;
  readonly assignments: readonly Assignment[];
  /** the region of a region user with its municipalities, by parent: territory → region */
  readonly regionOf: Readonly<Record<Id, Id>>;
}

/** A program acting for a person by an access token: it reads what the person reads and writes nothing. */
export interface TokenActor {
  readonly kind: "token";
  readonly personId: Id;
  readonly accountId: Id;
  readonly tokenId: Id;
  readonly assignments: readonly Assignment[];
  readonly regionOf: Readonly<Record<Id, Id>>;
}

/** The worker and the command line, for one territory. */
export interface SystemActor {
  readonly kind: "system";
  readonly territoryId: Id;
}

export interface PublicActor {
  readonly kind: "public";
}

export type Actor = PersonActor | TokenActor | SystemActor | PublicActor;
export type KnownActor = PersonActor | TokenActor;
