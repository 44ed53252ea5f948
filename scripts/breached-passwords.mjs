import "./node-version.mjs";
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT, say } from "./command.mjs";

// node scripts/breached-passwords.mjs LIST: makes the set of breached passwords anew from a list of them, the commonest first, a line each.
// Only those that the program would otherwise take are of use: ten signs at least. What is written is a part of each one's hash, so that
// neither the sources nor the program hold anybody's password (docs/decisions/015-sign-in.md).
const FILE = "src/features/people/server/breached-list.ts";
const LEAST_SIGNS = 10;
const MOST = 37_000;

const [list] = process.argv.slice(2);
if (!list) {
  say("Назовите список паролей: node scripts/breached-passwords.mjs СПИСОК");
  process.exit(1);
}
const kept = new Set();
for (const line of readFileSync(list, "utf8").split(/\r?\n/)) {
  const password = line.normalize("NFC").toLowerCase();
  if ([...password].length >= LEAST_SIGNS) kept.add(password);
  if (kept.size === MOST) break;
}
const parts = [...new Set([...kept].map((one) => createHash("sha256").update(one).digest().readUInt32BE()))];
const bytes = Buffer.alloc(parts.length * 4);
parts.sort((one, other) => one - other).forEach((part, at) => bytes.writeUInt32BE(part, at * 4));
writeFileSync(
  join(ROOT, FILE),
  `/** The first four bytes of the SHA-256 of each of ${parts.length} breached passwords, hexadecimal, ascending; made by scripts/breached-passwords.mjs. */
export const BREACHED =
  "${bytes.toString("hex")}";
`,
);
