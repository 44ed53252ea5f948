import { StateMark } from "#web/ui/state-mark.tsx";
import { typeset } from "#web/ui/typeset.ts";
import type { RequestView } from "../../model/contract.ts";
import { dayInWords, dayOfInstant } from "./moment-in-words.ts";

/** How a request stands: until when it is answered, or how it was. */
export function RequestState({ row, today }: { readonly row: RequestView; readonly today: string }) {
  if (row.state === "open") {
    const late = row.dueOn < today;
    return (
      <StateMark state={late ? "late" : "submitted"}>
        {typeset(`${late ? "срок ответа прошёл" : "ответить до"} ${dayInWords(row.dueOn)}`)}
      </StateMark>
    );
  }
  const when = row.settledAt ? `, ${dayOfInstant(row.settledAt)}` : "";
  return (
    <StateMark state={row.state === "done" ? "accepted" : "returned"}>
      {typeset(`${row.state === "done" ? "выполнено" : "отказано"}${when}`)}
    </StateMark>
  );
}

/** One's own requests with their answers. */
export function OwnRequests({ rows, today }: { readonly rows: readonly RequestView[]; readonly today: string }) {
  return rows.map((row) => (
    <div className="request" key={row.id}>
      <RequestState row={row} today={today} />
      <p className="said">
        {typeset(row.title)}. {row.text}
      </p>
      {row.answer && <p className="said q">Ответ: {row.answer}</p>}
    </div>
  ));
}
