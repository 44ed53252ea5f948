import type { Page } from "playwright-core";

/** The demo's programme as an officer's list knows it. */
export async function programmeOf(page: Page): Promise<string> {
  const get = async (path: string) => (await page.request.get(path)).json();
  const { places } = (await get("/api/session")) as { places: { territoryId: string }[] };
  const territory = places[0]!.territoryId;
  const q = encodeURIComponent("Поддержка школ с низкими");
  const { items } = (await get(`/api/programmes?territoryId=${territory}&q=${q}`)) as { items: { id: string }[] };
  return `/programmes/${territory}/${items[0]!.id}`;
}
