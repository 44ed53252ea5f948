import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { useNavigate } from "react-router";
import type { AmendmentView } from "#features/imports/model/amendment.ts";
import { ApiProblem } from "#web/api/problem.ts";
import { useWrite } from "#web/api/query.ts";
import { request } from "#web/api/request.ts";
import { Button } from "#web/ui/button.tsx";
import { Dialog } from "#web/ui/dialog.tsx";
import { useProgrammePlace } from "../place.ts";
import { programmeKey } from "../queries.ts";
import { amendmentApi, amendmentKey } from "../redaction-queries.ts";
import { ASKED, clearNotices, offerUndo } from "../undo-offer.ts";
import { directiveBody } from "./directive-body.ts";
import { ForecastNote } from "./forecast-note.tsx";
import { FormRefusal } from "./form-refusal.tsx";
import { OrderFields, type OrderDraft } from "./order-fields.tsx";

interface ApproveAmendmentProps {
  readonly view: AmendmentView;
  readonly importId: string;
  readonly order: OrderDraft;
  readonly onOrder: (order: OrderDraft) => void;
  readonly onClose: () => void;
}

/** The order and its day, and once more what will happen to the reports; then the programme is brought to the new redaction. */
export function ApproveAmendment({ view, importId, order, onOrder, onClose }: ApproveAmendmentProps) {
  const place = useProgrammePlace();
  const navigate = useNavigate();
  const queries = useQueryClient();
  useEffect(clearNotices, []);
  const approve = useWrite(
    (body: object, key) =>
      request<{ redactionId: string; changeId: string | null }>(
        `${amendmentApi(place.territoryId, importId)}/approve`,
        { method: "POST", body, key },
      ),
    {
      refresh: [programmeKey(place), ["imports", "list"], ["papers"], ["progress"]],
      onDone: ({ changeId }) => {
        if (changeId)
          offerUndo({
            text: "Изменения утверждены",
            state: "accepted",
            // the history asks before it undoes what an order brought
            onUndo: () => void navigate(`${place.page}/history?${ASKED}=${changeId}`),
          });
        void navigate(`${place.page}/redactions`);
      },
    },
  );
  const problem = approve.error instanceof ApiProblem ? approve.error : undefined;
  return (
    <Dialog
      opened
      onClose={onClose}
      title="Утвердить изменения приказом"
      width={560}
      actions={
        <>
          <Button
            kind="primary"
            busy={approve.isPending}
            onClick={() =>
              approve.mutate({
                version: view.version,
                stamp: view.stamp,
                directive: directiveBody(order.directive),
                effectiveOn: order.effectiveOn ?? undefined,
              })
            }
          >
            Утвердить изменения
          </Button>
          <Button onClick={onClose}>Отменить</Button>
        </>
      }
    >
      <div className="form-gap">
        {order.effectiveOn && <ForecastNote importId={importId} version={view.version} day={order.effectiveOn} />}
        <OrderFields territoryId={place.territoryId} value={order} onChange={onOrder} problem={approve.error} />
        <FormRefusal error={approve.error}>
          {problem?.code === "amendment-stale" && (
            <Button
              onClick={() => {
                void queries.invalidateQueries({ queryKey: amendmentKey(importId) });
                onClose();
              }}
            >
              Сравнить заново
            </Button>
          )}
        </FormRefusal>
      </div>
    </Dialog>
  );
}
