import { useMediaQuery } from "@mantine/hooks";
import { useEffect, useMemo, useRef, useState } from "react";
import { showNotice } from "#web/ui/notice.tsx";
import { programmeYears } from "../../model/programme-years.ts";
import type { LostAnswer } from "../../model/stale.ts";
import type { ImportDocument, ImportView, Review } from "../../model/view.ts";
import { BesideReview } from "./beside-review.tsx";
import { Duplicates } from "./duplicates.tsx";
import { ImportFrame } from "./import-frame.tsx";
import { OtherTables } from "./other-tables.tsx";
import { PassportTexts } from "./passport-texts.tsx";
import { PhoneReview } from "./phone-review.tsx";
import { AmendedProgramme } from "./amended-programme.tsx";
import { ProgrammeToBe } from "./programme-to-be.tsx";
import { ReviewActions } from "./review-actions.tsx";
import { ReviewFooter } from "./review-footer.tsx";
import { reviewSummary } from "./review-summary.ts";
import type { ReviewWork } from "./review-work.ts";
import { SettingsDialog } from "./settings-dialog.tsx";
import { useAnswering } from "./use-answering.ts";
import { useAnswers } from "./use-answers.ts";
import { useApproval } from "./use-approval.ts";
import { useDoubts } from "./use-doubts.ts";
import { useKeptScroll } from "./use-kept-scroll.ts";
import { useProgrammeNames } from "./use-programme-names.ts";
import { useReadiness } from "./use-readiness.ts";
import { useRemembering } from "./use-remembering.ts";
import { useReviewKeys } from "./use-review-keys.ts";
import "./edits.css";

interface ReviewScreenProps {
  readonly view: ImportView;
  readonly review: Review;
  readonly document: ImportDocument;
}

/** The review of a read document: left as printed, right as understood, doubts between them. */
export function ReviewScreen({ view, review, document }: ReviewScreenProps) {
  const isNarrow = useMediaQuery("(max-width: 960px)", undefined, { getInitialValueInEffect: false });
  const lay = useRef<(lost: LostAnswer) => void>(() => undefined);
  const answers = useAnswers(view, review, (lost) => lay.current(lost));
  const cursor = useDoubts(answers.doubts, view.id);
  const remembering = useRemembering(view.can.remember);
  const names = useProgrammeNames(review.settings, answers.changeSettings);
  const answering = useAnswering(answers, cursor, remembering, review.canUndo);
  const { open, active, pointed, accept, undo, close, acceptAlike } = answering;
  const approval = useApproval(view, answers, open, names, answering.openDoubt);
  const [settingsOpen, setSettingsOpen] = useState(false);
  useKeptScroll(`review-scroll/${view.id}`);
  useReadiness(open.length);
  useEffect(() => {
    // the question itself stands in the panel that opens
    lay.current = ({ decision, doubt, theirs }) => {
      showNotice(`Тем временем кто-то ответил: «${theirs}». Ваш ответ не записан: решите, какой верен.`, "late");
      answering.lay(doubt.id, decision.option);
    };
  });

  const { settings } = review;
  const { years, shown } = useMemo(
    () => ({
      years: programmeYears(settings),
      shown: document.tables.filter(({ key }) => settings.tables.includes(key)).length,
    }),
    [settings, document.tables],
  );
  useReviewKeys({
    next: cursor.next,
    previous: cursor.previous,
    choose: (number) => {
      const option = active?.options[number - 1];
      if (option) answering.point(option.key);
    },
    accept: () => {
      if (!active) cursor.next();
      else if (pointed !== null && pointed !== "own") accept(active, pointed);
    },
    acceptAlike,
    close,
    undo,
  });

  const work: ReviewWork = {
    doubts: answers.doubts,
    active,
    pointed,
    early: approval.earlyWords(active),
    remembering,
    rows: review.rows,
    organisations: document.organisations,
    years,
    edits: review.edits,
    picked: answering.picked,
    pickRow: answering.pickRow,
    arrange: answering.arrange,
    open: answering.openDoubt,
    close,
    point: answering.point,
    accept,
    only: answering.only,
    chooseOnly: answering.chooseOnly,
  };
  const Layout = isNarrow ? PhoneReview : BesideReview;
  return (
    <ImportFrame
      view={view}
      summary={reviewSummary(review, document)}
      actions={
        <ReviewActions
          open={open.length}
          suggested={open.filter(({ suggested }) => suggested !== null).length}
          canUndo={review.canUndo}
          busy={approval.busy}
          saving={answers.saving === "saving"}
          onNext={cursor.next}
          onAcceptAll={answering.acceptAll}
          onUndo={undo}
          onSettings={() => setSettingsOpen(true)}
          onApprove={() => void approval.press()}
          view={view}
        />
      }
    >
      <Duplicates view={view} />
      {view.amends ? (
        <AmendedProgramme
          amends={view.amends}
          review={review}
          tables={document.tables}
          isReady={open.length === 0}
          onSettings={() => setSettingsOpen(true)}
        />
      ) : (
        <ProgrammeToBe
          review={review}
          tables={document.tables}
          work={work}
          names={names}
          isReady={open.length === 0}
          onSettings={() => setSettingsOpen(true)}
        />
      )}
      <LooseNotes notes={review.notes} />
      <Layout document={document} review={review} work={work} />
      <OtherTables tables={document.others} arrange={answering.arrange} />
      {(isNarrow || shown > 0) && <PassportTexts texts={document.texts} />}
      <ReviewFooter
        saving={answers.saving}
        alike={answering.alike}
        rows={review.rows}
        isAsking={open.length > 0}
        onAlike={acceptAlike}
      />
      {settingsOpen && (
        <SettingsDialog
          settings={settings}
          tables={document.tables}
          onSave={answers.changeSettings}
          onClose={() => setSettingsOpen(false)}
        />
      )}
    </ImportFrame>
  );
}

function LooseNotes({ notes }: { readonly notes: readonly string[] }) {
  if (notes.length === 0) return null;
  return (
    <details className="loose">
      <summary>Замечания к документу: {notes.length}</summary>
      <ul>
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </details>
  );
}
