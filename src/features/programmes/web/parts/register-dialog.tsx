import { useEffect, useState } from "react";
import { useWrite } from "#web/api/query.ts";
import { request } from "#web/api/request.ts";
import { Button } from "#web/ui/button.tsx";
import { Dialog } from "#web/ui/dialog.tsx";
import { showNotice } from "#web/ui/notice.tsx";
import { typeset } from "#web/ui/typeset.ts";
import type { RedactionList } from "../../model/redaction-seen.ts";
import { useProgrammePlace } from "../place.ts";
import { programmeKey } from "../queries.ts";
import { clearNotices } from "../undo-offer.ts";
import { directiveBody } from "./directive-body.ts";
import { FormRefusal } from "./form-refusal.tsx";
import { blankOrder, OrderFields } from "./order-fields.tsx";

interface RegisterDialogProps {
  readonly list: RedactionList;
  readonly onClose: () => void;
}

/** Edits that were made by hand become a redaction: only an order stands behind a programme. */
export function RegisterDialog({ list, onClose }: RegisterDialogProps) {
  const place = useProgrammePlace();
  const [order, setOrder] = useState(() => blankOrder(list.today));
  useEffect(clearNotices, []);
  const register = useWrite(
    (body: object, key) => request<{ redactionId: string }>(`${place.api}/redactions`, { method: "POST", body, key }),
    {
      refresh: [programmeKey(place), ["papers"]],
      onDone: () => {
        showNotice("Правки оформлены приказом как новая редакция");
        onClose();
      },
    },
  );
  const body = {
    stamp: list.stamp,
    directive: directiveBody(order.directive),
    effectiveOn: order.effectiveOn ?? undefined,
  };
  return (
    <Dialog
      opened
      onClose={onClose}
      title="Оформить правки приказом"
      width={560}
      actions={
        <>
          <Button kind="primary" busy={register.isPending} onClick={() => register.mutate(body)}>
            Оформить
          </Button>
          <Button onClick={onClose}>Отменить</Button>
        </>
      }
    >
      <div className="form-gap">
        <p className="m">
          {typeset("Программа останется такой, как сейчас, и запомнится новой редакцией. Сроки отчётов не изменятся.")}
        </p>
        <OrderFields territoryId={place.territoryId} value={order} onChange={setOrder} problem={register.error} />
        <FormRefusal error={register.error} />
      </div>
    </Dialog>
  );
}
