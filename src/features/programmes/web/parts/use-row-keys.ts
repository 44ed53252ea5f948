import type { KeyboardEvent } from "react";
import type { RoadmapSeen } from "../../model/seen.ts";
import { useEdit } from "../use-edit.ts";
import { neighbours } from "./neighbours.ts";
import type { Panel } from "./panel.ts";

/**
 * Keys of the table, while a measure's link has the focus: ↑ ↓ go to the neighbouring row, Enter opens it (the link's own),
 * E edits it, Alt with an arrow moves it among its neighbours.
 */
export function useRowKeys(roadmap: RoadmapSeen, mayEdit: boolean, onPanel: (panel: Panel) => void) {
  const edit = useEdit();
  return (event: KeyboardEvent<HTMLElement>) => {
    const link = (event.target as HTMLElement).closest<HTMLElement>("[data-measure]");
    const measure = roadmap.measures.find((one) => one.id === link?.dataset["measure"]);
    if (!link || !measure || event.ctrlKey || event.metaKey) return;
    const down = event.key === "ArrowDown";
    if (down || event.key === "ArrowUp") {
      event.preventDefault();
      if (!event.altKey) {
        const links = [...event.currentTarget.querySelectorAll<HTMLElement>("[data-measure]")];
        links[links.indexOf(link) + (down ? 1 : -1)]?.focus();
        return;
      }
      const places = neighbours(roadmap.measures, measure, (one) => one.sectionId);
      const to = down ? places.down : places.up;
      if (mayEdit && to)
        edit.send({
          path: `/measures/${measure.id}/move`,
          body: {
            version: measure.version,
            roadmapId: roadmap.id,
            sectionId: measure.sectionId,
            beforeId: to.beforeId,
          },
        });
      return;
    }
    // «у» is the same key on a Russian layout
    if (mayEdit && !event.altKey && ["e", "E", "у", "У"].includes(event.key)) {
      event.preventDefault();
      onPanel({ kind: "editMeasure", measure });
    }
  };
}
