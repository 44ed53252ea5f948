import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Asked } from "../chaos/wire.ts";
import { handOf, type Hand } from "../chaos/hand.ts";
import { openLedger } from "../chaos/ledger.ts";
import type { Person } from "../chaos/district.ts";
import { openCopies, type Copies } from "../support/two-copies.ts";

const PATIENCE_MS = 30_000;

describe("two copies of the server, a worker and a replica", () => {
  let town: Copies;
  let serial = 0;
  beforeAll(async () => {
    town = await openCopies();
  });
  afterAll(() => town?.close());

  const ledger = openLedger();
  /** one who asks the two copies in turn */
  const handOver = (person: Person): Hand => {
    let turn = 0;
    const send = (asked: Asked) => town.copies[(turn += 1) % 2]!.send(person.token, asked);
    serial += 1;
    return handOf({ send, ledger, patience: PATIENCE_MS }, { ...person, name: `${person.name}-${serial}` });
  };
  const ask = (copy: 0 | 1, person: Person, path: string) =>
    town.copies[copy].send(person.token, { method: "GET", path });
  const readingsOf = async () => {
    const [one, other] = await Promise.all(town.copies.map((copy) => copy.readings()));
    return { replica: one!.replica + other!.replica, main: one!.main + other!.main };
  };
  const formOf = (title: string, number = "1") => ({
    kind: "minutes",
    number,
    datedOn: "2026-01-15",
    title,
    issuerOrganisationId: null,
    fileId: null,
  });
  const inOrder = async () => {
    for (const copy of town.copies)
      await expect.poll(async () => (await copy.ready()).checks["replica"], { timeout: PATIENCE_MS }).toBe(true);
  };

  it("show a person at once what they wrote by either, while the replica shows nothing new too", async () => {
    const person = town.district.planners[0]!;
    const hand = handOver(person);
    await inOrder();
    const { territoryId } = town.district;
    const body = { territoryId, ...formOf("О деле") };
    const { id } = await hand.write("paper.register", { method: "POST", path: "/api/papers", body });
    const path = `/api/papers/${territoryId}/${id}`;
    const rewrite = async (version: number) => {
      const title = `О деле, правка ${version}`;
      await hand.write("paper.edit", { method: "PATCH", path, body: { version, ...formOf(title) } });
      for (const copy of [0, 1, 0, 1] as const)
        expect((await ask(copy, person, path))?.body).toMatchObject({ title, version: version + 1 });
    };
    let version = 1;
    const before = await readingsOf();
    for (; version <= 12; version += 1) await rewrite(version);
    await town.replica.untilLevel();
    for (const copy of [0, 1] as const) expect((await ask(copy, person, path))?.body).toMatchObject({ version });
    const level = await readingsOf();
    expect(level.replica).toBeGreaterThan(before.replica);

    await town.replica.pause();
    for (; version <= 24; version += 1) await rewrite(version);
    expect((await readingsOf()).replica).toBe(level.replica);
    // a replica that is behind takes no copy out of service
    expect((await town.copies[0].ready()).ok).toBe(true);

    await town.replica.resume();
    await inOrder();
    for (; version <= 36; version += 1) await rewrite(version);
    await town.replica.untilLevel();
    await ask(0, person, path);
    expect((await readingsOf()).replica).toBeGreaterThan(level.replica);
  });

  it("let nobody in by either who was shown out by the other, or lost a right, whatever the replica shows", async () => {
    const [, leaving] = town.district.planners;
    const losing = town.district.importer;
    const { territoryId } = town.district;
    const body = { territoryId, ...formOf("О правах", "2") };
    await handOver(leaving!).write("paper.register", { method: "POST", path: "/api/papers", body });
    const path = `/api/papers?territoryId=${territoryId}`;
    await town.replica.untilLevel();
    for (const person of [leaving!, losing]) expect((await ask(1, person, path))?.body.total).toBeGreaterThan(0);
    await town.replica.pause();
    await handOver(leaving!).write("session.close", { method: "DELETE", path: "/api/session" });
    for (const copy of [0, 1] as const) expect((await ask(copy, leaving!, path))?.status).toBe(401);
    await town.rows("update role_assignment set to_on = current_date - 2 where person_id = $1", [losing.personId]);
    for (const copy of [0, 1] as const) expect((await ask(copy, losing, path))?.body.total).toBe(0);
    await town.replica.resume();
    await inOrder();
  });

  it("show what the worker did of what was asked of them", async () => {
    const hand = handOver(town.district.planners[0]!);
    const { territoryId, schools } = town.district;
    const year = new Date().getFullYear();
    const body = { territoryId, title: "Программа", startsOn: `${year}-01-01`, endsOn: `${year}-12-31`, goal: "Цель" };
    const { id } = await hand.write("programme.create", { method: "POST", path: "/api/programmes", body });
    const path = `/api/programmes/${territoryId}/${id}`;
    const roadmap = { method: "POST", path: `${path}/roadmaps`, body: { title: "Карта" } } as const;
    const { id: roadmapId } = await hand.write("roadmap.add", roadmap);
    const measure = {
      roadmapId,
      sectionId: null,
      number: "1",
      title: "Мероприятие",
      cadence: [{ kind: "window", windows: [{ from: `${year}-01-01`, to: `${year}-12-31` }], freq: null }],
      parties: [{ name: "школа", part: "assignee", audience: { kind: "organisation", id: schools[0]!.id } }],
    };
    await hand.write("measure.add", { method: "POST", path: `${path}/measures`, body: measure });
    const directive = { number: "П-1", datedOn: `${year}-01-15`, title: "О программе" };
    const step = { version: 1, step: "approve", confirmed: true, directive };
    await hand.write("programme.approve", { method: "POST", path: `${path}/steps`, body: step });
    const owed = async (copy: 0 | 1) =>
      (await ask(copy, town.district.planners[0]!, `/api/obligations?territoryId=${territoryId}&programmeId=${id}`))
        ?.body.total;
    await expect.poll(() => owed(0), { timeout: PATIENCE_MS }).toBe(1);
    expect(await owed(1)).toBe(1);
  });

  it("lose nothing and do nothing twice when one is killed in the midst of writing", async () => {
    const { territoryId, schools, planners, decider } = town.district;
    const noted: { id: string; note: string }[] = [];
    const writing = { on: true };
    const writers = [planners[0]!, decider]
      .flatMap((person) => [person, person, person])
      .map(async (person, at) => {
        const hand = handOver(person);
        for (let turn = 0; writing.on; turn += 1) {
          const note = `Обещали отчитаться, звонок ${at}-${turn}.`;
          const body = { territoryId, organisationId: schools[0]!.id, note };
          const { id } = await hand.write("call.record", { method: "POST", path: "/api/progress/calls", body });
          noted.push({ id, note });
        }
        await hand.askAgain();
      });
    const [killed, left] = town.copies;
    const untilNoted = async (more: number) => {
      const wanted = noted.length + more;
      await expect.poll(() => noted.length, { timeout: PATIENCE_MS }).toBeGreaterThan(wanted);
    };
    try {
      await untilNoted(40);
      killed.program.kill("SIGKILL");
      await killed.program.ended;
      await untilNoted(40);
    } finally {
      writing.on = false;
    }
    await Promise.all(writers);

    expect([ledger.refused, ledger.unanswered, ledger.answeredOtherwise]).toEqual([[], [], []]);
    // some were asked of the one that died, and were done by the other, or found done already
    expect(ledger.done.some(({ tries }) => tries > 1)).toBe(true);
    const kept = await town.rows("select id, note from phone_call order by id");
    expect(kept).toEqual(noted.sort((one, other) => (one.id < other.id ? -1 : 1)));
    expect((await left.ready()).ok).toBe(true);
  });
});
