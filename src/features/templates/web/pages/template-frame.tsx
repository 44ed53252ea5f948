import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Outlet } from "react-router";
import { useDraft } from "#web/api/draft.ts";
import { Loaded } from "#web/ui/loaded.tsx";
import { PageSkeleton } from "#web/ui/skeleton.tsx";
import { proposedDraft } from "../../model/adaptation-draft.ts";
import type { TemplatePage } from "../../model/contract.ts";
import { useTemplatePlace, type Adapting } from "../place.ts";
import { templateQuery } from "../queries.ts";
import "./template.css";

const DRAFT_SHAPE = 2;

/** One template: its page and the steps by which it becomes a programme, over one draft. */
export default function TemplateFrame() {
  const { territoryId, templateKey } = useTemplatePlace();
  const template = useQuery(templateQuery(territoryId, templateKey));
  const [attempt, setAttempt] = useState(1);
  return (
    <Loaded query={template} title="Шаблон не открылся" skeleton={<PageSkeleton />}>
      {(page) => <Opened key={`${page.key} ${attempt}`} page={page} onAnew={() => setAttempt((now) => now + 1)} />}
    </Loaded>
  );
}

function Opened({ page, onAnew }: { readonly page: TemplatePage; readonly onAnew: () => void }) {
  const { territoryId } = useTemplatePlace();
  const draft = useDraft({
    key: `template/${territoryId}/${page.key}`,
    version: DRAFT_SHAPE,
    initial: proposedDraft(page),
  });
  const beginAnew = () => {
    draft.clear();
    onAnew();
  };
  return (
    <div className="template-page">
      <Outlet context={{ page, draft, beginAnew } satisfies Adapting} />
    </div>
  );
}
