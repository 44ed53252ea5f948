import { typeset } from "#web/ui/typeset.ts";
import type { DifferenceRow } from "../../model/redaction-difference.ts";

/** A text with what was taken away struck through and what was put in underlined: readable without colour. */
export function MarkedWords({ words }: { readonly words: DifferenceRow["title"] }) {
  return words.map(({ kind, text }, at) => {
    // stretches have no identity but their place
    if (kind === "removed") return <del key={at}>{text}</del>;
    if (kind === "added") return <ins key={at}>{text}</ins>;
    return <span key={at}>{typeset(text)}</span>;
  });
}
