import { grouped } from "#shared/grouped.ts";
import type { Id } from "#shared/ids.ts";
import { dateInWords } from "#domain/russian/dates.ts";
import { quoted } from "#domain/russian/quotes.ts";
import type { UseCaseContext } from "#platform/http/route.ts";
import { notifyEach } from "#features/notices/server/public.ts";
import { timeZoneOf } from "#features/places/server/public.ts";
import type { WantedObligation } from "../model/plan.ts";
import { plannedWords } from "../model/text.ts";
import { answerersOf, holdersOfRoles } from "./people-of.ts";
import type { PlannedProgramme } from "./load-plan.ts";

/** One summary to the people of each organisation that got new obligations, at most one a day for a programme. */
export async function tellBearers(
  context: UseCaseContext,
  programme: PlannedProgramme,
  territoryId: Id,
  added: readonly WantedObligation[],
): Promise<void> {
  const today = context.clock.today(await timeZoneOf(context.tx, territoryId));
  const byBearer = grouped(
    added.filter(({ bearer }) => bearer.kind !== "community"),
    ({ bearer }) => bearer.id,
  );
  const answerers = await answerersOf(context.tx, territoryId, [...byBearer.keys()], today);
  const atTerritory = await holdersOfRoles(context.tx, territoryId, ["officer", "methodologist"], null, today);
  const offices = await context.tx
    .selectFrom("organisation")
    .where("territory_id", "=", territoryId)
    .where("kind", "in", ["authority", "methodological_centre"])
    .select(["id", "kind"])
    .execute();
  const notices = [...byBearer].map(([bearerId, wishes]) => {
    const { bearer } = wishes[0]!;
    const office = offices.find((one) => one.id === bearerId)?.kind;
    // the authority and the territory answer by their officers, the centre by its methodologists, whose roles are held at the territory
    const role =
      office === "methodological_centre" ? "methodologist" : office || bearer.kind === "territory" ? "officer" : null;
    const heads = answerers.filter((person) => person.organisationId === bearerId);
    const people = [...heads, ...atTerritory.filter((person) => person.role === role)].map((person) => person.id);
    const late = wishes.filter((wish) => wish.dueOn < today).length;
    const ahead = wishes
      .map((wish) => wish.dueOn)
      .filter((day) => day >= today)
      .sort();
    const nearest = ahead[0] ? ` Ближайший срок — ${dateInWords(ahead[0])}.` : "";
    return {
      personIds: bearer.kind === "person" ? [bearerId] : people,
      kind: "obligations-planned",
      text: `Программа ${quoted(programme.title)}: ${plannedWords(wishes.length, late)}.${nearest}`,
      link: "/todo",
      dedupeKey: `planned ${programme.id} ${today}`,
    };
  });
  await notifyEach(context, territoryId, notices);
}
