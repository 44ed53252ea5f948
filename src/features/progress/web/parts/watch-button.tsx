import { useQuery, useQueryClient } from "@tanstack/react-query";
import { shortened } from "#shared/cut-text.ts";
import type { SlotFacts } from "#web/slot.tsx";
import { problemText } from "#web/api/problem.ts";
import { useWrite } from "#web/api/query.ts";
import { request } from "#web/api/request.ts";
import { Button } from "#web/ui/button.tsx";
import { showNotice } from "#web/ui/notice.tsx";
import { typeset } from "#web/ui/typeset.ts";
import { useKeepsWatch, watchQuery } from "../watch-query.ts";

/** letters of a name that a notice says */
const TOLD = 60;

export interface SetWatch {
  readonly territoryId: string;
  readonly kind: string;
  readonly id: string;
  readonly watched: boolean;
}

/** Puts something on the list, or takes it off. */
export function useSetWatch() {
  const queries = useQueryClient();
  return useWrite((body: SetWatch, key) => request("/api/progress/watch", { method: "PUT", body, key }), {
    refresh: [["progress", "watch"]],
    onDone: async (_answer, { territoryId, kind, id, watched }) => {
      if (!watched) return showNotice("Снято с контроля");
      // the list knows how people call it
      const { items } = await queries.fetchQuery(watchQuery(territoryId)).catch(() => ({ items: [] }));
      const name = items.find((one) => one.kind === kind && one.id === id)?.name;
      showNotice(
        typeset(
          name
            ? `${shortened(name, TOLD)} на контроле: смотрите на странице «Сегодня»`
            : "Взято на контроль: смотрите на странице «Сегодня»",
        ),
      );
    },
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
