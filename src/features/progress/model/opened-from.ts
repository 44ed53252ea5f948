/** Pages from which lists are opened, by their addresses, as the way back names them. */
const PAGES: readonly (readonly [RegExp, string])[] = [
  [/^\/today$/, "Сегодня"],
  [/^\/region$/, "Обзор"],
  [/^\/our-work$/, "Наша работа"],
  [/^\/progress\/late$/, "Кто просрочил"],
  [/^\/progress\/summary$/, "Итоги за период"],
  [/^\/programmes\/[^/]+\/[^/]+\/summary$/, "Итоги"],
  [/^\/organisations\/[^/]+$/, "Организация"],
  [/^\/programmes$/, "Программы"],
  [/^\/programmes\/[^/]+\/[^/]+\/cadence$/, "Регулярность"],
  [/^\/programmes\/[^/]+\/[^/]+\/execution$/, "Исполнение"],
  [/^\/programmes\/[^/]+\/[^/]+\/schedule$/, "График"],
  [/^\/programmes\/[^/]+\/[^/]+\/measures\/[^/]+$/, "Мероприятие"],
  [/^\/programmes\/[^/]+\/[^/]+(\/[^/]+)?$/, "Программа"],
];

/** What a link to a list tells it of the page that it stands on: its address with all that was chosen there. */
export interface OpenedFrom {
  readonly openedFrom: string;
}

/** The way back from a list: where and how it is called; undefined of what is no such page. */
export function wayBack(told: unknown): { readonly to: string; readonly label: string } | undefined {
  const to = (told as Partial<OpenedFrom> | null)?.openedFrom;
  if (typeof to !== "string") return undefined;
  const [path = ""] = to.split("?");
  const label = PAGES.find(([shape]) => shape.test(path))?.[1];
  return label === undefined ? undefined : { to, label };
}
