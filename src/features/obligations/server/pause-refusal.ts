import type { z } from "zod";
import { dateInWords } from "#domain/russian/dates.ts";
import type { LocalDate } from "#shared/local-date.ts";
import type { UseCaseContext } from "#platform/http/route.ts";
import type { BeginPause } from "#features/programmes/model/pause.ts";
import { coversDays } from "#features/programmes/model/pause-span.ts";
import { pausesOf, type ProgrammeRecord } from "#features/programmes/server/public.ts";
import { obligationProblem } from "../model/problems.ts";

/** The refusal in words; of two officers the second learns who paused it and when. */
export async function pauseRefusal(
  context: UseCaseContext,
  { territoryId, programmeId, measureId, from }: z.output<typeof BeginPause>,
  refusal: "nothing-to-pause" | "already-paused" | "pause-outside" | "pause-overlaps",
  programme: ProgrammeRecord,
) {
  const fields = { from: "Выберите другой день." };
  if (refusal === "already-paused") {
    const pauses = await pausesOf(context, territoryId, programmeId);
    const standing = pauses.find((one) => one.measureId === measureId && one.resumedOn === null)!;
    return obligationProblem("already-paused", {
      values: { who: standing.pausedBy, day: dateInWords(standing.from as LocalDate), reason: standing.reason },
      extra: { stored: standing },
    });
  }
  if (refusal === "pause-outside")
    return obligationProblem("pause-outside", {
      values: { first: dateInWords(programme.starts_on), last: dateInWords(programme.ends_on) },
      fields,
    });
  if (refusal === "nothing-to-pause") return obligationProblem(refusal);
  const pauses = await pausesOf(context, territoryId, programmeId);
  const [standing] = pauses
    .filter((one) => one.measureId === measureId && coversDays(one) && one.resumedOn! > from)
    .sort((one, other) => (one.resumedOn! > other.resumedOn! ? -1 : 1));
  return obligationProblem("pause-overlaps", {
    fields,
    values: {
      from: dateInWords(standing!.from as LocalDate),
      resumed: dateInWords(standing!.resumedOn as LocalDate),
      reason: standing!.reason,
    },
  });
}
