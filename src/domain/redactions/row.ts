/** A row of a redaction as the matching sees it: its words and where they stand. Rows come in the order of the document. */
export interface RedactionRow {
  readonly key: string;
  readonly number: string;
  readonly title: string;
  /** of a matrix: whose column it stands in; "" elsewhere */
  readonly level: string;
  /** titles of what it stands in, the outermost first */
  readonly path: readonly string[];
  /** its other words: term, parties, result, planned values */
  readonly texts: readonly string[];
}
