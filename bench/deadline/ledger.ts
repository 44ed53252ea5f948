import { asked } from "../ground.ts";

interface Saved {
  readonly version: number;
  readonly text: string;
  readonly state: "draft" | "submitted";
  readonly fileIds: readonly string[];
}

/** What the server said is kept: the last word of every report, and every file. */
export interface Ledger {
  readonly reports: Map<string, Saved>;
  readonly files: Map<string, number>;
}

export const newLedger = (): Ledger => ({ reports: new Map(), files: new Map() });

/** How much of what was acknowledged the database does not have as it was acknowledged. */
export async function lostOf(url: string, { reports, files }: Ledger): Promise<number> {
  const ids = [...reports.keys()];
  const found = await asked<{ id: string; version: number; text: string; state: string; files: string[] }>(
    url,
    `select r.id, r.version, r.text, r.state, array(select e.file_id from evidence e
       where e.territory_id = r.territory_id and e.report_id = r.id and e.file_id is not null order by e.ordinal) as files
     from report r where r.id = any ($1)`,
    [ids],
  );
  const stored = new Map(found.map((row) => [row.id, row]));
  const lost = ids.filter((id) => {
    const [said, row] = [reports.get(id)!, stored.get(id)];
    return (
      row?.version !== said.version ||
      row.text !== said.text ||
      row.state !== said.state ||
      row.files.join() !== said.fileIds.join()
    );
  });
  const kept = await asked<{ id: string; bytes: number }>(
    url,
    "select id, bytes::int from stored_file where id = any ($1)",
    [[...files.keys()]],
  );
  const bytes = new Map(kept.map((row) => [row.id, row.bytes]));
  return lost.length + [...files].filter(([id, size]) => bytes.get(id) !== size).length;
}
