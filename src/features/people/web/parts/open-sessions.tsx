import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { addressWords } from "#features/people/model/address-class.ts";
import type { OpenSession } from "#features/people/model/contract.ts";
import { problemText } from "#web/api/problem.ts";
import { useWrite } from "#web/api/query.ts";
import { request } from "#web/api/request.ts";
import { Button } from "#web/ui/button.tsx";
import { FieldError } from "#web/ui/field-shell.tsx";
import { Loaded } from "#web/ui/loaded.tsx";
import { showNotice } from "#web/ui/notice.tsx";
import { momentInWords } from "#web/ui/moment.ts";
import { Row, Rows } from "#web/ui/rows.tsx";
import { ShowMore } from "#web/ui/show-more.tsx";
import { deviceName } from "./device-name.ts";
import { NotConfirmed, useConfirmed } from "#web/shell/use-confirmed.tsx";

/** How many are shown before «Показать все входы»: a person has a few devices, the rest are doors left open. */
const SHOWN = 5;

/** This device first, then the others as they were last used. */
function inOrder(rows: readonly OpenSession[]): OpenSession[] {
  return [...rows.filter((row) => row.current), ...rows.filter((row) => !row.current)];
}

/** Where one is signed in, and how to end it elsewhere. */
export function OpenSessions() {
  const sessions = useQuery({
    queryKey: ["sessions"],
    queryFn: ({ signal }) => request<OpenSession[]>("/api/sessions", { signal }),
  });
  const { confirmed, dialog } = useConfirmed();
  const end = useWrite(
    (id: string, key) => confirmed(() => request(`/api/sessions/${id}`, { method: "DELETE", key })),
    {
      refresh: [["sessions"]],
      onDone: () => showNotice("Вход на том устройстве закрыт"),
    },
  );
  const endOthers = useWrite((_: void, key) => confirmed(() => request("/api/sessions", { method: "DELETE", key })), {
    refresh: [["sessions"]],
    onDone: () => showNotice("Остальные входы закрыты"),
  });
  const [whole, setWhole] = useState(false);
  const error = [end.error, endOthers.error].find((one) => one && !(one instanceof NotConfirmed));
  return (
    <Loaded query={sessions} title="Список не открылся">
      {(rows) => (
        <>
          <Rows label="Где выполнен вход">
            {inOrder(rows)
              .slice(0, whole ? rows.length : SHOWN)
              .map((row) => (
                <Row
                  key={row.id}
                  what={row.current ? `${deviceName(row.agent)}: это устройство` : deviceName(row.agent)}
                  meta={`Последнее действие ${momentInWords(row.lastSeenAt)}`}
                  extra={addressWords(row.place)}
                  action={
                    !row.current && (
                      <Button size="small" busy={end.isPending} onClick={() => end.mutate(row.id)}>
                        Закрыть вход
                      </Button>
                    )
                  }
                />
              ))}
          </Rows>
          {!whole && rows.length > SHOWN && (
            <ShowMore onClick={() => setWhole(true)}>Показать все входы: {rows.length}</ShowMore>
          )}
          {rows.length > 1 && (
            <div className="account-act">
              <Button busy={endOthers.isPending} onClick={() => endOthers.mutate()}>
                Закрыть все остальные входы
              </Button>
            </div>
          )}
          <p className="sm q" style={{ marginTop: 8 }}>
            Вход закрывается сам через час без работы и через двенадцать часов в любом случае.
          </p>
          {error && <FieldError>{problemText(error)}</FieldError>}
          {dialog}
        </>
      )}
    </Loaded>
  );
}
