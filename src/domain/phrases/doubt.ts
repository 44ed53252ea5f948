/** Why a reading should be looked at by a person although it was made. */
export type PhraseDoubtKind =
  /** read in spite of a misprint: «ноябр», «ежегодна» */
  | "misprint"
  /** typed in Latin letters that look Cyrillic: «Mай» */
  | "lookAlike"
  /** more than one meaning fits: «I полугодие», «29.02» */
  | "ambiguous"
  /** days that the calendar does not have, or an end before its beginning: «31.09» */
  | "impossible"
  /** counted from an event that has no date: «в течение недели после семинара» */
  | "relative"
  /** hours, not days: «14.00-14.10» */
  | "hours"
  /** the reading keeps less than the words say: «10-15», «по 2 от каждой ОО» */
  | "narrowed";

export interface PhraseDoubt {
  readonly kind: PhraseDoubtKind;
  /** the words in doubt as written */
  readonly quote: string;
  /** a Russian sentence for the person who decides */
  readonly words: string;
}

/** How far a phrase was understood: whole, whole but doubted, in part (some words were not used), or not at all. */
export type Confidence = "whole" | "doubted" | "part" | "none";

export function confidenceOf(isRead: boolean, rest: string, doubts: readonly PhraseDoubt[]): Confidence {
  if (rest) return isRead ? "part" : "none";
  if (doubts.length) return isRead ? "doubted" : "none";
  return "whole";
}

/** A doubt before the words it is about are known. */
export type Unquoted = Omit<PhraseDoubt, "quote">;
