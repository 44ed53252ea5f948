import type { Expected } from "./expected.ts";
import type { Ledger } from "./ledger.ts";
import { checkFiles } from "./verify-files.ts";
import { checkIntegrity } from "./verify-integrity.ts";
import { checkJournal } from "./verify-journal.ts";
import { checkNotes } from "./verify-notes.ts";
import { checkReadable, type Reader } from "./verify-readable.ts";
import { checkRows } from "./verify-rows.ts";

/** What may be wrong after a fault. */
export type Harm = "lost" | "duplicated" | "half" | "unreadable";

export interface Finding {
  readonly harm: Harm;
  readonly what: string;
}

export type Note = (harm: Harm, what: string) => void;
export type Rows = <Row extends object = Record<string, any>>(text: string, values?: unknown[]) => Promise<Row[]>;

export interface Evidence {
  readonly territoryId: string;
  readonly expected: Expected;
  readonly ledger: Ledger;
  /** SQL as the owner, past both walls */
  readonly rows: Rows;
  /** asks the program as the person who wrote; undefined leaves the interface out */
  readonly reader: Reader | undefined;
  /** of the file store */
  readonly filesFolder: string;
}

/** Compares what stands with what was acknowledged: in the database, on the disk and through the program's own interface. */
export async function verify(evidence: Evidence): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  const note: Note = (harm, what) => findings.push({ harm, what });
  for (const { deed, status, code } of evidence.ledger.refused)
    note("half", `${deed.action} (попыток ${deed.tries}) отвергнуто: ${status} ${code}`);
  for (const { deed, status, code } of evidence.ledger.answeredOtherwise)
    note("duplicated", `${deed.action}: на повтор с тем же ключом другой ответ: ${status} ${code}`);
  for (const fault of evidence.ledger.broken) note("unreadable", `пишущий сбился: ${fault}`);
  for (const deed of evidence.ledger.unanswered) note("lost", `${deed.action}: ответа не было (попыток ${deed.tries})`);
  await checkRows(evidence, note);
  await checkNotes(evidence, note);
  await checkJournal(evidence, note);
  await checkFiles(evidence, note);
  await checkIntegrity(evidence, note);
  if (evidence.reader) await checkReadable(evidence, evidence.reader, note);
  return findings;
}
