import type { Confidence, PhraseDoubt } from "./doubt.ts";

/** What a party does in a measure. Participants see the measure and owe no report. */
export type PartyPart =
  /** answers for it and does not do it: «ответственный: …» */
  | "accountable"
  /** does it: «исполнитель», and whoever is named first */
  | "assignee"
  /** does it beside the first: «соисполнитель», «совместно с …» */
  | "coAssignee"
  /** takes part: right of a slash, «при участии …», the column of participants */
  | "participant";

export interface Party {
  /** as written, without the qualifier «(по согласованию)»; compared through `matchKey` */
  readonly name: string;
  readonly part: PartyPart;
  /** present where the name had «(по согласованию)»: the party is not subordinate and joins by agreement */
  readonly byAgreement?: true;
}

export interface PartiesReading {
  readonly phrase: string;
  readonly parties: readonly Party[];
  /** the words that name no party, white space folded; empty when the phrase is understood whole */
  readonly rest: string;
  readonly doubts: readonly PhraseDoubt[];
  readonly confidence: Confidence;
}
