import { makeId, type Id } from "#shared/ids.ts";
import type { Actor } from "#shared/actor.ts";
import type { UseCaseContext } from "#platform/http/route.ts";
import { journalWriter } from "#platform/journal/journal.ts";
import type { Program } from "./program.ts";

/** Does a piece of work in one territory as the program itself, in one transaction: use cases that nobody asked for by a request. */
export async function asSystem<T>(
  program: Program,
  territoryId: Id,
  work: (context: UseCaseContext) => Promise<T>,
): Promise<T> {
  const { clock, files, installation } = program;
  const actor: Actor = { kind: "system", territoryId };
  return program.database.within({ person: undefined, reads: [territoryId], writes: [territoryId] }, (tx) =>
    work({
      actor,
      tx,
      clock,
      newId: makeId,
      files,
      installation,
      journal: journalWriter(tx, actor, clock, makeId),
      send: program.jobs.senderFor(tx),
    }),
  );
}
