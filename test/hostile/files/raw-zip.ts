import { crc32 } from "node:zlib";
import { deflateSync } from "fflate";
import { latin } from "./hostile-file.ts";

/** A part of an archive, told truly or not. */
export interface RawPart {
  readonly name: string;
  readonly content: Uint8Array;
  /** the name before the content itself, where it differs from the directory's */
  readonly localName?: string;
  readonly stored?: boolean;
  /** what the directory tells instead of the truth */
  readonly size?: number;
  readonly packed?: number;
  readonly flags?: number;
  readonly method?: number;
  /** takes the place of the part with this number: no bytes of its own */
  readonly sameAs?: number;
}

export interface RawZip {
  /** how many parts the end of the directory promises */
  readonly count?: number;
  /** where it says that the directory stands, against the truth */
  readonly shift?: number;
  readonly comment?: string;
  /** before the first part */
  readonly before?: Uint8Array;
}

/** An archive written by hand: every number in it may lie. */
export function rawZip(parts: readonly RawPart[], { count, shift = 0, comment = "", before }: RawZip = {}): Uint8Array {
  const pieces: Uint8Array[] = before ? [before] : [];
  let at = before?.length ?? 0;
  const places: { readonly at: number; readonly packed: Uint8Array }[] = [];
  for (const part of parts) {
    if (part.sameAs !== undefined) {
      places.push(places[part.sameAs]!);
      continue;
    }
    const packed = part.stored ? part.content : deflateSync(part.content, { level: 9 });
    const name = Buffer.from(part.localName ?? part.name, "utf8");
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    head.writeUInt16LE(20, 4);
    writeFacts(head, 6, part, packed);
    head.writeUInt16LE(name.length, 26);
    places.push({ at, packed });
    pieces.push(head, name, packed);
    at += head.length + name.length + packed.length;
  }
  const from = at;
  parts.forEach((part, index) => {
    const name = Buffer.from(part.name, "utf8");
    const { at: local, packed } = places[index]!;
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(20, 4);
    entry.writeUInt16LE(20, 6);
    writeFacts(entry, 8, parts[part.sameAs ?? index]!, packed, part);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(local, 42);
    pieces.push(entry, name);
    at += entry.length + name.length;
  });
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE((count ?? parts.length) & 0xffff, 8);
  end.writeUInt16LE((count ?? parts.length) & 0xffff, 10);
  end.writeUInt32LE(at - from, 12);
  end.writeUInt32LE((from + shift) >>> 0, 16);
  end.writeUInt16LE(comment.length, 20);
  return new Uint8Array(Buffer.concat([...pieces, end, latin(comment)]));
}

/** Flags, method, time, sum, packed and unpacked size: the same in both heads. */
function writeFacts(into: Buffer, at: number, part: RawPart, packed: Uint8Array, told: RawPart = part): void {
  into.writeUInt16LE((told.flags ?? 0) | 0x800, at);
  into.writeUInt16LE(told.method ?? (part.stored ? 0 : 8), at + 2);
  into.writeUInt32LE(0x5a210000, at + 4);
  into.writeUInt32LE(crc32(part.content), at + 8);
  into.writeUInt32LE((told.packed ?? packed.length) >>> 0, at + 12);
  into.writeUInt32LE((told.size ?? part.content.length) >>> 0, at + 16);
}
