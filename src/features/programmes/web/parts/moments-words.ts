import type { AccountMoments } from "../../model/cadence.ts";
import { dayText } from "../../model/day-text.ts";
import { MOMENT_NAME } from "../../model/words.ts";

/** «в конце каждой учебной четверти», «в эти дни: 15.12, 20.05» */
export function momentsPhrase(moments: AccountMoments): string {
  return moments.kind === "days" ? `в эти дни: ${moments.days.map(dayText).join(", ")}` : MOMENT_NAME[moments.kind];
}

/** When what goes on all the time is accounted for: «В конце каждой учебной четверти». */
export function momentsInWords(moments: AccountMoments): string {
  const words = momentsPhrase(moments);
  return words[0]!.toUpperCase() + words.slice(1);
}
