export interface PartyChipProps {
  /** the short code as the document prints it */
  readonly code: string;
  /** filled for the one who answers, outlined for those who help */
  readonly leading?: boolean;
  /** the code in full, for the pointer and for a screen reader */
  readonly title?: string | undefined;
}

/** A party's code, 22 px high. */
export function PartyChip({ code, leading = false, title }: PartyChipProps) {
  return (
    <span className={leading ? "code r" : "code"} title={title}>
      <span aria-hidden={title ? true : undefined}>{code}</span>
      {title && <span className="visually-hidden">{title}</span>}
    </span>
  );
}
