import { counted, plural } from "#domain/russian/plural.ts";
import type { ProgrammeFactsSeen } from "../../model/seen.ts";

type Facts = ProgrammeFactsSeen["measures"][string];

/** What stands under the term of a measure: «просрочено: СОШ № 3», «просрочили 3 исполнителя», «на проверке 2 отчёта»; empty while nothing calls. */
export function noteOf({ lateBearers, lateName, submitted, isAccepted }: Facts): string {
  // the verb would need the gender of a name
  if (lateName !== null) return `просрочено: ${lateName}`;
  if (lateBearers > 0) {
    const verb = plural(lateBearers, ["просрочил", "просрочили", "просрочили"]);
    return `${verb} ${counted(lateBearers, ["исполнитель", "исполнителя", "исполнителей"])}`;
  }
  if (submitted > 0) return `на проверке ${counted(submitted, ["отчёт", "отчёта", "отчётов"])}`;
  return isAccepted ? "принято" : "";
}
