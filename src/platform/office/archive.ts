import { unzipSync } from "fflate";
import { OfficeRefusal } from "./problems.ts";

const MOST_ENTRIES = 4000;
/** of the parts that are read: text alone, pictures stay packed */
const MOST_BYTES = 64 * 1024 * 1024;
const MOST_RATIO = 300;
/** small parts of blank XML may shrink by any ratio and harm nobody */
const RATIO_FROM = 4 * 1024 * 1024;

/**
 * Unpacks the wanted parts of an Office archive into memory. Names, sizes and ratios are checked before anything is unpacked, and a part
 * never grows beyond the size it declares. Throws OfficeRefusal.
 */
export function unpack(bytes: Uint8Array, wanted: (name: string) => boolean): ReadonlyMap<string, Uint8Array> {
  let entries = 0;
  let total = 0;
  const files = refuseDamaged(() =>
    unzipSync(bytes, {
      filter: ({ name, size, originalSize }) => {
        entries += 1;
        if (entries > MOST_ENTRIES) throw new OfficeRefusal("office-bomb");
        if (!wanted(name)) return false;
        total += originalSize;
        const swollen = originalSize > RATIO_FROM && originalSize > size * MOST_RATIO;
        if (total > MOST_BYTES || swollen) throw new OfficeRefusal("office-bomb");
        return true;
      },
    }),
  );
  return new Map(Object.entries(files));
}

/** A part as text. The platform's own decoder takes a third of the time of the web's. */
export function textOf(part: Uint8Array): string {
  return Buffer.from(part.buffer, part.byteOffset, part.byteLength).toString("utf8");
}

/** Names of the parts, nothing unpacked. Throws OfficeRefusal. */
export function partNames(bytes: Uint8Array): readonly string[] {
  const names: string[] = [];
  refuseDamaged(() =>
    unzipSync(bytes, {
      filter: ({ name }) => {
        if (names.push(name) > MOST_ENTRIES) throw new OfficeRefusal("office-bomb");
        return false;
      },
    }),
  );
  return names;
}

function refuseDamaged<Value>(work: () => Value): Value {
  try {
    return work();
  } catch (error) {
    throw error instanceof OfficeRefusal ? error : new OfficeRefusal("office-damaged");
  }
}
