import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { ownFiles } from "./own-files.ts";

/** Words the glossary refuses as names of business types, tables and columns → the word of the house. */
const REFUSED: Readonly<Record<string, string>> = {
  program: "programme",
  project: "programme",
  plan: "roadmap, planned value",
  map: "roadmap",
  stage: "section",
  group: "section",
  event: "measure, gathering",
  activity: "measure",
  action: "measure",
  task: "measure",
  term: "dueText, cadence, dueOn, period",
  deadline: "dueOn",
  executor: "assignee",
  performer: "assignee",
  owner: "accountable, bearer",
  duty: "obligation",
  submission: "report",
  proof: "evidence",
  metric: "indicator",
  kpi: "indicator",
  mo: "teacher_association",
  union: "teacher_association",
  deficit: "competency_gap",
  subscription: "support_pass",
  order: "directive, ordinal",
  protocol: "meeting_minutes",
  office: "authority, methodological_centre",
  tenant: "territory",
};

/** Columns where the word means something else than the business noun, each with its reason. */
const MEANT_OTHERWISE: Readonly<Record<string, string>> = {
  "document_import.stage": "how far the work of an import has come, not a section of a roadmap",
  "stored_file.owner_id": "a file is seen through the record that owns it",
  "school_calendar.terms": "the school terms of this calendar, not a measure's «срок»",
  "journal.action": "the action of the route table",
  "idempotency.action": "the action of the route table",
  "programme.tasks": "the passport's «задачи», beside its goal; a measure is another thing",
};

interface Found {
  readonly name: string;
  readonly where: string;
}

function singular(word: string): string {
  return /(?<!s)s$/.test(word) ? word.slice(0, -1) : word;
}

/** The business noun in a name: `TaskTable` and `task_id` are about a task, `dueTask` is not. */
function nounOf(name: string): string {
  const snake = name.replace(/(?<=[a-z])(?=[A-Z])/g, "_").toLowerCase();
  return singular(snake.replace(/_(id|ids|table)$/, ""));
}

function refusedAmong(found: readonly Found[]): string[] {
  return found
    .filter(({ name, where }) => Object.hasOwn(REFUSED, nounOf(name)) && !Object.hasOwn(MEANT_OTHERWISE, where))
    .map(({ name, where }) => `${where}: «${name}» is called ${REFUSED[nounOf(name)]} here (GLOSSARY.md)`);
}

function exportedTypes(): Found[] {
  const pure = ownFiles(["src/domain", "src/features"], /(?<!\.test)\.tsx?$/);
  return pure.flatMap((file) =>
    [...readFileSync(file, "utf8").matchAll(/^export (?:declare )?(?:interface|type|class|enum) (\w+)/gm)].map(
      ([, name]) => ({
        name: name!,
        where: file,
      }),
    ),
  );
}

/** Tables and their columns out of the statements of a migration; constraints are not columns. */
function tablesAndColumns(sql: string): Found[] {
  const bare = sql.replace(/--.*$/gm, "");
  const created = [...bare.matchAll(/create table (?:if not exists )?(?:\w+\.)?(\w+) \(\n([\s\S]*?)\n\)/gi)].flatMap(
    ([, table, body]) => [
      { name: table!, where: table! },
      ...[...body!.matchAll(/^ {2}(?!primary|foreign|unique|check|constraint|exclude)(\w+) /gim)].map(([, column]) => ({
        name: column!,
        where: `${table}.${column}`,
      })),
    ],
  );
  const added = [...bare.matchAll(/alter table (?:\w+\.)?(\w+)[^;]*?add column (?:if not exists )?(\w+)/gi)].map(
    ([, table, column]) => ({
      name: column!,
      where: `${table}.${column}`,
    }),
  );
  return [...created, ...added];
}

describe("words", () => {
  it.each([
    ["a table", "create table task (\n  id uuid not null\n)", "task"],
    ["a table in the plural", "create table events (\n  id uuid not null\n)", "events"],
    ["a column", "create table measure (\n  id uuid,\n  deadline date\n)", "measure.deadline"],
    ["a reference", "create table measure (\n  id uuid,\n  project_id uuid\n)", "measure.project_id"],
    ["an added column", "alter table measure add column executor text;", "measure.executor"],
  ])("are refused in %s", (_, sql, where) => {
    expect(refusedAmong(tablesAndColumns(sql))).toEqual([expect.stringContaining(`${where}:`)]);
  });

  it("are those of the glossary in exported types", () => {
    const found = exportedTypes();
    expect(found.length).toBeGreaterThan(0);
    expect(refusedAmong(found)).toEqual([]);
  });

  it("are those of the glossary in tables and columns", () => {
    const found = ownFiles(["migrations"], /\.sql$/).flatMap((file) => tablesAndColumns(readFileSync(file, "utf8")));
    expect(found.length).toBeGreaterThan(0);
    expect(refusedAmong(found)).toEqual([]);
  });

  it("stand in the glossary, beside the word of the house", () => {
    const glossary = readFileSync("GLOSSARY.md", "utf8");
    const absent = Object.keys(REFUSED).filter((word) => !new RegExp(`\\b${word}\\b`, "i").test(glossary));
    expect(absent).toEqual([]);
  });
});
