import { useState, type FormEvent } from "react";
import { fieldProblem, problemText } from "#web/api/problem.ts";
import { useWrite } from "#web/api/query.ts";
import { request } from "#web/api/request.ts";
import { Button } from "#web/ui/button.tsx";
import { FieldError } from "#web/ui/field-shell.tsx";
import { showNotice } from "#web/ui/notice.tsx";
import { TextField } from "#web/ui/text-field.tsx";

/** The one thing a person corrects alone. */
export function OwnPhone({ phone }: { readonly phone: string }) {
  const [value, setValue] = useState(phone);
  const save = useWrite(
    (next: string, key) => request("/api/my-data/phone", { method: "PUT", body: { phone: next }, key }),
    { refresh: [["my-data"]], onDone: () => showNotice("Телефон исправлен") },
  );
  const wrong = fieldProblem(save.error, "phone");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate(value);
  };
  return (
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
      {save.isError && !wrong && <FieldError>{problemText(save.error)}</FieldError>}
    </form>
  );
}
