import type { Id } from "#shared/ids.ts";

type Asker = "officer" | "school" | "region";

/** What is opened all day long: homes, lists by their filters, figures, queues, search; each by whoever opens it. */
export function hotPaths(of: {
  readonly region: Id;
  readonly territoryId: Id;
  readonly programmeId: Id;
  readonly organisationId: Id;
}): readonly (readonly [Asker, string])[] {
  const at = `territoryId=${of.territoryId}`;
  const school = `${at}&organisationId=${of.organisationId}`;
  const programme = `${of.territoryId}/${of.programmeId}`;
  const inMonth = `${at}&from=2026-11-01&to=2026-11-30`;
  return [
    ["school", `/api/obligations/home?${at}`],
    ["school", `/api/obligations/month?${at}`],
    ["school", `/api/obligations/holders?${school}`],
    ["school", `/api/progress/standing?${school}`],
    ["school", `/api/reports/history?${school}`],
    ["school", `/api/obligations?${at}`],
    ["school", `/api/counts?${at}`],
    ["officer", `/api/counts?${at}`],
    ["officer", "/api/notices"],
    ["officer", `/api/obligations?${at}`],
    ["officer", `/api/obligations?${inMonth}`],
    ["officer", `/api/obligations?${inMonth}&organisationId=${of.organisationId}`],
    ["officer", `/api/obligations?${inMonth}&programmeId=${of.programmeId}`],
    ["officer", `/api/reports?${at}`],
    ["officer", `/api/reports?${at}&state=toReview`],
    ["officer", `/api/reports?${school}&state=accepted`],
    ["officer", `/api/progress/home?${at}`],
    ["officer", `/api/progress/late?${at}`],
    ["officer", `/api/progress/rows?${at}`],
    ["officer", `/api/progress/rows?${at}&state=late`],
    ["officer", `/api/progress/summary?${at}`],
    ["officer", `/api/progress/programmes?${at}`],
    ["officer", `/api/progress/programmes/${programme}`],
    ["officer", `/api/progress/programmes/${programme}/execution`],
    ["officer", `/api/progress/programmes/${programme}/schedule`],
    ["officer", `/api/progress/programmes/${programme}/cadence`],
    ["officer", `/api/programmes/${programme}/measures`],
    ["officer", `/api/programmes?${at}`],
    ["officer", `/api/organisations?${at}`],
    ["officer", `/api/people?${at}`],
    ["officer", `/api/search?${at}&q=${encodeURIComponent("мероприятие")}`],
    ["region", `/api/progress/region?territoryId=${of.region}`],
  ];
}
