import { useQuery } from "@tanstack/react-query";
import type { ProgrammeProgress } from "#features/progress/model/contract.ts";
import { isOfKind, isTurned, standingAmong, type PeriodKind } from "#features/progress/model/period.ts";
import { askAgain } from "#features/progress/model/planning.ts";
import { useAddressValue } from "../ui/address-value.ts";
import { request } from "./request.ts";

/**
 * Figures of a programme in the period that the address bar tells; where it tells the kind alone, in the one of that kind that stands. `key`
 * is of that period, empty for the whole programme; until it is known which period stands, `isKnown` is false.
 */
export function useProgrammePeriod(territoryId: string, programmeId: string) {
  const [kind] = useAddressValue("kind", "all");
  const [told] = useAddressValue("period");
  const asking = (period: string) => ({
    queryKey: ["progress", "programme", programmeId, kind, period],
    queryFn: ({ signal }: { signal: AbortSignal }) =>
      request<ProgrammeProgress>(`/api/progress/programmes/${territoryId}/${programmeId}`, {
        query: { kind, period },
        signal,
      }),
  });
  const choice = useQuery(asking(""));
  const periods = choice.data?.periods ?? [];
  const isNamed = kind !== "all" && kind !== "span";
  const standing = isNamed && choice.data ? (standingAmong(periods, choice.data.today)?.key ?? "") : "";
  const key = isOfKind(told, kind as PeriodKind) && !isTurned(told) ? told : standing;
  const progress = useQuery({
    ...asking(key),
    placeholderData: (before) => before,
    refetchInterval: ({ state }) => askAgain(state.data?.planning),
  });
  return { kind: kind as PeriodKind, told, key, standing, periods, progress, isKnown: !isNamed || choice.isSuccess };
}
