import { AT_TEXT, field, sha256 } from "./row-text.ts";

/** A row under a seal: its identifier and the hash of its content. */
export interface Member {
  readonly id: string;
  readonly hash: string;
}

/** A seal over a batch of rows, bound to the seal before it; hashes in hexadecimal. */
export interface Seal {
  readonly no: number;
  /** UTC to the microsecond, by the real clock */
  readonly at: string;
  readonly previous: string;
  readonly rows: number;
  readonly members: Buffer;
  readonly hash: string;
}

/** What `journal_seal` is read by; hashes in hexadecimal. */
export const SEAL_COLUMNS = `no::int as no, ${AT_TEXT} as at, encode(previous, 'hex') as previous, rows, members, encode(hash, 'hex') as hash`;

/** What the first seal is bound to. */
export const BEGINNING = "0".repeat(64);
const ID_BYTES = 16;
const MEMBER_BYTES = 48;

/** Closes a batch: the rows in the order given, after the seal named. */
export function makeSeal(
  previous: Pick<Seal, "no" | "hash"> | undefined,
  at: string,
  members: readonly Member[],
): Seal {
  const packed = Buffer.concat(members.map(({ id, hash }) => Buffer.from(id.replaceAll("-", "") + hash, "hex")));
  const open = {
    no: (previous?.no ?? 0) + 1,
    at,
    previous: previous?.hash ?? BEGINNING,
    rows: members.length,
    members: packed,
  };
  return { ...open, hash: sealHash(open) };
}

/** What the hash of a seal must be by its own content. */
export function sealHash({ no, at, previous, rows, members }: Omit<Seal, "hash">): string {
  const head = ["orientir-seal-1", String(no), at, previous, String(rows)].map(field).join("");
  return sha256(Buffer.concat([Buffer.from(head), members])).toString("hex");
}

/** The rows under a seal, in order. */
export function membersOf({ members }: Pick<Seal, "members">): Member[] {
  return Array.from({ length: Math.floor(members.length / MEMBER_BYTES) }, (_, at) => {
    const one = members.subarray(at * MEMBER_BYTES, (at + 1) * MEMBER_BYTES);
    const hex = one.toString("hex", 0, ID_BYTES);
    const id = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
    return { id, hash: one.toString("hex", ID_BYTES) };
  });
}
