import { useQueryClient } from "@tanstack/react-query";
import { ApiProblem, problemText } from "#web/api/problem.ts";
import { useWrite } from "#web/api/query.ts";
import { request } from "#web/api/request.ts";
import { showNotice } from "#web/ui/notice.tsx";
import type { Edited } from "../model/seen.ts";
import { programmeKey } from "./queries.ts";
import { useProgrammePlace } from "./place.ts";
import { offerUndo } from "./undo-offer.ts";

export interface ProgrammeEdit {
  /** after the programme's own address: «/measures/018f…/move» */
  readonly path: string;
  readonly method?: "POST" | "PATCH";
  readonly body: unknown;
}

export interface EditOptions {
  readonly onDone?: (edited: Edited) => void;
  /** the form shows the refusal itself; otherwise a notice does */
  readonly ownProblems?: boolean;
}

/** An edit of the programme that is open: done at once, with a way back for a minute. */
export function useEdit({ onDone, ownProblems = false }: EditOptions = {}) {
  const place = useProgrammePlace();
  const queries = useQueryClient();
  const undo = useUndo();
  const write = useWrite(
    (edit: ProgrammeEdit, key) =>
      request<Edited>(`${place.api}${edit.path}`, { method: edit.method ?? "POST", body: edit.body, key }),
    {
      refresh: [programmeKey(place), ["progress"]],
      onDone: (edited) => {
        const { changeId, label } = edited;
        if (changeId) offerUndo({ text: label, state: "accepted", onUndo: () => undo(changeId, "undo") });
        onDone?.(edited);
      },
    },
  );
  return {
    ...write,
    /** sends it and tells of a refusal by a notice, unless the form does */
    send: (edit: ProgrammeEdit) =>
      write.mutate(edit, {
        onError: (error) => {
          // what another has written is shown at once, so that the next edit is of it
          if (currentOf(error)) void queries.invalidateQueries({ queryKey: programmeKey(place) });
          if (!ownProblems) showNotice(problemText(error), "late");
        },
      }),
  };
}

/** Undoes an edit, or does it again; a refusal is told by a notice. */
export function useUndo(): (changeId: string, direction: "undo" | "redo") => void {
  const place = useProgrammePlace();
  const write = useWrite(
    ({ changeId, direction }: { changeId: string; direction: "undo" | "redo" }, key) =>
      request<Edited>(`${place.api}/changes/${changeId}/${direction}`, { method: "POST", body: {}, key }),
    { refresh: [programmeKey(place), ["progress"]] },
  );
  return (changeId, direction) =>
    write.mutate(
      { changeId, direction },
      {
        onSuccess: () => showNotice(direction === "undo" ? "Правка отменена" : "Правка возвращена"),
        onError: (error) => showNotice(problemText(error), "late"),
      },
    );
}

/** What stands on the server now, where somebody else changed it meanwhile; undefined for any other refusal. */
export function currentOf<Current>(error: unknown): Current | undefined {
  if (!(error instanceof ApiProblem) || error.code !== "stale-write") return undefined;
  return (error.extra as { readonly current?: Current } | undefined)?.current;
}
