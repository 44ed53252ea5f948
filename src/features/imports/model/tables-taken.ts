import { counted, plural } from "#domain/russian/plural.ts";

/** «В документе 3 перечня мероприятий: все войдут в программу.», «…: в программу войдут 2.» */
export function tablesTaken(tables: readonly { readonly key: number }[], chosen: readonly number[]): string {
  const taken = tables.filter(({ key }) => chosen.includes(key)).length;
  const found = `В документе ${counted(tables.length, ["перечень", "перечня", "перечней"])} мероприятий`;
  if (taken === tables.length) return `${found}: все войдут в программу.`;
  if (taken === 0) return `${found}: ни один не войдёт в программу.`;
  return `${found}: в программу ${plural(taken, ["войдёт", "войдут", "войдут"])} ${taken}.`;
}
