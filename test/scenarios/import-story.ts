import { expect } from "vitest";
import type { Id } from "#shared/ids.ts";
import type { Decision, ImportSettings } from "#features/imports/model/contract.ts";
import type { ReviewDoubt } from "#features/imports/model/doubts.ts";
import type { ImportDocument, ImportView } from "#features/imports/model/view.ts";
import type { ProgrammePage, ProgrammeTable } from "#features/programmes/model/seen.ts";
import type { Persona } from "../support/world.ts";
import type { District } from "./given-district.ts";
import { granted } from "./granted.ts";

/** What a person would say to a doubt that has no suggestion, or where the suggestion is not what they mean. */
export type Answered = Omit<Decision, "doubtId" | "remember"> & { readonly remember?: boolean };

export interface ImportChoices {
  readonly fileName: string;
  readonly bytes: Uint8Array;
  readonly ownerOrganisationId?: Id;
  /** from what the document proposes to what the person wants */
  readonly settings?: (proposed: ImportSettings, document: ImportDocument) => ImportSettings;
  readonly answer?: (doubt: ReviewDoubt) => Answered | undefined;
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
const MOST_ROUNDS = 6;

/** Uploads a document and waits until it is read. */
export async function readDocument(
  { territoryId, world }: District,
  person: Persona,
  { fileName, bytes, ownerOrganisationId = undefined }: ImportChoices,
): Promise<ImportView> {
  const file = granted(await person.upload<{ id: Id }>(`/api/files?territoryId=${territoryId}`, fileName, bytes));
  const body = { territoryId, ownerOrganisationId: ownerOrganisationId ?? null, fileId: file.id, pasted: null };
  const started = granted(await person.call<{ id: Id }>("POST", "/api/imports", body));
  await world.settle();
  const read = granted(await person.call<ImportView>("GET", `/api/imports/${territoryId}/${started.id}`));
  expect([read.status, read.problem]).toEqual(["review", null]);
  return read;
}

/** Takes a document from upload to a draft programme, answering every doubt: as its reviewer would, through the interface. */
export async function importDocument(district: District, person: Persona, choices: ImportChoices): Promise<Imported> {
  const { territoryId, world } = district;
  const read = await readDocument(district, person, choices);
  const path = `/api/imports/${territoryId}/${read.id}`;
  let view = read;
  const step = async (method: "POST" | "PUT", name: string, body: object) => {
    view = granted(await person.call<ImportView>(method, `${path}${name}`, { version: view.version, ...body }));
  };
  if (choices.settings) {
    const document = granted(await person.call<ImportDocument>("GET", `${path}/document`));
    await step("PUT", "/settings", { settings: choices.settings(read.review!.settings, document) });
  }
  // an answer may raise the next question: who reports is asked when it is known who is meant
  for (let round = 0; open(view).length > 0; round += 1) {
    if (round === MOST_ROUNDS) throw new Error("doubts that never end");
    const early = await person.call("POST", `${path}/approve`, { version: view.version });
    expect([early.status, early.body.code]).toEqual([409, "doubts-open"]);
    await step("POST", "/decide", { decisions: open(view).map((doubt) => answerTo(doubt, choices.answer)) });
  }
  const made = granted(await person.call<{ programmeId: Id }>("POST", `${path}/approve`, { version: view.version }));
  await world.settle();
  return { programmeId: made.programmeId, read, doubts: view.review!.doubts };
}

export async function readProgramme(person: Persona, territoryId: Id, programmeId: Id): Promise<ProgrammePage> {
  return granted(await person.call<ProgrammePage>("GET", `/api/programmes/${territoryId}/${programmeId}`));
}

export async function readTable(person: Persona, territoryId: Id, programmeId: Id): Promise<ProgrammeTable> {
  return granted(await person.call<ProgrammeTable>("GET", `/api/programmes/${territoryId}/${programmeId}/measures`));
}

/** Approves a draft by a directive and sets it running; its obligations are planned when this ends. */
export async function putInForce(
  { territoryId, world }: District,
  person: Persona,
  programmeId: Id,
  directive: { readonly number: string; readonly datedOn: string },
): Promise<ProgrammePage> {
  const steps = `/api/programmes/${territoryId}/${programmeId}/steps`;
  const draft = await readProgramme(person, territoryId, programmeId);
  const approve = { version: draft.version, step: "approve", confirmed: true };
  const bare = await person.call("POST", steps, approve);
  expect([bare.status, bare.body.code]).toEqual([422, "no-directive"]);
  const approved = granted(
    await person.call<ProgrammePage>("POST", steps, { ...approve, directive: { ...directive, title: "" } }),
  );
  expect(approved.status).toBe("approved");
  const running = granted(
    await person.call<ProgrammePage>("POST", steps, { version: approved.version, step: "start" }),
  );
  expect(running.status).toBe("running");
  await world.settle();
  return running;
}
