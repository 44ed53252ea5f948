import { cutText } from "#shared/cut-text.ts";
import { notifications } from "@mantine/notifications";
import { useEffect, useState } from "react";
import { Link, useSearchParams } from "react-router";
import type { SlotFacts } from "#web/slot.tsx";
import { fieldProblem } from "#web/api/problem.ts";
import { useWrite } from "#web/api/query.ts";
import { request } from "#web/api/request.ts";
import { Button } from "#web/ui/button.tsx";
import { Dialog } from "#web/ui/dialog.tsx";
import { Refusal } from "#web/ui/refusal.tsx";
import { TextArea } from "#web/ui/text-field.tsx";
import { typeset } from "#web/ui/typeset.ts";
import { TEMPLATES } from "../queries.ts";

/** The dialog «Сохранить как шаблон» of a programme's page; the address opens it: `?dialog=template`. */
export default function KeepTemplate({ territoryId = "", programmeId = "", title = "" }: SlotFacts) {
  const [params, setParams] = useSearchParams();
  const opened = params.get("dialog") === "template";
  const close = () =>
    setParams(
      (now) => {
        now.delete("dialog");
        return now;
      },
      { replace: true },
    );
  return opened ? <Keep {...{ territoryId, programmeId, title }} onClose={close} /> : undefined;
}

interface KeepProps {
  readonly territoryId: string;
  readonly programmeId: string;
  readonly title: string;
  readonly onClose: () => void;
}

function Keep({ territoryId, programmeId, title: programme, onClose }: KeepProps) {
  // on a phone the dialog needs the room in which notices stand
  useEffect(() => notifications.clean(), []);
  const [title, setTitle] = useState(cutText(programme, 300));
  const [about, setAbout] = useState("");
  const write = useWrite(
    (body: object, key) => request<{ id: string }>("/api/templates", { method: "POST", body, key }),
    { refresh: [TEMPLATES] },
  );
  if (write.data)
    return (
      <Dialog opened onClose={onClose} title="Шаблон сохранён" actions={<Button onClick={onClose}>Закрыть</Button>}>
        <p>
          <Link to={`/templates/${territoryId}/${write.data.id}`} data-autofocus>
            {typeset(title)}
          </Link>{" "}
          теперь среди ваших шаблонов. Сама программа осталась как была.
        </p>
      </Dialog>
    );
  const named = [fieldProblem(write.error, "title"), fieldProblem(write.error, "about")];
  return (
    <Dialog
      opened
      onClose={onClose}
      title="Сохранить как шаблон"
      actions={
        <>
          <Button
            kind="primary"
            busy={write.isPending}
            onClick={() => write.mutate({ territoryId, programmeId, title, about })}
          >
            Сохранить
          </Button>
          <Button onClick={onClose}>Отменить</Button>
        </>
      }
    >
      <div className="form-gap">
        <p className="m">
          {typeset(
            "Шаблон запомнит разделы, мероприятия, сроки и плановые значения. Отчёты, приказы и названия отдельных школ в него не войдут.",
          )}
        </p>
        <TextArea
          label="Название"
          rows={2}
          maxLength={300}
          value={title}
          onChange={setTitle}
          error={named[0]}
          data-autofocus
        />
        <TextArea
          label="Для чего"
          hint="Кому подойдёт и что даёт, в одном-двух предложениях"
          optional
          rows={3}
          maxLength={1000}
          value={about}
          onChange={setAbout}
          error={named[1]}
        />
        {!named.some(Boolean) && <Refusal error={write.error} />}
      </div>
    </Dialog>
  );
}
