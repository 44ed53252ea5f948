import type { FuzzKind } from "./documents.ts";
import { randomOf } from "./random.ts";
import { spoilArchive } from "./spoil-archive.ts";
import { spoilBytes } from "./spoil-bytes.ts";
import { spoilMarkup } from "./spoil-markup.ts";
import { spoilText } from "./spoil-text.ts";

export interface Spoilt {
  readonly kind: FuzzKind;
  readonly name: string;
  readonly bytes: Uint8Array;
}

const ARCHIVES: ReadonlySet<FuzzKind> = new Set(["docx", "xlsx", "odt"]);

/** longer than any text that is read, so that the refusal is tried too; what the spoiling itself takes is no figure of the reader */
const LONGEST = 16_000_000;

/** The file that a number means: kinds in turn, its document and its hurts decided by the number alone. */
export function spoiltFile(
  number: number,
  whole: Readonly<Record<FuzzKind, readonly Uint8Array[]>>,
  canary: string,
): Spoilt {
  const random = randomOf(number);
  const kinds = Object.keys(whole) as FuzzKind[];
  const kind = kinds[number % kinds.length]!;
  let bytes = random.pick(whole[kind]);
  if (ARCHIVES.has(kind)) bytes = random.oneIn(4) ? spoilBytes(bytes, random) : spoilArchive(bytes, random, canary);
  else if (random.oneIn(4)) bytes = spoilBytes(bytes, random);
  else {
    let text = new TextDecoder().decode(bytes);
    const times = 1 + random.int(4);
    for (let n = 0; n < times && text.length < 4_000_000; n += 1)
      text = (kind === "html" ? spoilMarkup(text, random, canary) : spoilText(text, random)).slice(0, LONGEST);
    bytes = new TextEncoder().encode(text);
  }
  // a name that lies is met as often as a name that is lost
  const name = random.oneIn(20) ? `план.${random.pick(kinds)}` : `план.${kind}`;
  return { kind, name, bytes };
}
