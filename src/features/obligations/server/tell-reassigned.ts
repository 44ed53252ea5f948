import { dateInWords } from "#domain/russian/dates.ts";
import { quoted } from "#domain/russian/quotes.ts";
import { grouped } from "#shared/grouped.ts";
import type { Id } from "#shared/ids.ts";
import type { LocalDate } from "#shared/local-date.ts";
import type { UseCaseContext } from "#platform/http/route.ts";
import { notify } from "#features/notices/server/public.ts";
import type { ObligationRecord } from "./obligation-rows.ts";
import { answerersOf } from "./people-of.ts";

/** Who is obliged by a row: an organisation, a person, or the municipality itself. */
export function bearerIdOf(row: ObligationRecord): Id {
  return row.bearer_organisation_id ?? row.bearer_person_id ?? row.territory_id;
}

/** «Рассказ родителям», срок 31 декабря 2021; of several the first, and how many more. */
export function namedRows([first, ...more]: readonly ObligationRecord[]): string {
  const title = quoted(first!.measure_title);
  return more.length > 0 ? `${title} и ещё ${more.length}` : `${title}, срок ${dateInWords(first!.due_on)}`;
}

export interface BearerNotice {
  readonly text: string;
  /** where a letter must not say all of it */
  readonly letterText?: string;
  readonly link: string;
}

/** One notice to each bearer of these rows, however many are theirs: to whoever answers for it and whomever it was given to within it. */
export async function tellReassigned(
  context: UseCaseContext,
  { territoryId, rows, today }: { territoryId: Id; rows: readonly ObligationRecord[]; today: LocalDate },
  noticeOf: (own: readonly ObligationRecord[]) => BearerNotice,
): Promise<void> {
  for (const own of grouped(rows, bearerIdOf).values()) {
    const { bearer_organisation_id: organisationId, bearer_person_id: personId } = own[0]!;
    const heads = organisationId ? await answerersOf(context.tx, territoryId, [organisationId], today) : [];
    await notify(context, {
      territoryId,
      personIds: [
        ...heads.map(({ id }) => id),
        ...(personId ? [personId] : []),
        ...own.flatMap((row) => row.delegated_to ?? []),
      ],
      kind: "obligation-reassigned",
      dedupeKey: null,
      ...noticeOf(own),
    });
  }
}
