import type { Tampering } from "./prey.ts";
import { APART } from "./tamper-apart.ts";
import { ROWS } from "./tamper-rows.ts";
import { SEALS } from "./tamper-seals.ts";

/** Every way in which somebody with all rights in the database, and some with the file too, would rewrite the journal. */
export const TAMPERINGS: Readonly<Record<string, Tampering>> = { ...ROWS, ...SEALS, ...APART };
