import { useMediaQuery } from "@mantine/hooks";
import { useCallback, useMemo, useRef, useState } from "react";
import { useNavigate } from "react-router";
import { counted } from "#domain/russian/plural.ts";
import { useWrite } from "#web/api/query.ts";
import { problemText } from "#web/api/problem.ts";
import { request } from "#web/api/request.ts";
import { showNotice, showUndo } from "#web/ui/notice.tsx";
import { apartId } from "../../model/apart.ts";
import type { Decision } from "../../model/contract.ts";
import type { ReviewDoubt } from "../../model/doubts.ts";
import { acceptedProposals, rememberedNames } from "../../model/remembering.ts";
import type { ImportDocument, ImportView, Review } from "../../model/view.ts";
import { importPath, programmePage } from "../api.ts";
import { BesideReview } from "./beside-review.tsx";
import { Duplicates } from "./duplicates.tsx";
import { focusPanel } from "./focus-panel.ts";
import { ImportFrame } from "./import-frame.tsx";
import { PhoneReview } from "./phone-review.tsx";
import { PassportTexts } from "./passport-texts.tsx";
import { PROGRAMME_TO_BE, ProgrammeToBe } from "./programme-to-be.tsx";
import { ReviewActions } from "./review-actions.tsx";
import { ReviewFooter } from "./review-footer.tsx";
import { SettingsDialog } from "./settings-dialog.tsx";
import { useAnswers } from "./use-answers.ts";
import { useDoubts } from "./use-doubts.ts";
import { useKeptScroll } from "./use-kept-scroll.ts";
import { reviewSummary } from "./review-summary.ts";
import type { ReviewWork } from "./review-work.ts";
import { useReadiness } from "./use-readiness.ts";
import { useProgrammeNames } from "./use-programme-names.ts";
import { useRemembering } from "./use-remembering.ts";
import { useReviewKeys } from "./use-review-keys.ts";

interface ReviewScreenProps {
  readonly view: ImportView;
  readonly review: Review;
  readonly document: ImportDocument;
}

/** The review of a read document: left as printed, right as understood, doubts between them. */
export function ReviewScreen({ view, review, document }: ReviewScreenProps) {
  const navigate = useNavigate();
  const isNarrow = useMediaQuery("(max-width: 960px)", undefined, { getInitialValueInEffect: false });
  const answers = useAnswers(view, review);
  const { doubts } = answers;
  const cursor = useDoubts(doubts, view.id);
  const remembering = useRemembering(view.can.remember);
  const names = useProgrammeNames(review.settings, answers.changeSettings);
  useKeptScroll(`review-scroll/${view.id}`);
  const [choice, setChoice] = useState<{ readonly id: string; readonly option: string } | null>(null);
  const [early, setEarly] = useState<string | null>(null);
  const [settingsOpen, setSettingsOpen] = useState(false);
  const open = useMemo(() => doubts.filter(({ answer }) => answer === null), [doubts]);
  const active = doubts.find(({ id }) => id === cursor.activeId);
  const pointed = active
    ? choice?.id === active.id
      ? choice.option
      : (active.answer?.option ?? active.suggested)
    : null;

  const [row, setRow] = useState<{ readonly id: string; readonly measureKey: string } | null>(null);
  const only = active && row?.id === active.id ? row.measureKey : null;

  const { answer } = answers;
  const { next } = cursor;
  const { isTicked } = remembering;
  const given = useRef<string[]>([]);
  const accept = useCallback(
    (doubt: ReviewDoubt, option: string, own?: Decision["own"]) => {
      if (row?.id === doubt.id) {
        // one row is answered apart; the question stays open for the others
        const doubtId = apartId(doubt.id, row.measureKey);
        given.current.push(doubtId);
        answer([{ doubtId, option, remember: false }]);
        return setRow(null);
      }
      given.current.push(doubt.id);
      answer([{ doubtId: doubt.id, option, remember: isTicked(doubt), ...(own && { own }) }]);
      next();
    },
    [answer, next, isTicked, row],
  );
  const undo = () => {
    if (!review.canUndo && answers.saving === "saved") return;
    answers.undo();
    const last = given.current.pop();
    if (last !== undefined) cursor.open(last);
  };
  useReadiness(open.length);
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
  const pressApprove = async () => {
    const [first] = open;
    if (first) {
      setEarly(first.id);
      cursor.open(first.id);
      return focusPanel(globalThis.document.querySelector<HTMLElement>(".review .panel"));
    }
    if (names.isBlank) {
      showNotice("Сначала назовите программу.", "soon");
      return globalThis.document.getElementById(PROGRAMME_TO_BE)?.scrollIntoView({ block: "center" });
    }
    approve.mutate(await answers.settled(), { onError: (error) => showNotice(problemText(error), "late") });
  };
  const suggested = open.filter((doubt) => doubt.suggested !== null);
  const closeUndo = useRef<() => void>(() => undefined);
  const acceptAll = () => {
    const taken = acceptedProposals(suggested, isTicked);
    const kept = taken.filter(({ remember }) => remember).length;
    given.current = [];
    closeUndo.current();
    answer(taken);
    cursor.close();
    closeUndo.current = showUndo({
      text: `Принято предложенное: ${counted(taken.length, ["ответ", "ответа", "ответов"])}${kept > 0 ? `, в словарь пойдёт ${kept}` : ""}`,
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
      if (!active) next();
      else if (pointed !== null && pointed !== "own") accept(active, pointed);
    },
    close: cursor.close,
    undo,
  });

  const work: ReviewWork = {
    doubts,
    active,
    pointed,
    early: active?.id === early && active?.answer === null ? earlyWords(open.length) : null,
    remembering,
    rows: review.rows,
    organisations: document.organisations,
    open: cursor.open,
    close: cursor.close,
    point: (option) => active && setChoice({ id: active.id, option }),
    accept,
    only,
    chooseOnly: (measureKey) => setRow(active && measureKey !== null ? { id: active.id, measureKey } : null),
  };
  const Layout = isNarrow ? PhoneReview : BesideReview;
  return (
    <ImportFrame
      view={view}
      summary={reviewSummary(review, document)}
      actions={
        <ReviewActions
          open={open.length}
          suggested={suggested.length}
          canUndo={review.canUndo}
          busy={approve.isPending}
          onNext={cursor.next}
          onAcceptAll={acceptAll}
          onUndo={undo}
          onSettings={() => setSettingsOpen(true)}
          onApprove={() => void pressApprove()}
          view={view}
        />
      }
    >
      <Duplicates view={view} />
      <ProgrammeToBe
        review={review}
        tables={document.tables}
        work={work}
        names={names}
        isReady={open.length === 0}
        onSettings={() => setSettingsOpen(true)}
      />
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

function earlyWords(open: number): string {
  if (open === 1) return "Сначала ответьте на последний вопрос.";
  return `Сначала ответьте на ${counted(open, ["вопрос", "вопроса", "вопросов"])}: вот первый.`;
}
