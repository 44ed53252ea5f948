import { expect } from "vitest";
import type { Id } from "#shared/ids.ts";
import type { Decision, ImportSettings } from "#features/imports/model/contract.ts";
import type { ReviewDoubt } from "#features/imports/model/doubts.ts";
import type { ImportDocument, ImportView } from "#features/imports/model/view.ts";
import type { ProgrammePage, ProgrammeTable } from "#features/programmes/model/seen.ts";
import type { Persona } from "../support/world.ts";
import type { District } from "./given-district.ts";

/** What a person would say to a doubt that has no suggestion, or where the suggestion is not what they mean. */
export type Answer = Omit<Decision, "doubtId" | "remember"> & { readonly remember?: boolean };

export interface ImportChoices {
  readonly fileName: string;
  readonly bytes: Uint8Array;
  readonly ownerOrganisationId?: Id;
  /** from what the document proposes to what the person wants */
  readonly settings?: (proposed: ImportSettings, document: ImportDocument) => ImportSettings;
  readonly answer?: (doubt: ReviewDoubt) => Answer | undefined;
}

export interface Imported {
  readonly programmeId: Id;
  /** the review as it stood when the document had been read, before any answer */
  readonly read: ImportView;
  /** every doubt that was asked, with the answer in force */
  readonly doubts: readonly ReviewDoubt[];
}

/** Options that decide the least, for a doubt without a suggestion. */
const LEAST = ["words", "moments", "outside", "part", "never"];

function answerTo(doubt: ReviewDoubt, own: ImportChoices["answer"]): Decision {
  const said = own?.(doubt);
  if (said) return { doubtId: doubt.id, remember: false, ...said };
  const option =
    doubt.suggested ?? LEAST.find((key) => doubt.options.some((one) => one.key === key)) ?? doubt.options[0]?.key;
  if (!option) throw new Error(`nothing can be answered to «${doubt.question}» (${doubt.quote})`);
  return { doubtId: doubt.id, option, remember: false };
}

const open = (view: ImportView) => view.review!.doubts.filter(({ answer }) => answer === null);

/** Uploads a document, waits until it is read, answers every doubt and makes the programme: as an officer would, through the interface. */
export async function importDocument(district: District, person: Persona, choices: ImportChoices): Promise<Imported> {
  const { territoryId, world } = district;
  const uploaded = await person.upload(`/api/files?territoryId=${territoryId}`, choices.fileName, choices.bytes);
  expect(uploaded.status, JSON.stringify(uploaded.body)).toBe(200);
  const started = await person.call("POST", "/api/imports", {
    territoryId,
    ownerOrganisationId: choices.ownerOrganisationId ?? null,
    fileId: uploaded.body.id,
    pasted: null,
  });
  expect(started.status, JSON.stringify(started.body)).toBe(200);
  await world.settle();
  const path = `/api/imports/${territoryId}/${started.body.id}`;
  const read = (await person.call<ImportView>("GET", path)).body;
  expect([read.status, read.problem]).toEqual(["review", null]);
  let view = read;
  const step = async (method: "POST" | "PUT", name: string, body: object) => {
    const answer = await person.call<ImportView>(method, `${path}${name}`, { version: view.version, ...body });
    expect(answer.status, JSON.stringify(answer.body)).toBe(200);
    view = answer.body;
  };
  if (choices.settings) {
    const document = await person.call<ImportDocument>("GET", `${path}/document`);
    await step("PUT", "/settings", { settings: choices.settings(read.review!.settings, document.body) });
  }
  // an answer may raise the next question: who reports is asked when it is known who is meant
  for (let round = 0; open(view).length > 0; round += 1) {
    expect(round, "doubts that never end").toBeLessThan(6);
    const early = await person.call("POST", `${path}/approve`, { version: view.version });
    expect([early.status, early.body.code]).toEqual([409, "doubts-open"]);
    await step("POST", "/decide", { decisions: open(view).map((doubt) => answerTo(doubt, choices.answer)) });
  }
  const made = await person.call<{ programmeId: Id }>("POST", `${path}/approve`, { version: view.version });
  expect(made.status, JSON.stringify(made.body)).toBe(200);
  await world.settle();
  return { programmeId: made.body.programmeId, read, doubts: view.review!.doubts };
}

export interface DirectiveGiven {
  readonly number: string;
  readonly datedOn: string;
}

export async function readProgramme(person: Persona, territoryId: Id, programmeId: Id): Promise<ProgrammePage> {
  const answer = await person.call<ProgrammePage>("GET", `/api/programmes/${territoryId}/${programmeId}`);
  expect(answer.status).toBe(200);
  return answer.body;
}

export async function readTable(person: Persona, territoryId: Id, programmeId: Id): Promise<ProgrammeTable> {
  const answer = await person.call<ProgrammeTable>("GET", `/api/programmes/${territoryId}/${programmeId}/measures`);
  expect(answer.status).toBe(200);
  return answer.body;
}

/** Approves a draft by a directive and sets it running; its obligations are planned when this ends. */
export async function putInForce(
  district: District,
  person: Persona,
  programmeId: Id,
  directive: DirectiveGiven,
): Promise<ProgrammePage> {
  const { territoryId, world } = district;
  const steps = `/api/programmes/${territoryId}/${programmeId}/steps`;
  const draft = await readProgramme(person, territoryId, programmeId);
  const bare = await person.call("POST", steps, { version: draft.version, step: "approve", confirmed: true });
  expect([bare.status, bare.body.code]).toEqual([422, "no-directive"]);
  const approved = await person.call<ProgrammePage>("POST", steps, {
    version: draft.version,
    step: "approve",
    confirmed: true,
    directive: { ...directive, title: "" },
  });
  expect([approved.status, approved.body.status], JSON.stringify(approved.body)).toEqual([200, "approved"]);
  const running = await person.call<ProgrammePage>("POST", steps, { version: approved.body.version, step: "start" });
  expect([running.status, running.body.status], JSON.stringify(running.body)).toEqual([200, "running"]);
  await world.settle();
  return running.body;
}
