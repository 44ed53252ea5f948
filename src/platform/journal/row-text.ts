import { createHash } from "node:crypto";

/** A row of the journal as the hash sees it: every value as the database prints it, `at` to the microsecond. */
export interface RowText {
  readonly id: string;
  readonly territory_id: string | null;
  readonly at: string;
  readonly person_id: string | null;
  readonly actor: string;
  readonly action: string;
  readonly subject_kind: string;
  readonly subject_id: string | null;
  readonly subject_key: string | null;
  readonly programme_id: string | null;
  readonly origin_id: string | null;
}

/** What `at` is printed by. */
export const AT_TEXT = `to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

/** An instant as `AT_TEXT` prints it: clocks of the program know milliseconds. */
export function atText(instant: Date): string {
  return instant.toISOString().replace("Z", "000Z");
}

/** A field by its length, so that nothing can move from one field to the next unseen. */
export function field(value: string | null): string {
  return value === null ? "-" : `${Buffer.byteLength(value)}:${value}`;
}

/** All of a row before its two JSON values, which the database prints in its own way. */
export function rowPrefix(row: RowText): string {
  const { id, territory_id, at, person_id, actor, action, subject_kind, subject_id, subject_key } = row;
  return ["1", id, territory_id, at, person_id, actor, action, subject_kind, subject_id, subject_key]
    .concat([row.programme_id, row.origin_id] as string[])
    .map(field)
    .join("");
}

/** The hash of a whole row. */
export function rowHash(row: RowText, detail: string, changes: string): Buffer {
  return sha256(`${rowPrefix(row)}${field(detail)}${field(changes)}`);
}

/** The hash that stands in the journal for a personal value: salted, so that it tells nothing once the salt is destroyed. */
export function personalHash(salt: Uint8Array, value: string | null): string | null {
  return value === null ? null : createHash("sha256").update(salt).update(value).digest("hex");
}

export function sha256(text: string | Uint8Array): Buffer {
  return createHash("sha256").update(text).digest();
}
