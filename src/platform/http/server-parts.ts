import type { Clock } from "#platform/clock/clock.ts";
import type { Database } from "#platform/db/database.ts";
import type { Replica } from "#platform/db/replica.ts";
import type { FileStore } from "#platform/files/store.ts";
import type { Jobs } from "#platform/jobs/jobs.ts";
import type { Answered } from "./answered.ts";
import type { ExpectedActors } from "./expected-actors.ts";
import type { FindActor } from "./find-actor.ts";
import type { Installation } from "./installation.ts";
import type { DrawPictures } from "./pages.ts";
import type { Route } from "./route.ts";

/** Whether it can serve, and what it stands on by name: whether each is in order. */
export interface Readiness {
  readonly ok: boolean;
  readonly checks: Readonly<Record<string, boolean>>;
}

export interface ServerParts {
  readonly routes: readonly Route[];
  readonly database: Database;
  /** answers what is only read, where one is set */
  readonly replica?: Pick<Replica, "within"> | undefined;
  readonly jobs: Jobs;
  readonly files: FileStore;
  readonly clock: Clock;
  readonly findActor: FindActor;
  readonly installation: Installation;
  /** folder of the built web client; undefined in tests of the interface alone */
  readonly webFolder: string | undefined;
  /** what draws the first pictures of its pages; without it the code draws everything */
  readonly pictures?: DrawPictures | undefined;
  /** addresses of the reverse proxy whose word on the client's address and TLS is taken; none by default */
  readonly proxy?: string | undefined;
  readonly ready?: (() => Promise<Readiness>) | undefined;
  /** where failures are told; personal data never goes there */
  readonly log: (line: string) => void;
  /** told of each answered request, for metrics and logs */
  readonly answered?: ((answered: Answered) => void) | undefined;
}

/** The parts of a server at work. */
export interface Serving extends ServerParts {
  readonly expected: ExpectedActors;
}
