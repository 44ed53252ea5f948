import type { Random } from "../fuzz/random.ts";
import type { District } from "./district.ts";
import type { Expected, ExpectedPaper } from "./expected.ts";
import type { Hand } from "./hand.ts";

export interface NotesDesk {
  readonly district: District;
  readonly hand: Hand;
  /** who is told of reports and marks what they have read; undefined at all desks but one */
  readonly reader: Hand | undefined;
  /** of this desk alone: stands in what it writes */
  readonly mark: string;
  readonly expected: Expected;
  readonly random: Random;
  readonly running: () => boolean;
}

const NOTICES = 5;

/** An officer notes calls, registers papers and corrects them, marks notices read: the short writes an office does most of. */
export async function writeNotes(desk: NotesDesk): Promise<void> {
  const papers: ExpectedPaper[] = [];
  for (let turn = 0; desk.running(); turn += 1) {
    const [chance, mark] = [desk.random.int(20), `${desk.mark}-${turn}`];
    if (desk.reader && chance < 4) await readNotices(desk, desk.reader);
    else if (chance < 2 || papers.length === 0) papers.push(await registerPaper(desk, mark));
    else if (chance < 5) await editPaper(desk, desk.random.pick(papers), mark);
    else await noteCall(desk, mark);
  }
}

async function noteCall({ district, hand, random, expected }: NotesDesk, mark: string): Promise<void> {
  const organisationId = random.pick(district.schools).id;
  const note = `Обещали отчитаться, звонок ${mark}.`;
  const { id } = await hand.write(
    "call.record",
    {
      method: "POST",
      path: "/api/progress/calls",
      body: { territoryId: district.territoryId, organisationId, note },
    },
    organisationId,
  );
  expected.calls.push({ id, organisationId, note });
}

const formOf = (number: string, title: string) => ({
  kind: "minutes",
  number,
  datedOn: "2026-01-15",
  title,
  issuerOrganisationId: null,
  fileId: null,
});

async function registerPaper({ district, hand, expected }: NotesDesk, mark: string): Promise<ExpectedPaper> {
  const [number, title] = [`К-${mark}`, `О деле ${mark}`];
  const { id } = await hand.write("paper.register", {
    method: "POST",
    path: "/api/papers",
    body: { territoryId: district.territoryId, ...formOf(number, title) },
  });
  const paper: ExpectedPaper = { id, number, title, version: 1 };
  expected.papers.push(paper);
  return paper;
}

async function editPaper({ district, hand }: NotesDesk, paper: ExpectedPaper, mark: string): Promise<void> {
  const title = `О деле, правка ${mark}`;
  await hand.write(
    "paper.edit",
    {
      method: "PATCH",
      path: `/api/papers/${district.territoryId}/${paper.id}`,
      body: { version: paper.version, ...formOf(paper.number, title) },
    },
    paper.id,
  );
  paper.version += 1;
  paper.title = title;
}

async function readNotices({ expected, running }: NotesDesk, reader: Hand): Promise<void> {
  const { rows } = await reader.read("/api/notices");
  const fresh = rows.filter((row: { read: boolean }) => !row.read).slice(0, NOTICES);
  for (const { id } of fresh) {
    if (!running()) return;
    const body = { ids: [id] };
    await reader.write("notice.read", { method: "POST", path: "/api/notices/read", body }, reader.personId);
    expected.noticesRead.add(id);
  }
}
