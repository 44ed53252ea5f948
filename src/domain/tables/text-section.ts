export type TextKind =
  | "duties"
  | "stages"
  | "criteria"
  | "indicators"
  | "tasks"
  | "participants"
  | "abbreviations"
  /** what a site prints around the document: kept, and never taken into a programme */
  | "clutter"
  | "other";

/** What stands outside tables under one heading. */
export interface TextSection {
  readonly kind: TextKind;
  readonly heading: string | null;
  /** 1…9 of the heading, 0 where it is not one by style */
  readonly level: number;
  readonly paragraphs: readonly string[];
  readonly items: readonly TextItem[];
  /** indexes of the blocks, heading included */
  readonly blocks: readonly number[];
}

export interface TextItem {
  /** computed or typed mark: «1.», «–», empty for none */
  readonly marker: string;
  readonly text: string;
}
