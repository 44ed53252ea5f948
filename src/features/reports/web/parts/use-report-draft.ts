import { useCallback, useEffect, useRef, useState } from "react";
import { ApiProblem } from "#web/api/problem.ts";
import { onReconnect } from "#web/api/online.ts";
import { newKey, request } from "#web/api/request.ts";
import { useDraft } from "#web/api/draft.ts";
import type { ReportView } from "../../model/contract.ts";
import { contentOf, emptyForm, formOf, type ReportForm } from "../../model/report-form.ts";

/** What this device keeps: the form as typed, and the version of the server's draft it grew from. */
interface Kept {
  readonly form: ReportForm;
  readonly version: number | null;
  /** what was last sent to the server, whether its answer came or not */
  readonly sent?: string;
}

interface Saved {
  readonly id: string;
  readonly version: number;
}

export interface ReportDraft {
  readonly form: ReportForm;
  readonly change: (part: Partial<ReportForm>) => void;
  /** when the newest text was kept, here or on the server; null before the first time */
  readonly savedAt: Date | null;
  /** the device refused to keep it */
  readonly failed: boolean;
  /** another person or device saved the report meanwhile: both are shown, one is chosen */
  readonly conflict: ReportView | null;
  readonly keepMine: () => void;
  readonly takeTheirs: () => void;
  /** why the server does not take the draft (the text stays on this device); a lost connection is told by the page itself */
  readonly problem: unknown;
  /** the server's draft with everything typed; throws what the server refused */
  readonly flush: () => Promise<Saved>;
  /** after the server has the report for good */
  readonly clear: () => void;
}

const PAUSE_MS = 1500;
const told = (form: ReportForm) => JSON.stringify(contentOf(form));

/**
 * The draft of a report: every change goes to this device at once and to the server after a pause. A stale save is never settled
 * silently, except where what stands there is this device's own save, whose answer was lost; without connection it waits for it.
 */
export function useReportDraft(territoryId: string, obligationId: string, report: ReportView | null): ReportDraft {
  const theirs = report ? formOf(report, obligationId) : emptyForm(obligationId);
  const draft = useDraft<Kept>({
    key: `report/${territoryId}/${obligationId}`,
    version: 1,
    initial: { form: theirs, version: report?.version ?? null },
  });
  const { form } = draft.value;
  const saved = useRef<Saved | null>(report ? { id: report.id, version: report.version } : null);
  const stored = useRef(told(theirs));
  const sent = useRef(draft.value.sent);
  const running = useRef<Promise<Saved> | null>(null);
  const attempt = useRef<{ readonly body: string; readonly key: string } | null>(null);
  const latest = useRef(form);
  useEffect(() => {
    latest.current = form;
  }, [form]);
  const [serverAt, setServerAt] = useState<Date | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const [conflict, setConflict] = useState<ReportView | null>(() =>
    report &&
    draft.restored &&
    draft.value.version !== report.version &&
    ![told(form), draft.value.sent].includes(told(theirs))
      ? report
      : null,
  );
  const stopped = useRef(conflict !== null);
  const { set } = draft;

  const take = useCallback(
    (answer: ReportView, body: string) => {
      saved.current = { id: answer.id, version: answer.version };
      stored.current = body;
      attempt.current = null;
      setServerAt(new Date(answer.savedAt));
      setProblem(null);
      set((now) => ({ ...now, version: answer.version }));
      return saved.current;
    },
    [set],
  );

  const save = useCallback(async (): Promise<Saved> => {
    const content = contentOf(latest.current);
    const body = JSON.stringify(content);
    if (saved.current && body === stored.current) return saved.current;
    const before = sent.current;
    sent.current = body;
    set((now) => ({ ...now, sent: body }));
    // the same text goes under the same key, so that a lost answer never makes a second report
    if (attempt.current?.body !== body) attempt.current = { body, key: newKey() };
    const send = (key: string) =>
      saved.current
        ? request<ReportView>(`/api/reports/${territoryId}/${saved.current.id}`, {
            method: "PUT",
            body: { version: saved.current.version, content },
            key,
          })
        : request<ReportView>("/api/reports", { method: "POST", body: { territoryId, content }, key });
    try {
      return take(await send(attempt.current.key), body);
    } catch (error) {
      const other = await meanwhile(error, territoryId);
      if (other && told(formOf(other, obligationId)) === before) {
        saved.current = { id: other.id, version: other.version };
        return take(await send(newKey()), body);
      }
      if (other) {
        stopped.current = true;
        setConflict(other);
      } else if (!(error instanceof ApiProblem && error.status === 0)) setProblem(error);
      throw error;
    }
  }, [territoryId, obligationId, take, set]);

  const flush = useCallback(async (): Promise<Saved> => {
    if (running.current) await running.current.catch(() => undefined);
    running.current = save().finally(() => {
      running.current = null;
    });
    return running.current;
  }, [save]);

  const wanted = told(form);
  useEffect(() => {
    // a settled conflict starts the saving again although nothing new was typed
    if (conflict || wanted === stored.current) return;
    const pause = setTimeout(() => void flush().catch(() => undefined), PAUSE_MS);
    return () => clearTimeout(pause);
  }, [wanted, flush, conflict]);
  useEffect(
    () =>
      onReconnect(() => {
        if (!stopped.current && told(latest.current) !== stored.current) void flush().catch(() => undefined);
      }),
    [flush],
  );

  const settle = (chosen: ReportForm) => {
    if (!conflict) return;
    saved.current = { id: conflict.id, version: conflict.version };
    stored.current = told(formOf(conflict, obligationId));
    stopped.current = false;
    setConflict(null);
    set({ form: { ...chosen }, version: conflict.version });
  };
  return {
    form,
    change: (part) => set((now) => ({ ...now, form: { ...now.form, ...part } })),
    savedAt: serverAt && (!draft.savedAt || serverAt > draft.savedAt) ? serverAt : draft.savedAt,
    failed: draft.failed,
    conflict,
    keepMine: () => settle(form),
    takeTheirs: () => conflict && settle(formOf(conflict, obligationId)),
    problem,
    flush,
    clear: draft.clear,
  };
}

/** The report as another person or device left it, where that is why the save was refused. */
async function meanwhile(error: unknown, territoryId: string): Promise<ReportView | null> {
  if (!(error instanceof ApiProblem)) return null;
  const extra = error.extra as { theirs?: ReportView; reportId?: string } | undefined;
  if (error.code === "stale-write") return extra?.theirs ?? null;
  if (error.code !== "report-exists" || !extra?.reportId) return null;
  return request<ReportView>(`/api/reports/${territoryId}/${extra.reportId}`).catch(() => null);
}
