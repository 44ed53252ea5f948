import type { z } from "zod";
import type { Readable } from "node:stream";
import type { Actor } from "#shared/actor.ts";
import type { MakeId } from "#shared/ids.ts";
import type { ProblemTable } from "#shared/problem.ts";
import type { Tx } from "#platform/db/database.ts";
import type { Clock } from "#platform/clock/clock.ts";
import type { FileStore, ReceivedFile } from "#platform/files/store.ts";
import type { SendJob } from "#platform/jobs/send-job.ts";
import type { JournalEntry } from "#platform/journal/journal.ts";
import type { Installation } from "./installation.ts";

/** The first door: may this actor ask at all? What it may see or change is decided in the use case, on the loaded rows. */
export interface RoutePolicy {
  readonly name: string;
  allows(actor: Actor): boolean;
}

/** Anyone, signed in or not. */
export const anyone: RoutePolicy = { name: "anyone", allows: () => true };
/** A person in a session, or a token that reads for one. */
export const signedIn: RoutePolicy = {
  name: "signedIn",
  allows: (actor) => actor.kind === "person" || actor.kind === "token",
};
/** A person in a session. */
export const personOnly: RoutePolicy = { name: "personOnly", allows: (actor) => actor.kind === "person" };

/** What a use case is given; inside it only `tx` reaches the database. */
export interface UseCaseContext {
  readonly actor: Actor;
  readonly tx: Tx;
  readonly clock: Clock;
  readonly newId: MakeId;
  readonly files: FileStore;
  /** writes one journal row in the same transaction */
  readonly journal: (entry: JournalEntry) => Promise<void>;
  /** queues a job in the same transaction */
  readonly send: SendJob;
  /** what this installation is set to: keys, mail, the second step of sign-in */
  readonly installation: Installation;
}

export interface RequestContext<Params, Query, Body> extends UseCaseContext {
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  readonly cookies: Readonly<Record<string, string | undefined>>;
  readonly agent: string;
  readonly address: string;
  /** the stamp of what the client has already, as it was sent */
  readonly ifNoneMatch: string | undefined;
  /** came over TLS, as the trusted proxy says */
  readonly secure: boolean;
  readonly upload: Upload | undefined;
  /** what the route's `before` returned */
  readonly prepared: unknown;
  /** done after the request's transaction, whichever way it ended, in a short one of its own: what must be counted though it is refused */
  readonly afterwards: (work: (tx: Tx) => Promise<unknown>) => void;
}

/** A file received and not yet adopted; dropped after the answer where no use case adopts it. */
export interface Upload extends ReceivedFile {
  readonly name: string;
  /** hash of what was sent, where another file was put in its place */
  readonly sentAs?: string;
}

/** What a received file is looked at with, before the transaction opens. */
export interface ReceivedRequest<Query> {
  readonly actor: Actor;
  readonly query: Query;
  readonly files: FileStore;
}

/** What a file is put together with, before the transaction opens. */
export interface GatherRequest<Params, Body> {
  readonly actor: Actor;
  readonly params: Params;
  readonly body: Body;
  readonly files: FileStore;
  /** one short transaction that reads with the actor's reach */
  read<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
}

/** A reply that is not JSON: a file for download, or a cookie set beside JSON. */
export interface RawReply {
  readonly raw: true;
  readonly status?: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly content: Uint8Array | Readable | string | ((answer: GoingAnswer) => Readable);
}

/** An answer on its way, of which no byte has gone yet. */
export interface GoingAnswer {
  /** nobody keeps it, whatever its headers have said; of no effect once the first byte has gone */
  readonly forget: () => void;
}

export interface JsonReply<Reply> {
  readonly json: Reply;
  readonly setCookies: readonly string[];
  /** the person leaves: the browser is told to drop the pages it keeps for its «back» */
  readonly leaves?: true;
}

/** A half of a sign, left where a long name was cut. */
const LONE_SURROGATE = /\p{Surrogate}/gu;

/** What is saved, and a picture that is shown, runs nothing even where a browser would make a page of it; the viewer of PDF needs its own page. */
const NOTHING_RUNS = "default-src 'none'; img-src 'self' data:; style-src 'unsafe-inline'; sandbox";

/** The viewer of PDF stands in a frame of our own pages, and of nobody else's; only a PDF that does nothing is shown (decision 017). */
const FRAMED_BY_US =
  "default-src 'self'; object-src 'none'; style-src 'self' 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

/** A file to save under `name`, or to show in the browser where `inline`. */
export function download(content: Uint8Array | Readable, name: string, mediaType: string, inline = false): RawReply {
  const fileName = encodeURIComponent(name.replace(LONE_SURROGATE, ""));
  const disposition = `${inline ? "inline" : "attachment"}; filename*=UTF-8''${fileName}`;
  return {
    raw: true,
    headers: {
      "content-type": mediaType,
      "content-disposition": disposition,
      "x-content-type-options": "nosniff",
      "content-security-policy": inline && mediaType === "application/pdf" ? FRAMED_BY_US : NOTHING_RUNS,
    },
    content,
  };
}

export interface BeforeRequest<Params, Body> {
  readonly actor: Actor;
  readonly params: Params;
  readonly body: Body;
  readonly address: string;
  readonly clock: Clock;
  readonly cookies: Readonly<Record<string, string | undefined>>;
  /** came over TLS, as the trusted proxy says */
  readonly secure: boolean;
  readonly installation: Installation;
  /** whoever asks has not gone away yet */
  isThere(): boolean;
  /** one short transaction without a reach, for the narrow look-ups of sign-in */
  ask<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** one short transaction of its own that writes: what it did stands though the request is refused */
  apart<T>(work: (context: Pick<UseCaseContext, "tx" | "journal">) => Promise<T>): Promise<T>;
}

export interface RouteSpec<Params, Query, Body, Reply> {
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** «/api/programmes/:programmeId» */
  readonly path: `/api/${string}`;
  /** stable name, noun.verb: «report.submit» */
  readonly action: string;
  /** one English line for the OpenAPI document */
  readonly summary: string;
  readonly policy: RoutePolicy;
  readonly params?: z.core.$ZodType<Params>;
  readonly query?: z.core.$ZodType<Query>;
  readonly body?: z.core.$ZodType<Body>;
  /** shape of the JSON reply; left out for downloads */
  readonly reply?: z.core.$ZodType<Reply>;
  /** the problems it may answer beside the common ones */
  readonly problems: ProblemTable;
  /** tables it may touch, for probes and readers */
  readonly touches: readonly string[];
  /** a POST that only reads (a search with a body), a write whose answer holds secrets, or one that asked twice does the same: no Idempotency-Key is kept */
  readonly replay?: "never";
  /** its statements are many joins for few rows: planned once a connection (`Database.within`) */
  readonly planOnce?: true;
  /** answered also to one who must first set up a second step of sign-in */
  readonly whileBarred?: true;
  /** takes one multipart file in the field `file` */
  readonly takesFile?: boolean;
  /** Slow work that must not hold a transaction (hashing a password); what it returns is `context.prepared`. */
  before?(request: BeforeRequest<Params, Body>): Promise<unknown>;
  /**
   * Slow work with the received file that must not hold a transaction (what it is, cleaning, scanning). It may put another file in its
   * place, and drops the first one then; what it says besides is `context.prepared`.
   */
  received?(upload: Upload, request: ReceivedRequest<Query>): Promise<{ upload: Upload; prepared: unknown }>;
  /** As `received`, of a file that the server has in parts already; it is dropped after the answer where no use case adopts it. */
  gather?(request: GatherRequest<Params, Body>): Promise<{ upload: Upload | undefined; prepared: unknown }>;
  handle(context: RequestContext<Params, Query, Body>): Promise<Reply | RawReply | JsonReply<Reply>>;
}

// oxlint-disable-next-line typescript/no-explicit-any -- a table of routes of different shapes; each is checked where it is declared
export type Route = RouteSpec<any, any, any, any>;

/** Declares a route. Leaving out the policy, the action or the problems does not compile. */
export function route<Params = unknown, Query = unknown, Body = unknown, Reply = unknown>(
  spec: RouteSpec<Params, Query, Body, Reply>,
): Route {
  return spec;
}
