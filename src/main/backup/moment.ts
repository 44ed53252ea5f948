import type { ClientBase } from "pg";
import { TIME_ZONES } from "#features/places/model/time-zones.ts";

/** The zone that the installation lives by: its regions' own, the demonstration's where there is no other; undefined where there are several. */
export async function installationZone(client: Pick<ClientBase, "query">): Promise<string | undefined> {
  const { rows } = await client.query<{ time_zone: string }>(
    `select distinct time_zone from territory where kind = 'region'
       and is_demo = not exists (select from territory where kind = 'region' and not is_demo)`,
  );
  return rows.length === 1 ? rows[0]!.time_zone : undefined;
}

const WORDS = { day: "numeric", month: "long", year: "numeric", hour: "2-digit", minute: "2-digit" } as const;

/** An instant by the clock of a zone, which is named: «10 декабря 2021 в 09:20 (Москва, МСК)»; of this computer's where the zone is not a Russian one. */
export function momentIn(zone: string | undefined, at: Date): string {
  const known = TIME_ZONES.find((one) => one.zone === zone);
  const text = new Intl.DateTimeFormat(
    "ru",
    known ? { ...WORDS, timeZone: known.zone } : { ...WORDS, timeZoneName: "short" },
  )
    .format(at)
    .replace(/\s*г\./u, "");
  return known ? `${text} (${known.name})` : text;
}
