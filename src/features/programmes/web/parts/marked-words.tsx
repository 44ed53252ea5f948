import { Fragment } from "react";
import { typeset } from "#web/ui/typeset.ts";
import type { DifferenceRow } from "../../model/redaction-difference.ts";

/**
 * A text with what was taken away struck through and what was put in underlined: readable without colour. Spaces at the ends of a stretch
 * are not marked, and what comes instead stands apart from what was there.
 */
export function MarkedWords({ words }: { readonly words: DifferenceRow["title"] }) {
  return words.map(({ kind, text }, at) => {
    // stretches have no identity but their place
    if (kind === "same") return <span key={at}>{typeset(text)}</span>;
    const Mark = kind === "removed" ? "del" : "ins";
    const isReplaced = kind === "removed" && words[at + 1]?.kind === "added";
    return (
      <Fragment key={at}>
        {text.startsWith(" ") && " "}
        <Mark>{text.trim()}</Mark>
        {(text.endsWith(" ") || isReplaced) && " "}
      </Fragment>
    );
  });
}
