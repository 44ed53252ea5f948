import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Id } from "#shared/ids.ts";
import type { AmendmentView } from "#features/imports/model/amendment.ts";
import { answerAll, viewOf } from "../support/import-steps.ts";
import { AMENDED, PLAN, type PlanSection } from "./amended-plan.ts";
import { givenAmendable, ORDER, type Amendable } from "./given-amendable.ts";
import { granted } from "./granted.ts";

describe("a document that is brought to a programme in force", () => {
  let given: Amendable;
  beforeAll(async () => {
    given = await givenAmendable();
  });
  afterAll(() => given.district.world.close());

  it("a draft is edited as it is, and only its leaders bring a document to a programme", async () => {
    const { officer, methodologist, heads, territoryId, world } = given.district;
    const stranger = await world.person([{ role: "officer", territoryId: given.district.regionId }], "Чужая");
    for (const person of [methodologist, heads[0]!])
      expect((await given.upload(person, AMENDED)).status, "who may not").toBe(403);
    const draft = granted(
      await officer.call<{ id: Id }>("POST", "/api/programmes", {
        territoryId,
        title: "Ещё не утверждена",
        startsOn: "2021-09-01",
        endsOn: "2022-08-31",
      }),
    );
    const refused = await given.upload(officer, AMENDED, { amends: draft.id });
    expect([refused.status, refused.body.code]).toEqual([409, "not-in-force"]);
    const file = await stranger.call("POST", "/api/imports", {
      territoryId,
      ownerOrganisationId: null,
      fileId: null,
      pasted: { name: "a", text: "b" },
      amends: given.programmeId,
    });
    expect([403, 404]).toContain(file.status);
  });

  it("the same document again changes nothing, asks nothing, and is no redaction", async () => {
    const { officer, territoryId } = given.district;
    const { id } = granted(await given.upload(officer, PLAN));
    const view = await viewOf(officer, territoryId, id);
    expect(view.amends).toEqual({ id: given.programmeId, title: "План Сильная школа" });
    await answerAll(officer, territoryId, id);
    const { difference, questions, stamp, version } = await given.compared(id);
    expect(difference.counts).toEqual({ same: 10, changed: 0, added: 0, removed: 0, moved: 0, renumbered: 0 });
    expect([difference.head, questions]).toEqual([[], []]);
    const approved = await officer.call("POST", `${given.amendmentOf(id)}/approve`, {
      version,
      stamp,
      directive: ORDER,
      effectiveOn: "2021-12-10",
    });
    expect([approved.status, approved.body.code]).toEqual([409, "nothing-amended"]);
    const made = await officer.call("POST", `/api/imports/${territoryId}/${id}/approve`, { version });
    expect([made.status, made.body.code]).toEqual([409, "import-amends"]);
  });

  it("a person's word about a pair stands, is taken back, and is asked for where the document leaves it open", async () => {
    const { officer, territoryId } = given.district;
    await given.amend(AMENDED, "77", "2022-01-01");
    const renamed = AMENDED.map(({ title, rows }): PlanSection => ({
      title,
      rows: rows.map(([number, words, ...rest]) => [
        number,
        words.startsWith("Собрать") ? "Выявить потребности молодых учителей" : words,
        ...rest,
      ]),
    }));
    const { id } = granted(await given.upload(officer, renamed));
    await answerAll(officer, territoryId, id);
    let view = await given.compared(id);
    const [question] = view.questions;
    expect([view.open, question!.candidates[0]!.title]).toEqual([1, "Собрать запросы молодых учителей на обучение"]);
    const early = await officer.call("POST", `${given.amendmentOf(id)}/approve`, {
      version: view.version,
      stamp: view.stamp,
      effectiveOn: "2022-02-01",
      directive: { ...ORDER, number: "91" },
    });
    expect([early.status, early.body.code]).toEqual([409, "pairs-open"]);
    const answer = (said: object) =>
      officer.call<AmendmentView>("PUT", `${given.amendmentOf(id)}/pairs`, { version: view.version, answer: said });
    const unknown = await answer({ kind: "row", after: "нет такой", before: null });
    expect([unknown.status, unknown.body]).toMatchObject([422, { code: "answer-unknown" }]);
    const after = question!.after;
    view = granted(await answer({ kind: "row", after, before: null }));
    expect([view.open, view.difference.counts.added, view.difference.counts.removed]).toEqual([0, 1, 1]);
    view = granted(await answer({ kind: "row", after, before: question!.candidates[0]!.key }));
    expect([view.difference.counts.added, view.pairs.find((pair) => pair.after === after)?.byPerson]).toEqual([
      0,
      true,
    ]);
    const stale = await officer.call("PUT", `${given.amendmentOf(id)}/pairs`, {
      version: view.version - 1,
      answer: { kind: "forget", after },
    });
    expect([stale.status, stale.body.code]).toEqual([409, "stale-write"]);
    view = granted(await answer({ kind: "forget", after }));
    expect(view.open).toBe(1);
    const order = { stamp: view.stamp, effectiveOn: "2022-02-01", directive: ORDER };
    const calls = [
      ["GET", "", undefined],
      ["GET", "/forecast?effectiveOn=2022-01-01", undefined],
      ["PUT", "/pairs", { answer: { kind: "forget", after } }],
      ["POST", "/approve", order],
    ] as const;
    for (const person of [given.district.methodologist, given.district.heads[0]!])
      for (const [method, path, body] of calls) {
        const sent = body && { version: view.version, ...body };
        expect((await person.call(method, given.amendmentOf(id) + path, sent)).status, path).toBe(404);
      }
  });
});
