import { counted, plural } from "#domain/russian/plural.ts";
import { yearInWords } from "../../model/occurrence-words.ts";
import type { ProgrammeFactsSeen } from "../../model/facts-seen.ts";

type Facts = ProgrammeFactsSeen["measures"][string];

/** What stands under the term of a measure: «просрочено за 2021 год: СОШ № 3», «просрочили 3 исполнителя», «на проверке 2 отчёта»; empty while nothing calls. */
export function noteOf({ lateYear, lateBearers, lateName, submitted, isAccepted }: Facts): string {
  const ofYear = lateYear ? ` за ${yearInWords(lateYear.year, lateYear.kind)}` : "";
  // the verb would need the gender of a name
  if (lateName !== null) return `просрочено${ofYear}: ${lateName}`;
  if (lateBearers > 0) {
    const verb = plural(lateBearers, ["просрочил", "просрочили", "просрочили"]);
    return `${verb} ${counted(lateBearers, ["исполнитель", "исполнителя", "исполнителей"])}${ofYear}`;
  }
  if (submitted > 0) return `на проверке ${counted(submitted, ["отчёт", "отчёта", "отчётов"])}`;
  return isAccepted ? "принято" : "";
}
