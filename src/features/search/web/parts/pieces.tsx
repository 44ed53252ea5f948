import { typeset } from "#web/ui/typeset.ts";
import type { Piece } from "../../model/contract.ts";

/** A text with the words that were looked for marked in it. */
export function Pieces({ pieces }: { readonly pieces: readonly Piece[] }) {
  return pieces.map(({ text, found }, at) =>
    found ? <mark key={at}>{text}</mark> : <span key={at}>{typeset(text)}</span>,
  );
}
