import { useState, type FormEvent } from "react";
import { fieldProblem } from "#web/api/problem.ts";
import { useWrite } from "#web/api/query.ts";
import { request } from "#web/api/request.ts";
import { useWriteOver } from "#web/api/write-over.ts";
import { NotConfirmed, useConfirmed } from "#web/shell/use-confirmed.tsx";
import { Button } from "#web/ui/button.tsx";
import { showNotice } from "#web/ui/notice.tsx";
import { Refusal } from "#web/ui/refusal.tsx";
import { TextField } from "#web/ui/text-field.tsx";

/** The one thing a person corrects alone. */
export function OwnPhone({ phone, version: filledFrom }: { readonly phone: string; readonly version: number }) {
  const [value, setValue] = useState(phone);
  const { confirmed, dialog } = useConfirmed();
  const over = useWriteOver(filledFrom);
  const save = useWrite(
    (next: string, key) =>
      over((version) =>
        confirmed(() => request("/api/my-data/phone", { method: "PUT", body: { phone: next, version }, key })),
      ),
    { refresh: [["my-data"], ["contact"]], onDone: () => showNotice("Телефон исправлен") },
  );
  const wrong = fieldProblem(save.error, "phone");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate(value);
  };
  return (
    <>
      <form className="narrow-form" onSubmit={submit} noValidate>
        <TextField
          label="Телефон"
          optional
          type="tel"
          autoComplete="tel"
          hint="Виден вам и тому, кто распоряжается вашим доступом. Чтобы стереть, оставьте поле пустым"
          value={value}
          onChange={setValue}
          error={wrong}
        />
        <div className="form-act">
          <Button type="submit" busy={save.isPending}>
            Сохранить телефон
          </Button>
        </div>
        {!wrong && !(save.error instanceof NotConfirmed) && <Refusal error={save.error} names={{ phone: "Телефон" }} />}
      </form>
      {dialog}
    </>
  );
}
