import type { QueryClient } from "@tanstack/react-query";
import type { PictureFacts } from "#shared/first-picture.ts";
import type { Asking } from "./api/asking.ts";
import { countsOf } from "./api/counts.ts";
import type { Me } from "./api/me.ts";
import { sliceFills, sliceRoutes } from "./routes.tsx";

/** What the page at the path asks for this person beside the session; nothing where no picture is drawn of it. */
export function askedAt(path: string, me: Me): readonly Asking<unknown>[] {
  const picture = sliceRoutes.find((route) => route.path === path)?.picture;
  if (!picture) return [];
  const fills = sliceFills.filter(({ slot }) => picture.slots?.includes(slot));
  return [countsOf(me), ...picture.asks(me), ...fills.flatMap(({ asks }) => asks?.(me) ?? [])];
}

/** Puts the answers where the page looks for them; `updatedAt` in milliseconds of the clock at hand. */
export function keepAnswers(
  queries: QueryClient,
  me: Me,
  path: string,
  answers: PictureFacts["answers"],
  updatedAt: number,
): void {
  for (const { queryKey, address } of askedAt(path, me))
    if (address in answers) queries.setQueryData(queryKey, answers[address], { updatedAt });
}
