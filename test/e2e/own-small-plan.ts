import type { Page } from "playwright-core";
import { vi } from "vitest";
import { PATIENCE_MS, signInAs } from "../support/browser.ts";

/** Nobody else's tests look at this organisation; its head does not stand on the sign-in page, so a password is set by a link. */
const LEADER = { family: "Дроздов", login: "drozdov@demo.orientir", password: "летопись за один год" };

async function askAs(page: Page, method: string, url: string, data?: object): Promise<any> {
  const answer = await page.request.fetch(url, { method, headers: { "x-orientir": "1" }, ...(data && { data }) });
  const body = await answer.json();
  if (!answer.ok()) throw new Error(`${method} ${url}: ${JSON.stringify(body)}`);
  return body;
}

/** The head is signed in on the page. */
export async function enterAsLeader(page: Page): Promise<void> {
  const { login, password } = LEADER;
  await page.context().clearCookies();
  await askAs(page, "POST", "/api/session", { login, password });
}

async function setPassword(page: Page): Promise<void> {
  await signInAs(page, "В. П. Климова");
  const { territoryId } = (await askAs(page, "GET", "/api/session")).places[0];
  const q = encodeURIComponent(LEADER.family);
  const { items } = await askAs(page, "GET", `/api/people?territoryId=${territoryId}&q=${q}`);
  const made = await askAs(page, "POST", `/api/people/${items[0].id}/link`, { territoryId, byMail: false });
  await page.context().clearCookies();
  await askAs(page, "POST", `/api/links/${made.path.split("/").at(-1)}`, { password: LEADER.password });
}

interface Row {
  readonly id: string;
  readonly measureTitle: string;
  readonly occurrence: string;
}

/** What the organisation's own programme holds, and where its obligations stand. */
export interface SmallPlan {
  readonly territoryId: string;
  readonly rows: readonly Row[];
}

const SMALL = ["Час вежливости", "Опрос кружков", "Уголок новостей"];
const window = (year: number) => ({ from: `${year}-01-01`, to: `${year}-12-31` });
const planned = (label: string, unit: "count" | "percent") => ({
  label,
  unit,
  aggregation: unit === "percent" ? "share" : "eachYear",
  subGroup: "",
  totalText: "",
  totalValue: null,
  years: [2020, 2021].map((year) => ({
    year,
    text: unit === "percent" ? "не менее 50 %" : "2",
    value: 2,
    atLeast: false,
  })),
});

/** A programme of the organisation's own, in force: three small measures and one of every year with numbers, whose first year is reported. */
export async function givenSmallPlan(page: Page): Promise<SmallPlan> {
  await setPassword(page);
  await enterAsLeader(page);
  const ask = (method: string, url: string, data?: object) => askAs(page, method, url, data);
  const { territoryId, organisationId } = (await ask("GET", "/api/session")).places[0];
  const { id } = await ask("POST", "/api/programmes", {
    territoryId,
    ownerOrganisationId: organisationId,
    title: "Наш год",
    startsOn: "2020-01-01",
    endsOn: "2023-12-31",
  });
  const path = `/api/programmes/${territoryId}/${id}`;
  const roadmap = await ask("POST", `${path}/roadmaps`, { title: "Дорожная карта" });
  const parties = [{ name: "Мы", part: "assignee", audience: { kind: "organisation", id: organisationId } }];
  const measure = (title: string, windows: object[], plannedValues: object[]) =>
    ask("POST", `${path}/measures`, {
      roadmapId: roadmap.id,
      sectionId: null,
      title,
      parties,
      plannedValues,
      cadence: [{ kind: "window", windows, freq: null }],
    });
  for (const title of SMALL) await measure(title, [window(2021)], []);
  await measure(
    "Летопись года",
    [window(2020), window(2021)],
    [planned("Встречи", "count"), planned("Дети", "percent")],
  );
  const { version } = await ask("GET", path);
  const directive = { number: "5", datedOn: "2020-01-09", title: "О плане", issuerOrganisationId: null, fileId: null };
  await ask("POST", `${path}/steps`, { version, step: "approve", confirmed: true, directive });
  // the plan is made by a job
  const rows: Row[] = await vi.waitFor(
    async () => {
      const found = (await ask("GET", `/api/obligations?territoryId=${territoryId}&programmeId=${id}`)).rows;
      if (found.length < 5) throw new Error(`${found.length} obligations of 5 are there`);
      return found;
    },
    { timeout: PATIENCE_MS, interval: 500 },
  );
  await reportFirst(
    ask,
    territoryId,
    rows.find((row) => row.occurrence === "2020 год")!,
  );
  return { territoryId, rows };
}

async function reportFirst(
  ask: (method: string, url: string, data?: object) => Promise<any>,
  territoryId: string,
  row: Row,
): Promise<void> {
  const card = await ask("GET", `/api/obligations/${territoryId}/${row.id}`);
  const values = card.plannedValues.map((one: { id: string; year: number; unit: string }) => ({
    obligationId: row.id,
    plannedValueId: one.id,
    year: one.year,
    value: one.unit === "percent" ? 26 : 3,
    denominator: one.unit === "percent" ? 31 : null,
  }));
  const content = {
    kind: "done",
    text: "Собрали летопись за год, показали её на празднике.",
    doneOn: "2020-12-20",
    reason: "",
    obligationIds: [row.id],
    values,
    evidence: [{ kind: "link", url: "https://tvorchestvo.example/letopis" }],
  };
  const report = await ask("POST", "/api/reports", { territoryId, content });
  await ask("POST", `/api/reports/${territoryId}/${report.id}/submit`, { version: report.version, content });
}
