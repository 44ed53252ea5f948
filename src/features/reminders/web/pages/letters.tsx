import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useWrite } from "#web/api/query.ts";
import { request } from "#web/api/request.ts";
import { useWriteOver } from "#web/api/write-over.ts";
import { Button } from "#web/ui/button.tsx";
import { ChoiceField } from "#web/ui/choice-field.tsx";
import { SectionTitle } from "#web/ui/group-title.tsx";
import { Loaded } from "#web/ui/loaded.tsx";
import { showNotice } from "#web/ui/notice.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { Refusal } from "#web/ui/refusal.tsx";
import { typeset } from "#web/ui/typeset.ts";
import { Slot } from "#web/slot.tsx";
import type { LetterChoiceView, LetterRhythm } from "../../model/letter-choice.ts";
import "./reminders.css";

const RHYTHMS: readonly { readonly value: LetterRhythm; readonly label: string; readonly hint: string }[] = [
  {
    value: "atOnce",
    label: "Сразу",
    hint: "Отчёт приняли, вернули, передали вам: письмо через минуту-две; о сроках утром",
  },
  {
    value: "daily",
    label: "Раз в день",
    hint: "Одно письмо утром: сроки и что произошло; если писать не о чем, письма нет",
  },
  { value: "weekly", label: "Раз в неделю", hint: "Одно письмо утром в начале недели: сроки и что произошло" },
  { value: "never", label: "Не присылать", hint: "Всё останется в уведомлениях программы" },
];

/** How often letters come, and the calendar by a link: how the product reaches a person outside itself. */
export default function Letters() {
  const choice = useQuery({
    queryKey: ["letter-choice"],
    queryFn: ({ signal }) => request<LetterChoiceView>("/api/letter-choice", { signal }),
  });
  return (
    <div className="reminders">
      <PageHeader
        title="Письма и календарь"
        lead={typeset(
          "Как узнавать о сроках и решениях, не открывая программу. В тихие часы, которые выбрал муниципалитет, письма ждут утра.",
        )}
      />
      <section>
        <SectionTitle>Письма</SectionTitle>
        <Loaded query={choice} title="Настройка не открылась">
          {(data) => <Choice choice={data} />}
        </Loaded>
      </section>
      <Slot name="letters" facts={{}} />
    </div>
  );
}

function Choice({ choice }: { readonly choice: LetterChoiceView }) {
  const [rhythm, setRhythm] = useState<LetterRhythm>(choice.rhythm);
  const over = useWriteOver(choice.version);
  const save = useWrite(
    (chosen: LetterRhythm, key) =>
      over((version) => request("/api/letter-choice", { method: "PUT", key, body: { rhythm: chosen, version } })),
    { refresh: [["letter-choice"]], onDone: () => showNotice("Сохранено") },
  );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate(rhythm);
      }}
    >
      <p className="m">{typeset(whereTo(choice))}</p>
      <ChoiceField
        label="Как часто присылать письма"
        options={RHYTHMS}
        value={rhythm}
        onChange={(value) => setRhythm(value as LetterRhythm)}
      />
      <div className="act">
        <Button kind="primary" type="submit" busy={save.isPending}>
          Сохранить
        </Button>
      </div>
      <Refusal error={save.error} />
    </form>
  );
}

function whereTo({ address, mail }: LetterChoiceView): string {
  if (!mail) return "Сейчас программа писем не отправляет: почтовый сервер не настроен. Выбор сохранится.";
  if (address === null)
    return "Ваш логин – не адрес почты, письма присылать некуда. Попросите администратора сменить логин на адрес.";
  return `Письма приходят на ${address}.`;
}
