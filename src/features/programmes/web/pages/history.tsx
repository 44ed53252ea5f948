import { useQuery } from "@tanstack/react-query";
import { useAddressValue } from "#web/ui/address-value.ts";
import { Button } from "#web/ui/button.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { Loaded } from "#web/ui/loaded.tsx";
import { momentInWords } from "#web/ui/moment.ts";
import { Row, Rows } from "#web/ui/rows.tsx";
import { Pagination } from "#web/ui/show-more.tsx";
import { Slot } from "#web/slot.tsx";
import type { HistoryEntry } from "../../model/history.ts";
import { useProgrammePlace } from "../place.ts";
import { historyQuery } from "../queries.ts";
import { UndoAmendment } from "../parts/undo-amendment.tsx";
import { ASKED } from "../undo-offer.ts";
import { useUndo } from "../use-edit.ts";

const PAGE = 50;

/** Who changed what in the programme, with the way back. */
export default function HistoryTab() {
  const place = useProgrammePlace();
  const [page] = useAddressValue("page", "1");
  const history = useQuery(historyQuery(place, Number(page)));
  const undo = useUndo();
  // in the address, so that what offers to undo an amendment elsewhere can lead to the question
  const [asked, setAsked] = useAddressValue(ASKED);
  return (
    <Loaded query={history} title="История не открылась">
      {({ items, total }) =>
        items.length === 0 ? (
          <EmptyState title="Правок пока не было">Здесь появится каждая правка: кто, когда и что изменил.</EmptyState>
        ) : (
          <>
            <p className="act">
              <Slot
                name="history"
                facts={{
                  kind: "programme",
                  territoryId: place.territoryId,
                  id: place.programmeId,
                  label: "Что было и что стало",
                }}
              />
            </p>
            <Rows label="История программы">
              {items.map((item) => (
                <Row
                  key={item.id}
                  what={item.change?.undone ? <s>{item.text}</s> : item.text}
                  meta={`${item.person}, ${momentInWords(item.at)}`}
                  due={item.change?.undone ? <span className="q">отменена</span> : undefined}
                  action={
                    item.change?.can && (
                      <Button
                        size="small"
                        icon="undo"
                        onClick={() => (isAsked(item) ? setAsked(item.id) : undo(item.id, item.change!.can!))}
                      >
                        {item.change.can === "undo" ? "Отменить" : "Вернуть"}
                      </Button>
                    )
                  }
                />
              ))}
            </Rows>
            <Pagination
              page={Number(page)}
              pages={Math.ceil(total / PAGE)}
              to={(next) => `${place.page}/history?page=${next}`}
            />
            <UndoAmendment
              item={items.find((item) => item.id === asked && isAsked(item))}
              onClose={() => setAsked("")}
              onUndo={() => {
                undo(asked, "undo");
                setAsked("");
              }}
            />
          </>
        )
      }
    </Loaded>
  );
}

/** What an order brought is not undone by one click. */
function isAsked({ change }: HistoryEntry): boolean {
  return change?.can === "undo" && change.amends !== null;
}
