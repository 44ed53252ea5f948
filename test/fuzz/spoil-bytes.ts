import type { Random } from "./random.ts";

type Spoil = (bytes: Uint8Array, random: Random) => Uint8Array;

const flipped: Spoil = (bytes, random) => {
  const spoilt = bytes.slice();
  const times = 1 + random.int(random.oneIn(4) ? 200 : 6);
  for (let n = 0; n < times && spoilt.length > 0; n += 1) spoilt[random.int(spoilt.length)]! ^= 1 << random.int(8);
  return spoilt;
};

const cutShort: Spoil = (bytes, random) => bytes.slice(0, random.int(bytes.length + 1));

const holed: Spoil = (bytes, random) => {
  const from = random.int(bytes.length);
  return joined([bytes.subarray(0, from), bytes.subarray(Math.min(bytes.length, from + 1 + random.int(400)))]);
};

const doubled: Spoil = (bytes, random) => {
  const from = random.int(bytes.length);
  const piece = bytes.subarray(from, from + 1 + random.int(2000));
  return joined([bytes.subarray(0, from), piece, piece, bytes.subarray(from)]);
};

const overwritten: Spoil = (bytes, random) => {
  const spoilt = bytes.slice();
  const from = random.int(bytes.length);
  spoilt.fill(random.pick([0x00, 0xff, 0x20, 0x30, 0x39, 0x3c]), from, from + 1 + random.int(64));
  return spoilt;
};

const SPOILS: readonly Spoil[] = [flipped, flipped, cutShort, holed, doubled, overwritten];

/** A file hurt as disks, lines and careless programs hurt it: bits turned, ends cut off, pieces lost, doubled or overwritten. */
export function spoilBytes(bytes: Uint8Array, random: Random): Uint8Array {
  return random.pick(SPOILS)(bytes, random);
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts));
}
