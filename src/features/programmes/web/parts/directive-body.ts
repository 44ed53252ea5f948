import type { DirectiveDraft } from "./directive-fields.tsx";

/** The directive as it is sent: the one chosen, or the one typed. */
export function directiveBody(draft: DirectiveDraft): object {
  if (draft.mode === "registered" && draft.paperId) return { paperId: draft.paperId };
  return {
    number: draft.number,
    datedOn: draft.datedOn,
    title: draft.title,
    fileId: draft.files[0]?.id ?? null,
  };
}
