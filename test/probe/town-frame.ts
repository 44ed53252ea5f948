import { Readable } from "node:stream";
import type { FileStore } from "#platform/files/store.ts";
import { makeId, type Id } from "#shared/ids.ts";
import { markOf } from "./marks.ts";
import type { Put, TownPeople } from "./people.ts";
import type { Persona } from "./place.ts";

/** When everything of the probed world happened. */
export const ON = "2026-10-05T05:00:00Z";

/** A municipality while it is being filled. */
export interface Place {
  readonly put: Put;
  readonly files: FileStore;
  readonly territoryId: Id;
  readonly people: TownPeople;
  readonly authorityId: Id;
  readonly centreId: Id;
  readonly schoolIds: readonly [Id, Id];
}

/** A file with words of its own, put up by the person, of the owner where one is named. */
export async function givenFile(
  put: Put,
  files: FileStore,
  territoryId: Id,
  by: Persona,
  owner: { readonly kind: "report" | "paper" | "import"; readonly id: Id } | null,
): Promise<Id> {
  const id = makeId();
  const received = await files.receive(Readable.from([Buffer.from(`Содержание ${markOf(id)}\n`)]));
  await files.adopt(received);
  await put("stored_file", {
    territory_id: territoryId,
    id,
    sha256: received.sha256,
    name: `${markOf(id)}.txt`,
    media_type: "text/plain",
    bytes: received.bytes,
    owner_kind: owner?.kind ?? null,
    owner_id: owner?.id ?? null,
    uploaded_by: by.personId,
    uploaded_at: ON,
    preview_state: "made",
  });
  const { sha256, bytes } = received;
  await put("file_preview", {
    territory_id: territoryId,
    file_id: id,
    size: "small",
    sha256,
    bytes,
    width: 9,
    height: 9,
  });
  return id;
}
