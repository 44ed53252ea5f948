import type { Actor } from "#shared/actor.ts";
import type { Id } from "#shared/ids.ts";
import { field, sha256 } from "./row-text.ts";

export type Device = "computer" | "phone" | "tablet" | "program" | "unknown";

/** From where a request came, as its first line tells it. */
export interface RequestOrigin {
  readonly address: string;
  readonly agent: string;
}

/** A row of `journal_origin`: one a session, an address and a day. */
export interface Origin {
  readonly day: string;
  readonly person_id: Id | null;
  readonly session_id: Id | null;
  readonly token_id: Id | null;
  readonly address: string;
  readonly device: Device;
}

/** The class of a device from what a browser says of itself; never the browser's whole text, which would tell people apart. */
export function deviceOf(agent: string): Device {
  if (/iPad|Tablet|Android(?!.*Mobile)/u.test(agent)) return "tablet";
  if (/Mobi|iPhone|Android/u.test(agent)) return "phone";
  if (/Windows|Macintosh|X11|Linux/u.test(agent)) return "computer";
  return agent === "" ? "unknown" : "program";
}

/** Where an actor's request came from; the system has no such place. */
export function originOf(actor: Actor, { address, agent }: RequestOrigin, now: Date): Origin | undefined {
  if (actor.kind === "system") return undefined;
  return {
    day: now.toISOString().slice(0, 10),
    person_id: actor.kind === "public" ? null : actor.personId,
    session_id: actor.kind === "person" ? actor.sessionId : null,
    token_id: actor.kind === "token" ? actor.tokenId : null,
    address,
    device: deviceOf(agent),
  };
}

/** The identifier of an origin, made of its content: a row of the journal vouches for it, and equal origins are one row. */
export function originId({ day, person_id, session_id, token_id, address, device }: Origin): Id {
  const text = [day, person_id, session_id, token_id, address, device].map(field).join("");
  const hex = sha256(text).toString("hex");
  // the form of a UUID of version 8: «made by the program's own rule»
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
