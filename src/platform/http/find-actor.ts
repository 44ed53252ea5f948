import type { Actor } from "#shared/actor.ts";
import type { Id } from "#shared/ids.ts";
import type { Problem } from "#shared/problem.ts";
import type { Question } from "#platform/db/database.ts";

/** What names whoever asks. */
export interface Credentials {
  readonly cookies: Readonly<Record<string, string | undefined>>;
  readonly authorization: string | undefined;
  /** came over TLS */
  readonly secure?: boolean;
}

/** Who asks, as the credentials tell. */
export interface FoundActor {
  readonly actor: Actor;
  /** to be noted as seen just now */
  readonly staleSessionId?: Id;
  /** what must be done before anything else is answered */
  readonly barred?: Problem;
}

export interface WhoQuestion extends Question {
  /** of the same credentials the same at any time; tells nothing of them */
  readonly key: string;
}

/**
 * How a request's actor is found; sign-in before the territory is known happens here, outside the tenant tables. The question goes to
 * the database in the journey that opens the transaction.
 */
export interface FindActor {
  /** what looks the credentials up; undefined where there are none */
  question(credentials: Credentials): WhoQuestion | undefined;
  /** who that is, from the rows of the question */
  found(rows: readonly unknown[]): FoundActor;
  /** whether two answers name the same actor with the same rights on any day, whenever last seen */
  sameActor(rows: readonly unknown[], other: readonly unknown[]): boolean;
}
