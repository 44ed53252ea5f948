import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Evidence, Note } from "./verify.ts";

/** Each acknowledged file has one row and its bytes, each row its file on the disk, each file on the disk a row. */
export async function checkFiles({ rows, expected, territoryId, filesFolder }: Evidence, note: Note): Promise<void> {
  const stand = await rows(
    "select id, sha256, name, bytes::int as bytes, owner_id from stored_file where territory_id = $1",
    [territoryId],
  );
  const byId = new Map(stand.map((row) => [row["id"], row]));
  const told = new Set(expected.files.map(({ id }) => id));
  for (const row of stand)
    if (!told.has(row["id"])) note("duplicated", `файл ${row["name"]}: о такой записи никому не сказано`);
  for (const file of expected.files) {
    const row = byId.get(file.id);
    if (!row) note("lost", `файла ${file.name} нет`);
    else if (row["sha256"] !== file.sha256 || row["bytes"] !== file.bytes) note("half", `файл ${file.name}: не тот`);
    else if (file.reportId && row["owner_id"] !== file.reportId) note("half", `файл ${file.name} ничей`);
  }
  const known = new Set([
    ...stand.map((row) => row["sha256"]),
    ...(await rows("select sha256 from document_import")).map((row) => row["sha256"]),
  ]);
  const onDisk = await hashesOnDisk(filesFolder, note);
  for (const sha256 of known) if (!onDisk.has(sha256)) note("half", `запись без файла на диске: ${sha256}`);
  for (const sha256 of onDisk) if (!known.has(sha256)) note("half", `файл на диске без записи: ${sha256}`);
}

async function hashesOnDisk(folder: string, note: Note): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  for (const shelf of await readdir(folder).catch(() => [])) {
    if (!/^[0-9a-f]{2}$/.test(shelf)) continue;
    for (const name of await readdir(join(folder, shelf))) {
      const content = await readFile(join(folder, shelf, name));
      if (/^[0-9a-f]{64}$/.test(name)) found.add(name);
      if (createHash("sha256").update(content).digest("hex") !== name)
        note("unreadable", `файл на диске не то, чем назван: ${name}`);
    }
  }
  return found;
}
