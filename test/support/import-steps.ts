import type { ImportView } from "#features/imports/model/view.ts";
import { suggestionOf } from "./import-samples.ts";
import type { Answer, Persona, World } from "./world.ts";

export interface Stored {
  readonly number: string;
  readonly title: string;
  readonly level: string;
  readonly due_text: string;
  readonly result: string;
  readonly report_document: string;
  readonly responsible_text: string;
  readonly participants_text: string;
  readonly source: { readonly extra?: Readonly<Record<string, string>> };
}

export const addressOf = (territory: string, importId: string) => `/api/imports/${territory}/${importId}`;

/** A step that must succeed for the test to mean anything. */
function agreed({ status, body }: Answer): void {
  if (status !== 200) throw new Error(`${status} ${JSON.stringify(body)}`);
}

/** Puts a file up, starts its import and waits until it is read; returns the import's id. */
export async function takeIn(
  world: World,
  person: Persona,
  territory: string,
  name: string,
  bytes: Uint8Array,
  ownerOrganisationId: string | null = null,
): Promise<string> {
  const file = await person.upload(`/api/files?territoryId=${territory}`, name, bytes);
  agreed(file);
  const started = await person.call("POST", "/api/imports", {
    territoryId: territory,
    ownerOrganisationId,
    fileId: file.body.id,
    pasted: null,
  });
  agreed(started);
  await world.settle();
  return started.body.id;
}

export async function viewOf(person: Persona, territory: string, importId: string): Promise<ImportView> {
  const answer = await person.call<ImportView>("GET", addressOf(territory, importId));
  agreed(answer);
  return answer.body;
}

/** Takes every suggestion (the first option where there is none) until nothing is asked. */
export async function answerAll(person: Persona, territory: string, importId: string): Promise<ImportView> {
  let view = await viewOf(person, territory, importId);
  for (let turn = 0; turn < 20; turn += 1) {
    const open = view.review!.doubts.filter(({ answer }) => answer === null);
    if (open.length === 0) return view;
    const answer = await person.call<ImportView>("POST", `${addressOf(territory, importId)}/decide`, {
      version: view.version,
      decisions: open.map(suggestionOf),
    });
    agreed(answer);
    view = answer.body;
  }
  throw new Error("the questions never end");
}

/** Answers everything and approves; returns the programme. */
export async function whole(person: Persona, territory: string, importId: string): Promise<string> {
  const { version } = await answerAll(person, territory, importId);
  const approved = await person.call("POST", `${addressOf(territory, importId)}/approve`, { version });
  agreed(approved);
  return approved.body.programmeId;
}
