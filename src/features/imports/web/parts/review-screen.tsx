import { useMediaQuery } from "@mantine/hooks";
import { useCallback, useMemo, useState } from "react";
import { useNavigate } from "react-router";
import { counted } from "#domain/russian/plural.ts";
import { useWrite } from "#web/api/query.ts";
import { problemText } from "#web/api/problem.ts";
import { request } from "#web/api/request.ts";
import { showNotice, showUndo } from "#web/ui/notice.tsx";
import type { Decision } from "../../model/contract.ts";
import type { ReviewDoubt } from "../../model/doubts.ts";
import type { ImportDocument, ImportView, Review } from "../../model/view.ts";
import { importPath, programmePage } from "../api.ts";
import { BesideReview } from "./beside-review.tsx";
import { Duplicates } from "./duplicates.tsx";
import { focusPanel } from "./focus-panel.ts";
import { ImportFrame } from "./import-frame.tsx";
import { PhoneReview } from "./phone-review.tsx";
import { PassportTexts } from "./passport-texts.tsx";
import { ReviewActions } from "./review-actions.tsx";
import { ReviewFooter } from "./review-footer.tsx";
import { SettingsDialog } from "./settings-dialog.tsx";
import { useAnswers } from "./use-answers.ts";
import { useDoubts } from "./use-doubts.ts";
import { useReviewKeys } from "./use-review-keys.ts";

interface ReviewScreenProps {
  readonly view: ImportView;
  readonly review: Review;
  readonly document: ImportDocument;
}

/** What the parts of the screen need to ask and answer. */
export interface ReviewWork {
  readonly doubts: readonly ReviewDoubt[];
  readonly active: ReviewDoubt | undefined;
  /** the option pointed at in the open panel, not accepted yet */
  readonly pointed: string | null;
  readonly canRemember: boolean;
  readonly organisations: ImportDocument["organisations"];
  open(id: string): void;
  close(): void;
  point(option: string): void;
  decide(decision: Decision): void;
}

/** The review of a read document: left as printed, right as understood, doubts between them. */
export function ReviewScreen({ view, review, document }: ReviewScreenProps) {
  const navigate = useNavigate();
  const isNarrow = useMediaQuery("(max-width: 960px)", undefined, { getInitialValueInEffect: false });
  const answers = useAnswers(view, review);
  const { doubts } = answers;
  const cursor = useDoubts(doubts);
  const [choice, setChoice] = useState<{ readonly id: string; readonly option: string } | null>(null);
  const [settingsOpen, setSettingsOpen] = useState(false);
  const open = useMemo(() => doubts.filter(({ answer }) => answer === null), [doubts]);
  const active = doubts.find(({ id }) => id === cursor.activeId);
  const pointed = active
    ? choice?.id === active.id
      ? choice.option
      : (active.answer?.option ?? active.suggested)
    : null;

  const { answer } = answers;
  const { next } = cursor;
  const decide = useCallback(
    (decision: Decision) => {
      answer([decision]);
      next();
    },
    [answer, next],
  );
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
        showNotice("Программа создана черновиком. Зарегистрируйте приказ и утвердите её.");
        void navigate(programmePage(view.territoryId, programmeId));
      },
    },
  );
  const pressApprove = async () => {
    const [first] = open;
    if (first) {
      cursor.open(first.id);
      return focusPanel(globalThis.document.querySelector<HTMLElement>(".review .panel"));
    }
    approve.mutate(await answers.settled(), { onError: (error) => showNotice(problemText(error), "late") });
  };
  const suggested = open.filter((doubt) => doubt.suggested !== null);
  const acceptAll = () => {
    answer(suggested.map(({ id, suggested: option }) => ({ doubtId: id, option: option!, remember: false })));
    cursor.close();
    showUndo({
      text: `Принято предложенное: ${counted(suggested.length, ["ответ", "ответа", "ответов"])}`,
      onUndo: answers.undo,
      state: "accepted",
    });
  };

  useReviewKeys({
    next: cursor.next,
    previous: cursor.previous,
    choose: (number) => {
      const option = active?.options[number - 1];
      if (active && option) setChoice({ id: active.id, option: option.key });
    },
    accept: () => {
      if (active && pointed !== null && pointed !== "own")
        decide({ doubtId: active.id, option: pointed, remember: false });
    },
    close: cursor.close,
    undo: () => (review.canUndo ? answers.undo() : undefined),
  });

  const work: ReviewWork = {
    doubts,
    active,
    pointed,
    canRemember: view.can.remember,
    organisations: document.organisations,
    open: cursor.open,
    close: cursor.close,
    point: (option) => active && setChoice({ id: active.id, option }),
    decide,
  };
  const Layout = isNarrow ? PhoneReview : BesideReview;
  return (
    <ImportFrame
      view={view}
      summary={summaryOf(review, document)}
      actions={
        <ReviewActions
          open={open.length}
          suggested={suggested.length}
          canUndo={review.canUndo}
          busy={approve.isPending}
          onNext={cursor.next}
          onAcceptAll={acceptAll}
          onUndo={answers.undo}
          onSettings={() => setSettingsOpen(true)}
          onApprove={() => void pressApprove()}
          view={view}
        />
      }
    >
      <Duplicates view={view} />
      {review.notes.length > 0 && (
        <details className="loose">
          <summary>Замечания к документу: {review.notes.length}</summary>
          <ul>
            {review.notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </details>
      )}
      <Layout document={document} review={review} work={work} />
      {(isNarrow || review.settings.tables.length > 0) && <PassportTexts texts={document.texts} />}
      <ReviewFooter saving={answers.saving} />
      {settingsOpen && (
        <SettingsDialog
          settings={review.settings}
          tables={document.tables}
          onSave={answers.changeSettings}
          onClose={() => setSettingsOpen(false)}
        />
      )}
    </ImportFrame>
  );
}

function summaryOf(review: Review, document: ImportDocument): string {
  if (document.tables.length === 0) {
    return `таблиц с мероприятиями нет, ${counted(review.texts, ["раздел", "раздела", "разделов"])} текста`;
  }
  const chosen = document.tables.filter(({ key }) => review.settings.tables.includes(key));
  const sections = chosen.reduce((sum, table) => sum + table.sections, 0);
  const parts = [counted(review.rows.length, ["мероприятие", "мероприятия", "мероприятий"])];
  if (sections > 0) parts.push(`в ${counted(sections, ["разделе", "разделах", "разделах"])}`);
  const tables =
    document.tables.length > 1
      ? `, ${counted(chosen.length, ["таблица", "таблицы", "таблиц"])} из ${document.tables.length}`
      : "";
  return `${parts.join(" ")}${tables}`;
}
