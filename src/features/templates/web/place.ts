import { useOutletContext, useParams } from "react-router";
import type { Draft } from "#web/api/draft.ts";
import type { AdaptationDraft } from "../model/adaptation-draft.ts";
import type { TemplatePage } from "../model/contract.ts";

/** The template whose page is open, out of the address. */
export function useTemplatePlace() {
  const { territoryId = "", templateKey = "" } = useParams();
  return { territoryId, templateKey, page: `/templates/${territoryId}/${templateKey}` };
}

/** What the frame gives to its page and to the steps. */
export interface Adapting {
  readonly page: TemplatePage;
  readonly draft: Draft<AdaptationDraft>;
  /** forgets the draft: everything stands as the template proposes it */
  readonly beginAnew: () => void;
}

export function useAdapting(): Adapting {
  return useOutletContext<Adapting>();
}
