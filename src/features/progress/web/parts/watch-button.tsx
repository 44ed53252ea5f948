import { useQuery } from "@tanstack/react-query";
import type { SlotFacts } from "#web/slot.tsx";
import { problemText } from "#web/api/problem.ts";
import { useWrite } from "#web/api/query.ts";
import { request } from "#web/api/request.ts";
import { Button } from "#web/ui/button.tsx";
import { showNotice } from "#web/ui/notice.tsx";
import { useKeepsWatch, watchQuery } from "../watch-query.ts";

export interface SetWatch {
  readonly territoryId: string;
  readonly kind: string;
  readonly id: string;
  readonly watched: boolean;
}

/** Puts something on the list, or takes it off. */
export function useSetWatch() {
  return useWrite((body: SetWatch, key) => request("/api/progress/watch", { method: "PUT", body, key }), {
    refresh: [["progress", "watch"]],
    onDone: (_answer, { watched }) =>
      showNotice(watched ? "Взято на контроль: видно на странице «Сегодня»" : "Снято с контроля"),
  });
}

/** The button of a school's, a programme's or a measure's page; nothing for those who keep no watch list. */
export function WatchButton({ territoryId = "", kind = "", id = "" }: SlotFacts) {
  const keeps = useKeepsWatch(territoryId);
  const list = useQuery({ ...watchQuery(territoryId), enabled: keeps });
  const set = useSetWatch();
  if (!keeps || !list.data) return null;
  const watched = list.data.items.some((one) => one.kind === kind && one.id === id);
  return (
    <>
      <Button
        aria-pressed={watched}
        busy={set.isPending}
        onClick={() => set.mutate({ territoryId, kind, id, watched: !watched })}
      >
        {watched ? "Снять с контроля" : "Взять на контроль"}
      </Button>
      {set.isError && (
        <span role="alert" className="sm">
          {problemText(set.error)}
        </span>
      )}
    </>
  );
}
