import type { Page } from "playwright-core";

/** Addresses of the demo district that pages hang on. */
export interface Places {
  readonly territory: string;
  readonly programme: string;
  readonly measure: string;
  readonly organisation: string;
  readonly person: string;
  readonly paper: string;
  /** the first report that waits for a decision */
  readonly report: string;
}

type Items = { readonly items: readonly { readonly id: string }[] };

/** Looks the addresses up as the officer who is signed in on the page. */
export async function readPlaces(page: Page): Promise<Places> {
  const get = async <Answer>(path: string) => (await (await page.request.get(path)).json()) as Answer;
  const session = await get<{ places: { territoryId: string }[] }>("/api/session");
  const territory = session.places[0]!.territoryId;
  const named = async (path: string, q: string) =>
    (await get<Items>(`${path}?territoryId=${territory}&q=${encodeURIComponent(q)}`)).items[0]!.id;
  const programme = `/programmes/${territory}/${await named("/api/programmes", "Поддержка школ с низкими")}`;
  const table = await get<{ roadmaps: { measures: { id: string; number: string }[] }[] }>(`/api${programme}/measures`);
  const measure = table.roadmaps[0]!.measures.find(({ number }) => number === "1.3")!;
  const { rows } = await get<{ rows: Items["items"] }>(`/api/reports?territoryId=${territory}&state=submitted`);
  return {
    territory,
    programme,
    measure: `${programme}/measures/${measure.id}`,
    organisation: `/organisations/${await named("/api/organisations", "СОШ № 3")}`,
    person: `/people/${await named("/api/people", "Северова")}`,
    paper: `/papers/${territory}/${await named("/api/papers", "412")}`,
    report: `/reports/${territory}/${rows[0]!.id}`,
  };
}
