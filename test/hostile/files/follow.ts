import type pg from "pg";
import type { Id } from "#shared/ids.ts";
import type { FaultKind } from "../judge-answer.ts";
import type { Tally } from "../tally.ts";
import type { Desk } from "./desk.ts";
import { judgePreview, judgeServed } from "./judge-served.ts";
import type { Lure } from "./hostile-file.ts";
import type { HostileFile } from "./make-file.ts";

/** Waiting for its turn included: jobs of one queue are done one after another. */
const PATIENCE_MS = 600_000;
const EVERY_MS = 200;

export interface Followed {
  readonly pool: pg.Pool;
  readonly lure: Lure;
  /** how a report comes by its evidence; undefined where nobody can give one */
  readonly giveEvidence: ((fileId: Id) => Promise<boolean>) | undefined;
  readonly tell: (kind: FaultKind | Tally["faults"][number]["kind"], what: string) => void;
}

interface Kept {
  readonly id: Id;
  readonly mediaType: string;
}

/**
 * Sends the file to every place that takes one and follows it to the end of what is done with it: the reading of a document, the picture of
 * its first page, the way it is given back. Returns whether it was taken in.
 */
export async function followFile(file: HostileFile, desk: Desk, doors: readonly string[], around: Followed) {
  for (const door of doors) if (door !== "file.upload") await desk.put(door, file);
  const first = keptIn(await desk.put("file.upload", file));
  if (!first) return false;
  const imported = await startImport(desk, first, file, around);
  const cited = imported ? keptIn(await desk.put("file.upload", file)) : first;
  if (!cited) return true;
  const isEvidence = file.number % 5 === 0 && (await around.giveEvidence?.(cited.id));
  if (!isEvidence) await citePaper(desk, cited.id, file.number);
  await jobsEnded(around, "fileId", cited.id);
  await served(desk, cited.id, file, around);
  return true;
}

/** The row of a file that was taken in. */
export function keptIn({ status, body }: { readonly status: number; readonly body: Buffer }): Kept | undefined {
  return status === 200 ? (JSON.parse(body.toString("utf8")) as Kept) : undefined;
}

/** As a document to read; true where it became one. */
async function startImport(desk: Desk, { id }: Kept, file: HostileFile, around: Followed): Promise<boolean> {
  const body = { territoryId: desk.territoryId, ownerOrganisationId: null, fileId: id, pasted: null, amends: null };
  const begun = await desk.ask("import.start", {}, body);
  if (begun.status !== 200) return false;
  const { id: importId } = JSON.parse(begun.body.toString("utf8")) as { id: Id };
  await jobsEnded(around, "importId", importId);
  const read = await desk.ask("import.read", { importId });
  const document = await desk.ask("import.document", { importId });
  for (const { body: seen } of [read, document])
    if (seen.includes(around.lure.secret)) around.tell("живое содержимое", "прочитан чужой файл");
  const { stage, status } = JSON.parse(read.body.toString("utf8") || "{}") as { stage?: string; status?: string };
  if (status === "reading" || stage === "reading") around.tell("зависание", "документ так и читается");
  await served(desk, id, file, around);
  await desk.ask("import.cancel", { importId });
  return true;
}

async function citePaper(desk: Desk, fileId: Id, number: number): Promise<void> {
  await desk.ask(
    "paper.register",
    {},
    {
      territoryId: desk.territoryId,
      kind: "regulation",
      number: "",
      datedOn: null,
      title: `Положение ${number}`,
      issuerOrganisationId: null,
      fileId,
    },
  );
}

/** Until no job about this file or import waits or runs; a job that had to be done again, or was given up, is told. */
async function jobsEnded({ pool, tell }: Followed, name: "fileId" | "importId", id: Id): Promise<void> {
  const until = performance.now() + PATIENCE_MS;
  for (;;) {
    const { rows } = await pool.query<{ waiting: number; failed: number; again: number }>(
      `select count(*) filter (where state in ('created', 'active', 'retry'))::int as waiting,
         count(*) filter (where state in ('failed', 'cancelled'))::int as failed, coalesce(max(retry_count), 0)::int as again
       from pgboss.job where data->>'${name}' = $1`,
      [id],
    );
    const { waiting, failed, again } = rows[0]!;
    if (waiting === 0) {
      if (failed > 0 || again > 0) tell("500", `работа ${name}: отказов ${failed}, повторов ${again}`);
      return;
    }
    if (performance.now() > until) return tell("зависание", `работа ${name} не кончилась`);
    await new Promise((rest) => setTimeout(rest, EVERY_MS));
  }
}

/** Fetches the file and the picture of it, and judges how they are given back. */
export async function served(
  desk: Desk,
  fileId: Id,
  file: HostileFile,
  { tell }: Pick<Followed, "tell">,
): Promise<void> {
  const got = await desk.ask("file.download", { fileId });
  if (got.status === 200) {
    const wrong = judgeServed(got, file);
    if (wrong) tell("живое содержимое", wrong);
    const type = String(got.headers["content-type"]);
    if (!file.wrap && !type.startsWith("image/") && !got.body.equals(file.bytes))
      tell("живое содержимое", "отдано не то");
  } else tell("не по договору", `не отдан: ${got.status} ${got.body.toString("utf8").slice(0, 200)}`);
  for (const size of ["small", "large"]) {
    const picture = await desk.ask("file.preview", { fileId, size });
    const wrong = picture.status === 200 ? judgePreview(picture) : undefined;
    if (wrong) tell("живое содержимое", wrong);
  }
}
