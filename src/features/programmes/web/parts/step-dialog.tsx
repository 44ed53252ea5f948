import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { Link } from "react-router";
import { ApiProblem, fieldProblem, problemText } from "#web/api/problem.ts";
import { useWrite } from "#web/api/query.ts";
import { request } from "#web/api/request.ts";
import { Button } from "#web/ui/button.tsx";
import { Dialog } from "#web/ui/dialog.tsx";
import { CheckField } from "#web/ui/choice-field.tsx";
import { FieldError } from "#web/ui/field-shell.tsx";
import { showNotice } from "#web/ui/notice.tsx";
import { TextArea } from "#web/ui/text-field.tsx";
import { typeset } from "#web/ui/typeset.ts";
import { outlookInWords } from "../../model/outlook-words.ts";
import { STEP_NAME, type ProgrammeStep } from "../../model/lifecycle.ts";
import type { ProgrammePage } from "../../model/seen.ts";
import { STATUS_NAME } from "../../model/words.ts";
import { programmeKey, programmeQuery } from "../queries.ts";
import { useProgrammePlace } from "../place.ts";
import { clearNotices } from "../undo-offer.ts";
import { directiveBody } from "./directive-body.ts";
import { DirectiveFields, type DirectiveDraft } from "./directive-fields.tsx";
import { OutlookNote, outlookQuery } from "./outlook-note.tsx";

export interface StepDialogProps {
  readonly page: ProgrammePage;
  readonly step: ProgrammeStep;
  readonly onClose: () => void;
}

const HEAD: Readonly<Record<ProgrammeStep, string>> = {
  approve: "Утвердить программу приказом",
  withdraw: "Вернуть программу в черновик",
  start: "Начать выполнение программы",
  finish: "Завершить программу",
  reopen: "Открыть программу снова",
};

const LEAD: Readonly<Record<ProgrammeStep, string>> = {
  approve: "После утверждения исполнители увидят, что и к какому сроку сдать.",
  withdraw: "Сроки, которые появились у исполнителей, снимутся.",
  start:
    "Сроки и отчёты у исполнителей уже есть с утверждения, новых не прибавится. Программа станет выполняемой: вернуть её в черновик будет нельзя, править мероприятия можно будет и дальше.",
  finish: "Программа станет доступна только для чтения, несданное снимется.",
  reopen: "Программу снова можно будет править и выполнять.",
};

interface Unclear {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly dueText: string;
}

/** One step of a programme's life: what it changes, what it needs, and the warning that a second press passes. */
export default function StepDialog({ page, step, onClose }: StepDialogProps) {
  const place = useProgrammePlace();
  const queries = useQueryClient();
  useEffect(clearNotices, []);
  const [directive, setDirective] = useState<DirectiveDraft>({
    mode: "new",
    number: "",
    datedOn: null,
    title: "",
    files: [],
    paperId: null,
  });
  const [reason, setReason] = useState("");
  const [startsAtOnce, setStartsAtOnce] = useState(false);
  const take = (body: object, key?: string) =>
    request<ProgrammePage>(`${place.api}/steps`, { method: "POST", body, ...(key && { key }) });
  const write = useWrite(
    async (body: object, key) => {
      const now = await take(body, key);
      if (!startsAtOnce || now.status !== "approved") return now;
      // approved it is, whatever comes of the second step: its own button stays then
      return take({ version: now.version, step: "start" }).catch(() => now);
    },
    {
      refresh: [programmeKey(place), ["programmes", "list"], ["papers"], ["progress"]],
      onDone: (now) => {
        // the page under the dialog is that of after the step before one can press anything there: nothing moves under the finger
        queries.setQueryData(programmeQuery(place).queryKey, now);
        showNotice(`Программа: ${STATUS_NAME[now.status]}`);
        onClose();
      },
    },
  );
  const canStart = step === "approve" && page.startsOn <= page.today;
  const problem = write.error instanceof ApiProblem ? write.error : undefined;
  const warned = problem?.code === "terms-unclear" || problem?.code === "before-end";
  const unclear = problem?.code === "terms-unclear" ? (problem.extra as { measures: Unclear[] }).measures : [];
  const send = () =>
    write.mutate({
      version: page.version,
      step,
      confirmed: warned,
      ...(step === "reopen" && { reason }),
      ...(step === "approve" && { directive: directiveBody(directive) }),
    });
  return (
    <Dialog
      opened
      onClose={onClose}
      title={HEAD[step]}
      width={step === "approve" ? 560 : 480}
      actions={
        <>
          <Button kind="primary" busy={write.isPending} onClick={send}>
            {warned ? `${STEP_NAME[step]} всё равно` : STEP_NAME[step]}
          </Button>
          <Button onClick={onClose}>Отменить</Button>
        </>
      }
    >
      <div className="form-gap">
        <p className="m">{typeset(LEAD[step])}</p>
        {step === "approve" && <OutlookNote onClose={onClose} />}
        {step === "start" && <Underway />}
        {step === "approve" && (
          <DirectiveFields
            territoryId={page.territoryId}
            value={directive}
            onChange={setDirective}
            problemOf={(field) => fieldProblem(write.error, `directive.${field}`) ?? fieldProblem(write.error, field)}
          />
        )}
        {canStart && (
          <CheckField
            label="Сразу начать выполнение"
            hint="Вернуть программу в черновик тогда будет нельзя. Начать можно и потом, отдельной кнопкой."
            checked={startsAtOnce}
            onChange={setStartsAtOnce}
          />
        )}
        {step === "reopen" && (
          <TextArea
            label="Почему открывается снова"
            value={reason}
            onChange={setReason}
            error={fieldProblem(write.error, "reason")}
          />
        )}
        {write.error && Object.keys(problem?.fields ?? {}).length === 0 && (
          <div role="alert">
            {warned ? (
              <p className="remark">{typeset(problem!.text)}</p>
            ) : (
              <FieldError>{problemText(write.error)}</FieldError>
            )}
            {unclear.length > 0 && (
              <ul className="unclear-list">
                {unclear.map((measure) => (
                  <li key={measure.id}>
                    <Link to={`${place.page}/measures/${measure.id}`} onClick={onClose}>
                      {[measure.number, measure.title].filter(Boolean).join(" ")}
                    </Link>{" "}
                    <span className="q">{measure.dueText ? `«${measure.dueText}»` : "срок не указан"}</span>
                  </li>
                ))}
              </ul>
            )}
          </div>
        )}
      </div>
    </Dialog>
  );
}

/** Who has been given what, when the programme is begun. */
function Underway() {
  const outlook = useQuery(outlookQuery(useProgrammePlace())).data;
  return outlook ? <p>{typeset(outlookInWords(outlook))}</p> : undefined;
}
