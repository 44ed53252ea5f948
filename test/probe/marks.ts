import { createHash } from "node:crypto";
import { unzipSync } from "fflate";
import type { Id } from "#shared/ids.ts";

/**
 * A word that stands in the text of one row and nowhere else: whoever meets it in an answer has seen that row. It is made of the row's
 * identifier, so that rows made by the program itself can be marked too.
 */
export function markOf(id: Id): string {
  return `метка${createHash("sha256").update(id).digest("hex").slice(0, 14)}`;
}

/** Names nothing and stands where the other would: several rows are taken in the order of their identifiers. */
export const idBeside = (id: Id): Id => id.slice(0, -1) + (id.endsWith("0") ? "1" : "0");

const MARK = /метка[0-9a-f]{14}/g;
const ID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** when a workbook was made */
const INSTANT = /\d{4}-\d\d-\d\dT[\d:.]+Z/g;

export interface Seen {
  readonly ids: ReadonlySet<Id>;
  readonly marks: ReadonlySet<string>;
  /** the whole text without them */
  readonly text: string;
}

/** Every identifier and mark in an answer: in its text, in the parts of a workbook or a document. */
export function seenIn(content: Buffer): Seen {
  const text = textOf(content);
  const without = text.replace(MARK, "").replace(ID, "").replace(INSTANT, "");
  return { ids: new Set(text.match(ID) ?? []), marks: new Set(text.match(MARK) ?? []), text: without };
}

function textOf(content: Buffer): string {
  if (content.subarray(0, 2).toString("latin1") !== "PK") return content.toString("utf8");
  const parts = Object.values(unzipSync(content));
  return parts.map((part) => Buffer.from(part).toString("utf8")).join("\n");
}
