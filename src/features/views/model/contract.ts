import { z } from "zod";
import { id, line, version } from "#shared/atoms.ts";
import { LIST_KEYS, LISTS, type ListKey } from "./lists.ts";

/** Most views that one person keeps in a territory. */
export const MOST_VIEWS = 50;

const list = z.enum(LIST_KEYS);
const named = {
  name: line(60, "Назовите вид: по названию его узнают в списке."),
  /** seen by all who stand at the territory */
  shared: z.boolean(),
  /** the list begins with it */
  opens: z.boolean(),
};

export const ViewsQuery = z.object({ territoryId: id, list });
/** Of the filter the words that the list has, each a text; one that is not there says nothing. */
const keepOf = (key: ListKey) =>
  z.object({
    territoryId: id,
    list: z.literal(key),
    filter: z.object(Object.fromEntries(LISTS[key].map((word) => [word, z.string().max(300).default("")]))),
    ...named,
  });
const [first, ...others] = LIST_KEYS;
export const KeepView = z.discriminatedUnion("list", [keepOf(first), ...others.map(keepOf)]);
export const ViewParams = z.object({ territoryId: id, viewId: id });
export const EditView = z.object({ version, ...named });
export const CloseView = z.object({ version, closed: z.boolean() });

export const SavedView = z.object({
  id,
  territoryId: id,
  list,
  name: z.string(),
  /** what of it the list takes today */
  filter: z.record(z.string(), z.string()),
  /** something of it the list takes no more */
  isCut: z.boolean(),
  shared: z.boolean(),
  /** of one's own: the list begins with it */
  opens: z.boolean(),
  /** whose it is, «Н. А. Ветрова»; null: one's own */
  author: z.string().nullable(),
  closed: z.boolean(),
  version: z.number(),
  can: z.object({ edit: z.boolean(), close: z.boolean() }),
});
export type SavedView = z.infer<typeof SavedView>;

/** One's own first, then those of colleagues, each by name. */
export const ViewList = z.object({
  items: z.array(SavedView),
  /** `share`: may show a view to all who stand at the territory */
  can: z.object({ keep: z.boolean(), share: z.boolean() }),
});
export type ViewList = z.infer<typeof ViewList>;
