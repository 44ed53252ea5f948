import { createHash } from "node:crypto";
import { inLatin } from "../model/password.ts";
import { BREACHED } from "./breached-list.ts";

let parts: Uint32Array | undefined;

/** The list is read when the first password is set: most runs of the program see none. */
function list(): Uint32Array {
  if (parts) return parts;
  const bytes = Buffer.from(BREACHED, "hex");
  return (parts = Uint32Array.from({ length: bytes.length / 4 }, (_, at) => bytes.readUInt32BE(at * 4)));
}

/**
 * Whether a password stands among the commonest of those that became known in breaches (OWASP ASVS 5.0, 6.2.4 and 6.2.12): as it is, as
 * it comes out in the Latin layout, and each without the tail of digits and signs that is put on when a form asks for them. Nobody is
 * asked: the list is in the program. One fresh password of some thirty thousand is taken for a breached one.
 */
export function isBreached(password: string): boolean {
  const text = password.normalize("NFC").toLowerCase();
  const forms = [text, inLatin(text)].flatMap((form) => [form, form.replace(/[^\p{L}]+$/u, "")]);
  return [...new Set(forms)].some((form) => holds(partOf(form)));
}

const partOf = (text: string) => createHash("sha256").update(text).digest().readUInt32BE();

function holds(part: number): boolean {
  const sorted = list();
  let [low, high] = [0, sorted.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const one = sorted[middle]!;
    if (one === part) return true;
    if (one < part) low = middle + 1;
    else high = middle - 1;
  }
  return false;
}
