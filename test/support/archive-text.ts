import { strFromU8, unzipSync } from "fflate";

/** All texts of a file: of an archive, of office documents and of archives inside it; of anything else its own bytes read as UTF-8. */
export function textOf(raw: Uint8Array): string {
  if (strFromU8(raw.subarray(0, 2), true) !== "PK") return strFromU8(raw);
  return Object.entries(unzipSync(new Uint8Array(raw)))
    .map(([name, bytes]) => (/\.(docx|xlsx|zip)$/.test(name) ? textOf(bytes) : strFromU8(bytes)))
    .join("\n");
}
