import type { Program } from "#main/program.ts";
import type { Id } from "#shared/ids.ts";
import type { Doubt } from "./forms.ts";
import { markOf } from "./marks.ts";
import type { Town } from "./town.ts";

/** Imports, edits, redactions and own templates of a municipality and of its first school, made by the program itself. */
export async function makeByProgram(
  { server, jobs }: Program,
  { territoryId, schoolIds, people, programmes }: Town,
  stamps: Map<Id, string>,
  doubts: Map<Id, Doubt>,
): Promise<void> {
  const [ofTerritory, , ofSchool] = programmes;
  const hands = [
    [people.office.officer, ofTerritory, null],
    [people.school.head, ofSchool, schoolIds[0]],
  ] as const;
  for (const [persona, programmeId, ownerOrganisationId] of hands) {
    const call = async (method: "GET" | "POST" | "PATCH", url: string, payload?: object) => {
      const reply = await server.inject({ method, url, headers: persona.headers, ...(payload ? { payload } : {}) });
      if (reply.statusCode !== 200) throw new Error(`${method} ${url}: ${reply.statusCode} ${reply.payload}`);
      return reply.json<Record<string, any>>();
    };
    const text = (term: string) =>
      `№\tМероприятие\tСрок\tОтветственный\n1\tОпрос ${markOf(programmeId)}\t${term}\tшколы\n`;
    const takeIn = async (term: string, amends: Id | null): Promise<Id> => {
      const pasted = { name: "план", text: text(term) };
      const started = await call("POST", "/api/imports", {
        territoryId,
        ownerOrganisationId,
        amends,
        fileId: null,
        pasted,
      });
      await jobs.settled();
      return started["id"];
    };
    const openDoubt = async (importId: Id): Promise<Doubt | undefined> => {
      const { review } = await call("GET", `/api/imports/${territoryId}/${importId}`);
      const open = review.doubts.find((one: { answer: unknown }) => one.answer === null);
      return open && { doubtId: open.id, option: open.suggested ?? open.options[0].key };
    };
    const asked = await takeIn("кто знает когда", null);
    const doubt = await openDoubt(asked);
    if (doubt) doubts.set(asked, doubt);
    const answerAll = async (importId: Id) => {
      for (let next = await openDoubt(importId); next; next = await openDoubt(importId)) {
        const { version } = await call("GET", `/api/imports/${territoryId}/${importId}`);
        await call("POST", `/api/imports/${territoryId}/${importId}/decide`, { version, decisions: [next] });
      }
    };
    await answerAll(await takeIn("кто знает когда", null));
    await call("POST", "/api/templates", { territoryId, programmeId, title: "Свой образец", about: "" });
    const address = `/api/programmes/${territoryId}/${programmeId}`;
    const rename = async (words: string) => {
      const { roadmaps } = await call("GET", `${address}/measures`);
      const { id, version } = roadmaps[0].sections[0];
      await call("PATCH", `${address}/sections/${id}`, {
        number: "1",
        title: `Раздел ${markOf(id)} ${words}`,
        version,
      });
    };
    await rename("второй");
    const { stamp } = await call("GET", `${address}/redactions`);
    const { version } = await call("GET", address);
    const directive = {
      number: programmeId.slice(-6),
      datedOn: "2026-11-01",
      title: "О новой редакции",
      issuerOrganisationId: ownerOrganisationId,
    };
    await call("POST", `${address}/redactions`, { version, stamp, effectiveOn: "2026-11-16", directive });
    await rename("третий");
    stamps.set(programmeId, (await call("GET", `${address}/redactions`))["stamp"]);
    const amending = await takeIn("до 20 октября 2026", programmeId);
    await answerAll(amending);
    stamps.set(amending, (await call("GET", `/api/imports/${territoryId}/${amending}/amendment`))["stamp"]);
  }
}
