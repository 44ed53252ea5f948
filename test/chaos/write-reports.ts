import { createHash } from "node:crypto";
import type { Random } from "../fuzz/random.ts";
import type { District } from "./district.ts";
import type { Expected, ExpectedReport } from "./expected.ts";
import type { Hand } from "./hand.ts";

export interface ReportDesk {
  readonly district: District;
  readonly school: number;
  /** what the school has not begun to answer yet */
  readonly owed: string[];
  readonly deputy: Hand;
  readonly decider: Hand;
  readonly expected: Expected;
  readonly random: Random;
  readonly running: () => boolean;
}

const STEPS_OF_ONE = 14;
const EVIDENCE = 4;

/** One school reports for as long as it is let: begins, saves with files, sends, takes back, is returned, accepted, reopened. */
export async function writeReports(desk: ReportDesk): Promise<void> {
  while (desk.running()) {
    const obligationId = desk.owed.shift();
    if (!obligationId) return;
    await oneReport(desk, obligationId);
  }
}

async function oneReport(desk: ReportDesk, obligationId: string): Promise<void> {
  const mark = `${desk.school}-${desk.expected.reports.length}`;
  const report = await begin(desk, obligationId, mark);
  const moves = 3 + desk.random.int(STEPS_OF_ONE);
  for (let move = 0; move < moves && desk.running(); move += 1)
    await moveOn(desk, report, obligationId, `${mark}-${move}`);
}

/** The shortest whole life of a report: begun, a file put up, sent with it, accepted. */
export async function reportOnce(desk: ReportDesk): Promise<void> {
  const obligationId = desk.owed.shift()!;
  const mark = `${desk.school}-${desk.expected.reports.length}-один`;
  const report = await begin(desk, obligationId, mark);
  const evidence = [...report.evidence, await upload(desk, mark)];
  await put(desk, report, "submit", contentOf(obligationId, mark, evidence), evidence);
  await step(desk, desk.decider, report, "accept");
}

async function begin(desk: ReportDesk, obligationId: string, mark: string): Promise<ExpectedReport> {
  const { district, deputy, expected } = desk;
  const link = `https://school.example/${mark}`;
  const first = contentOf(obligationId, mark, [link]);
  const made = await deputy.write("report.create", {
    method: "POST",
    path: "/api/reports",
    body: { territoryId: district.territoryId, content: first },
  });
  const report: ExpectedReport = {
    id: made.id,
    school: desk.school,
    version: made.version,
    state: "draft",
    text: first.text,
    evidence: [link],
    steps: [],
  };
  expected.reports.push(report);
  return report;
}

async function moveOn(desk: ReportDesk, report: ExpectedReport, obligationId: string, mark: string): Promise<void> {
  const { random, decider, deputy } = desk;
  if (report.state === "draft" || report.state === "returned") {
    const evidence = [...report.evidence];
    if (random.oneIn(4)) evidence.push(await upload(desk, mark));
    else if (random.oneIn(3)) evidence.push(`https://school.example/${mark}`);
    const kept = evidence.slice(-EVIDENCE);
    await put(desk, report, random.oneIn(2) ? "submit" : "save", contentOf(obligationId, mark, kept), kept);
    return;
  }
  if (report.state === "accepted") return step(desk, decider, report, "reopen");
  const chance = random.int(10);
  if (chance < 3) await step(desk, deputy, report, "withdraw");
  else if (chance < 6) await step(desk, decider, report, "return", `Поправьте, ${mark}.`);
  else await step(desk, decider, report, "accept");
}

async function put(
  desk: ReportDesk,
  report: ExpectedReport,
  kind: "save" | "submit",
  body: ReturnType<typeof contentOf>,
  evidence: string[],
): Promise<void> {
  const path = `/api/reports/${desk.district.territoryId}/${report.id}`;
  await desk.deputy.write(
    `report.${kind}`,
    {
      method: kind === "save" ? "PUT" : "POST",
      path: kind === "save" ? path : `${path}/submit`,
      body: { version: report.version, content: body },
    },
    report.id,
  );
  report.version += 1;
  report.text = body.text;
  report.evidence = evidence;
  for (const file of desk.expected.files) if (evidence.includes(file.id)) file.reportId = report.id;
  if (kind === "submit") {
    report.state = "submitted";
    report.steps.push("submit");
  }
}

const LEADS = { withdraw: "draft", return: "returned", accept: "accepted", reopen: "submitted" } as const;

async function step(
  desk: ReportDesk,
  hand: Hand,
  report: ExpectedReport,
  name: keyof typeof LEADS,
  remark?: string,
): Promise<void> {
  await hand.write(
    `report.${name}`,
    {
      method: "POST",
      path: `/api/reports/${desk.district.territoryId}/${report.id}/${name}`,
      body: { version: report.version, ...(remark && { remark }) },
    },
    report.id,
  );
  report.version += 1;
  report.state = LEADS[name];
  report.steps.push(name);
}

/** A paper of its own, a few to a few hundred kilobytes. */
async function upload({ district, deputy, expected, random, school }: ReportDesk, mark: string): Promise<string> {
  const filler = Buffer.alloc(1000 + random.int(random.oneIn(8) ? 400_000 : 20_000), `${mark} `);
  const content = Buffer.concat([Buffer.from(`%PDF-1.4\n% ${mark}\n`), filler, Buffer.from("\n%%EOF")]);
  const name = `Справка ${mark}.pdf`;
  const stored = await deputy.write("file.upload", {
    method: "POST",
    path: `/api/files?territoryId=${district.territoryId}`,
    file: { name, content },
  });
  expected.files.push({
    id: stored.id,
    name,
    sha256: createHash("sha256").update(content).digest("hex"),
    bytes: content.length,
    uploader: district.schools[school]!.deputy.name,
  });
  return stored.id;
}

function contentOf(obligationId: string, mark: string, evidence: readonly string[]) {
  return {
    kind: "done",
    text: `Провели и обсудили, запись ${mark}.`,
    doneOn: new Date(Date.now() - 3 * 86_400_000).toISOString().slice(0, 10),
    reason: "",
    obligationIds: [obligationId],
    values: [],
    evidence: evidence.map((one) =>
      one.startsWith("https:") ? { kind: "link", url: one } : { kind: "file", fileId: one },
    ),
  };
}
