import { useState } from "react";
import { useNavigate } from "react-router";
import { counted } from "#domain/russian/plural.ts";
import { problemText } from "#web/api/problem.ts";
import { useWrite } from "#web/api/query.ts";
import { request } from "#web/api/request.ts";
import { showNotice } from "#web/ui/notice.tsx";
import type { ReviewDoubt } from "../../model/doubts.ts";
import { rememberedNames } from "../../model/remembering.ts";
import type { ImportView } from "../../model/view.ts";
import { importPath, programmePage } from "../api.ts";
import { focusPanel } from "./focus-panel.ts";
import { PROGRAMME_TO_BE } from "./programme-to-be.tsx";
import type { Answers } from "./use-answers.ts";
import type { ProgrammeNames } from "./use-programme-names.ts";

/** The step that makes the programme: pressed before its time it leads to the first question, or to the name that is missing. */
export function useApproval(
  view: ImportView,
  { doubts, settled }: Pick<Answers, "doubts" | "settled">,
  open: readonly ReviewDoubt[],
  names: ProgrammeNames,
  openDoubt: (id: string) => void,
) {
  const navigate = useNavigate();
  const [early, setEarly] = useState<string | null>(null);
  const approve = useWrite(
    (version: number, key) =>
      request<{ programmeId: string }>(`${importPath(view.territoryId, view.id)}/approve`, {
        method: "POST",
        body: { version },
        key,
      }),
    {
      refresh: [["imports", "list"], ["programmes"]],
      onDone: ({ programmeId }) => {
        const kept = rememberedNames(doubts);
        const dictionary =
          kept.length > 0 && view.can.remember ? ` В словарь округа добавлено: ${kept.join(", ")}.` : "";
        showNotice(`Программа создана черновиком. Зарегистрируйте приказ и утвердите её.${dictionary}`);
        void navigate(programmePage(view.territoryId, programmeId));
      },
    },
  );
  return {
    busy: approve.isPending,
    /** why the panel of this question came up by itself */
    earlyWords: (doubt: ReviewDoubt | undefined) =>
      doubt?.id === early && doubt?.answer === null ? earlyWords(open.length) : null,
    press: async () => {
      const [first] = open;
      if (first) {
        setEarly(first.id);
        openDoubt(first.id);
        return focusPanel(document.querySelector<HTMLElement>(".review .panel"));
      }
      if (view.amends) {
        await settled();
        return void navigate(`${programmePage(view.territoryId, view.amends.id)}/amend/${view.id}`);
      }
      if (names.isBlank) {
        showNotice("Сначала назовите программу.", "soon");
        return document.getElementById(PROGRAMME_TO_BE)?.scrollIntoView({ block: "center" });
      }
      approve.mutate(await settled(), { onError: (error) => showNotice(problemText(error), "late") });
    },
  };
}

function earlyWords(open: number): string {
  if (open === 1) return "Сначала ответьте на последний вопрос.";
  return `Сначала ответьте на ${counted(open, ["вопрос", "вопроса", "вопросов"])}: вот первый.`;
}
