import { Menu } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Link, useLocation } from "react-router";
import { useMe } from "#web/api/me.ts";
import type { SlotFacts } from "#web/slot.tsx";
import { DropMenu } from "#web/ui/drop-menu.tsx";
import { Icon } from "#web/ui/icon.tsx";
import { typeset } from "#web/ui/typeset.ts";
import type { SavedView } from "../../model/contract.ts";
import { filterOf, type ListKey } from "../../model/lists.ts";
import { addressOfFilter, filterOfAddress } from "../view-address.ts";
import { viewsQuery } from "../views-query.ts";
import { KeepViewDialog } from "./keep-view-dialog.tsx";
import { tellCut, useOpeningView } from "./use-opening-view.ts";
import { ViewsDialog } from "./views-dialog.tsx";

/**
 * Among the filters of a list: its views to open, and the present filter to keep. Nothing while there is neither. `standing`: what the list
 * shows where its address says nothing, where that is not the same for all who open a view.
 */
export default function SavedViews({ list: named = "", standing = "" }: SlotFacts) {
  const list = named as ListKey;
  const { territoryId } = useMe().current;
  const { pathname, search } = useLocation();
  const [dialog, setDialog] = useState<"keep" | "all" | null>(null);
  const { data } = useQuery(viewsQuery(territoryId, list));
  useOpeningView(data?.items);
  if (!data) return null;
  const { items, can } = data;
  const given = filterOf(list, filterOfAddress(search));
  const isNarrowed = addressOfFilter(given) !== "";
  const filter = isNarrowed ? filterOf(list, { ...filterOfAddress(standing), ...given }) : given;
  const address = addressOfFilter(filter);
  const shown = items.filter((view) => addressOfFilter(view.filter) === address);
  // the place one works at narrows nothing: lists opened from figures name it always
  const narrowed = Object.entries(filter).some(([name, value]) => name !== "territoryId" || value !== territoryId);
  const mayKeep = can.keep && narrowed && !shown.some(({ author }) => author === null);
  return (
    <>
      {items.length > 0 ? (
        <DropMenu>
          <Menu.Target>
            <button type="button" className="filter-word">
              Сохранённый вид: <b>{typeset(shown[0]?.name ?? "не выбран")}</b>
            </button>
          </Menu.Target>
          <Menu.Dropdown>
            {items.map((view) => (
              <ViewItem key={view.id} view={view} isShown={shown.includes(view)} />
            ))}
            <Menu.Divider />
            {mayKeep && <Menu.Item onClick={() => setDialog("keep")}>Сохранить вид</Menu.Item>}
            {address !== "" && (
              <Menu.Item component={Link} to={pathname}>
                Снять все фильтры
              </Menu.Item>
            )}
            {items.some((view) => view.can.close) && (
              <Menu.Item onClick={() => setDialog("all")}>Изменить или убрать виды</Menu.Item>
            )}
          </Menu.Dropdown>
        </DropMenu>
      ) : (
        mayKeep && (
          <button type="button" className="filter-word" onClick={() => setDialog("keep")}>
            <b>Сохранить вид</b>
          </button>
        )
      )}
      {dialog === "keep" && (
        <KeepViewDialog place={{ territoryId, list, filter }} canShare={can.share} onClose={() => setDialog(null)} />
      )}
      <ViewsDialog
        views={items.filter((view) => view.can.close)}
        canShare={can.share}
        opened={dialog === "all"}
        onClose={() => setDialog(null)}
      />
    </>
  );
}

function ViewItem({ view, isShown }: { readonly view: SavedView; readonly isShown: boolean }) {
  return (
    <Menu.Item
      component={Link}
      to={`?${addressOfFilter(view.filter)}`}
      onClick={() => tellCut(view)}
      aria-current={isShown ? "true" : undefined}
      rightSection={isShown ? <Icon name="check" size={18} /> : undefined}
    >
      {typeset(view.name)}
      {view.author && <span className="second">{typeset(`общий, ${view.author}`)}</span>}
    </Menu.Item>
  );
}
