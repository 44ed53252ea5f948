import { ORGANISATION_KIND_NAME, ROLE_NAME, type OrganisationKind } from "#features/places/model/words.ts";
import { dateInDigits } from "#domain/russian/dates.ts";
import type { Role } from "#shared/actor.ts";
import type { LocalDate } from "#shared/local-date.ts";
import { paperName, type PaperKind } from "#features/papers/model/words.ts";
import { ownerInWords, STATUS_NAME, type ProgrammeStatus } from "#features/programmes/model/words.ts";
import { REPORT_STATE_WORD, type ReportState } from "#features/reports/model/lifecycle.ts";
import type { FoundKind } from "./kinds.ts";

/** What the database tells of a row that was found, by kind. */
export interface Told {
  readonly programme: { state: ProgrammeStatus; owner: string | null; kind: "region" | "municipality" };
  readonly measure: { number: string; programme: string; programmeId: string; closed: boolean };
  readonly report: { state: ReportState; bearer: string | null; programme: string | null; dueOn: LocalDate | null };
  readonly organisation: { kind: OrganisationKind; closed: string | null; phone: string };
  readonly person: { position: string | null; role: Role | null; organisation: string | null; territoryId: string };
  readonly paper: { kind: PaperKind; number: string; datedOn: LocalDate | null; issuer: string | null };
  readonly file: {
    owner: "report" | "paper" | "import";
    ownerId: string;
    report: string | null;
    bearer: string | null;
    paper: string | null;
  };
}

interface HitWords {
  readonly place: string;
  readonly state: string | null;
  /** address of the page */
  readonly link: string;
}

const joined = (...parts: readonly (string | null)[]) => parts.filter(Boolean).join(", ");
const quoted = (text: string | null) => text && `«${text}»`;
const capital = (text: string) => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;

type Words = { readonly [Kind in FoundKind]: (told: Told[Kind], territoryId: string, id: string) => HitWords };

const WORDS: Words = {
  programme: (told, territoryId, id) => ({
    place: told.owner ?? `${capital(ownerInWords({ owner: null, territoryKind: told.kind }))} программа`,
    state: STATUS_NAME[told.state],
    link: `/programmes/${territoryId}/${id}`,
  }),
  measure: (told, territoryId, id) => ({
    place: joined(told.number && `№\u00A0${told.number}`, quoted(told.programme)),
    state: told.closed ? "закрыто" : null,
    link: `/programmes/${territoryId}/${told.programmeId}/measures/${id}`,
  }),
  report: (told, territoryId, id) => ({
    place: joined(told.bearer, quoted(told.programme), told.dueOn && `срок\u00A0${dateInDigits(told.dueOn)}`),
    state: REPORT_STATE_WORD[told.state],
    link: `/reports/${territoryId}/${id}`,
  }),
  organisation: (told, _, id) => ({
    place: joined(capital(ORGANISATION_KIND_NAME[told.kind]), told.phone.replaceAll(" ", "\u00A0")),
    state: told.closed && "закрыта",
    link: `/organisations/${id}`,
  }),
  person: (told, _, id) => ({
    place: capital(joined(told.position ?? (told.role && ROLE_NAME[told.role]), told.organisation)),
    state: null,
    link: `/people/${id}?territory=${told.territoryId}`,
  }),
  paper: (told, territoryId, id) => ({
    place: paperName({ ...told, issuerShortName: told.issuer }),
    state: null,
    link: `/papers/${territoryId}/${id}`,
  }),
  file: (told, territoryId) => {
    if (told.owner === "report")
      return {
        place: joined(`К отчёту ${quoted(told.report) ?? ""}`.trim(), told.bearer),
        state: null,
        link: `/reports/${territoryId}/${told.ownerId}`,
      };
    if (told.owner === "paper")
      return {
        place: `К документу ${quoted(told.paper)}`,
        state: null,
        link: `/papers/${territoryId}/${told.ownerId}`,
      };
    return { place: "Загружен как программа", state: null, link: `/imports/${territoryId}/${told.ownerId}` };
  },
};

/** Where a row that was found belongs, how it stands and where it opens. */
export function hitWords<Kind extends FoundKind>(
  kind: Kind,
  told: Told[Kind],
  territoryId: string,
  id: string,
): HitWords {
  return WORDS[kind](told, territoryId, id);
}
