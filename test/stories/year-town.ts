import { resolve } from "node:path";
import type { AddressInfo } from "node:net";
import { expect } from "vitest";
import type { Id } from "#shared/ids.ts";
import type { LocalDate } from "#shared/local-date.ts";
import { cameLetters, type CameLetter } from "../support/came-letters.ts";
import { freePort, openMailServer } from "../support/mail-server.ts";
import { setClock, settledAtOnce } from "../support/set-clock.ts";
import { openWorld, type Persona, type World } from "../support/world.ts";
import type { Reader } from "./year-letters.ts";
import { AUTHORITY, CENTRE, LOW_RESULTS, SCHOOLS, type Bearer } from "./year-script.ts";

/** A district with the whole program listening on this machine, its pages, a mail server and a clock that the story moves. */
export interface YearTown {
  readonly world: World;
  readonly territoryId: Id;
  /** «http://127.0.0.1:40123» */
  readonly home: string;
  readonly organisations: ReadonlyMap<Bearer, { readonly id: Id; readonly name: string }>;
  readonly people: ReadonlyMap<Reader, Persona>;
  readonly administrator: Persona;
  person(reader: Reader): Persona;
  /** the hour of the day in the municipality */
  set(day: LocalDate, hour: number): void;
  /** all work done, also what was to wait */
  settle(): Promise<void>;
  /** the morning's round of reminders, where there is one, and the letters it sent: to whom, with what words */
  morning(day: LocalDate): Promise<{ readonly reader: Reader; readonly text: string }[]>;
  close(): Promise<void>;
}

export async function openYearTown(now: string): Promise<YearTown> {
  const mail = await openMailServer(await freePort());
  const port = await freePort();
  const home = `http://127.0.0.1:${port}`;
  const world = await openWorld({
    now,
    webFolder: resolve("dist/web"),
    installation: {
      publicUrl: home,
      smtpUrl: `smtp://127.0.0.1:${mail.port}`,
      mailFrom: "Ориентир <orientir@example.test>",
    },
  });
  await world.program.server.listen({ port, host: "127.0.0.1" });
  expect((world.program.server.server.address() as AddressInfo).port).toBe(port);
  const region = await world.territory({ kind: "region", name: "Приречная область" });
  const territoryId = await world.territory({ kind: "municipality", parentId: region, name: "Приречный район" });
  const organisations = new Map<Bearer, { id: Id; name: string }>();
  const people = new Map<Reader, Persona>();
  const organisation = async (bearer: Bearer, kind: "authority" | "methodological_centre" | "school", name: string) =>
    organisations.set(bearer, { id: await world.organisation(territoryId, kind, name), name });
  await organisation(AUTHORITY, "authority", "Управление образования");
  await organisation(CENTRE, "methodological_centre", "Методический центр");
  for (let at = 0; at < SCHOOLS; at += 1) {
    await organisation(at, "school", `СОШ № ${at + 1}`);
    const organisationId = organisations.get(at)!.id;
    people.set(at, await world.person([{ role: "school_head", territoryId, organisationId }], `Директор${at + 1}`));
    if (LOW_RESULTS.includes(at)) await world.designation(territoryId, organisationId, "low_results", "2025-09-01");
  }
  const atTerritory = async (reader: Reader, role: "officer" | "methodologist" | "authority_head", name: string) =>
    people.set(reader, await world.person([{ role, territoryId }], name));
  await atTerritory("officer", "officer", "Ветрова");
  await atTerritory("colleague", "officer", "Орлова");
  await atTerritory("methodologist", "methodologist", "Лапина");
  await atTerritory("above", "authority_head", "Соколова");
  const administrator = await world.person([{ role: "administrator", territoryId }], "Климова");
  const logins = await world.rows<{ person_id: Id; login: string }>("select person_id, login from account");
  const readerOf = new Map(
    [...people].map(([reader, { personId }]) => [logins.find((one) => one.person_id === personId)!.login, reader]),
  );
  const came = cameLetters(mail);
  const settle = () => settledAtOnce(world);
  const set = (day: LocalDate, hour: number) => setClock(world, `${day}T${String(hour).padStart(2, "0")}:00:00+03:00`);
  const named = (letter: CameLetter) => ({ reader: readerOf.get(letter.to)!, text: letter.text.replace(/\s+/gu, " ") });
  return {
    world,
    territoryId,
    home,
    organisations,
    people,
    administrator,
    person: (reader) => people.get(reader)!,
    set,
    settle,
    async morning(day) {
      set(day, 9);
      await world.program.reminders.look();
      await settle();
      return came().map(named);
    },
    async close() {
      await world.close();
      await mail.close();
    },
  };
}
