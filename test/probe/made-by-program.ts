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
  rowKeys: Map<Id, readonly string[]>,
): Promise<void> {
  const [ofTerritory, , ofSchool] = programmes;
  const hands = [
    [people.office.officer, ofTerritory, null],
    [people.school.head, ofSchool, schoolIds[0]],
  ] as const;
  for (const [persona, programmeId, ownerOrganisationId] of hands) {
    const call = async (method: "GET" | "POST" | "PUT" | "PATCH", url: string, payload?: object) => {
      const reply = await server.inject({ method, url, headers: persona.headers, ...(payload ? { payload } : {}) });
      if (reply.statusCode !== 200) throw new Error(`${method} ${url}: ${reply.statusCode} ${reply.payload}`);
      return reply.json<Record<string, any>>();
    };
    const address = `/api/programmes/${territoryId}/${programmeId}`;
    const [roadmap] = (await call("GET", `${address}/measures`))["roadmaps"];
    const [measure] = roadmap.measures;
    const takeIn = async (term: string, amends: Id | null): Promise<Id> => {
      const row = `${measure.number}\t${measure.title}\t${term}\tшколы`;
      const pasted = { name: "план", text: `№\tМероприятие\tСрок\tОтветственный\n${row}\n` };
      const about = { territoryId, ownerOrganisationId, amends, fileId: null, pasted };
      const started = await call("POST", "/api/imports", about);
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
    const kept = await call("POST", "/api/templates", { territoryId, programmeId, title: "Свой образец", about: "" });
    rowKeys.set(kept["id"], measureKeys(await call("GET", `/api/templates/${territoryId}/${kept["id"]}`)));
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
    const amend = async (term: string) => {
      const importId = await takeIn(term, programmeId);
      await answerAll(importId);
      const ofImport = `/api/imports/${territoryId}/${importId}/amendment`;
      const amendment = await call("GET", ofImport);
      stamps.set(importId, amendment["stamp"]);
      const known = [...amendment["questions"], ...amendment["pairs"]] as { readonly after: string }[];
      rowKeys.set(
        importId,
        known.map(({ after }) => after),
      );
      return { ofImport, amendment };
    };
    await amend("до 20 октября 2026");
    // one more has all its questions answered and waits for its order alone
    const { ofImport, amendment } = await amend("до 20 ноября 2026");
    const answers = [
      ...amendment["questions"].map(({ after }: { after: string }) => ({ kind: "row", after, before: null })),
      ...amendment["missing"].map(({ key }: { key: string }) => ({ kind: "roadmap", roadmap: key, keep: true })),
    ];
    let settled = amendment["version"];
    for (const answer of answers)
      settled = (await call("PUT", `${ofImport}/pairs`, { version: settled, answer }))["version"];
  }
}

/** Keys of the measures anywhere in the page of a template. */
function measureKeys(page: unknown): readonly string[] {
  if (Array.isArray(page)) return page.flatMap(measureKeys);
  if (typeof page !== "object" || page === null) return [];
  const own = "reporters" in page && "key" in page ? [String(page.key)] : [];
  return [...own, ...Object.values(page).flatMap(measureKeys)];
}
