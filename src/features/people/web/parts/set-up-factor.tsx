import { useState, type FormEvent } from "react";
import type { FactorOffer, RecoveryCodes as Codes } from "#features/people/model/factor-contract.ts";
import { inGroups } from "#features/people/model/second-factor.ts";
import { fieldProblem, problemText } from "#web/api/problem.ts";
import { request } from "#web/api/request.ts";
import { Button } from "#web/ui/button.tsx";
import { FieldError } from "#web/ui/field-shell.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import { QrCode } from "./qr-code.tsx";
import { RecoveryCodes } from "./recovery-codes.tsx";

/** The two steps of setting a second step up: an app takes the secret and proves it by a code, then recovery codes are shown. */
export function SetUpFactor({ offer, onDone }: { readonly offer: FactorOffer; readonly onDone: () => void }) {
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  if (codes) return <RecoveryCodes codes={codes} onDone={onDone} />;
  return <FirstCode offer={offer} onCodes={setCodes} />;
}

/** The secret for an app, and the code that proves that it took it. */
export function FirstCode({
  offer,
  onCodes,
}: {
  readonly offer: FactorOffer;
  readonly onCodes: (codes: Codes["codes"]) => void;
}) {
  const [code, setCode] = useState("");
  const [problem, setProblem] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setProblem(null);
    try {
      const { codes } = await request<Codes>("/api/factor", { method: "POST", body: { code } });
      onCodes(codes);
    } catch (error) {
      setProblem(error);
      setBusy(false);
    }
  };
  const wrong = fieldProblem(problem, "code");
  return (
    <form className="set-up" onSubmit={(event) => void submit(event)} noValidate>
      <p className="m">
        Откройте на телефоне приложение для кодов (Яндекс Ключ, FreeOTP, Google Authenticator или другое), добавьте
        запись и наведите камеру на картинку.
      </p>
      <QrCode text={offer.uri} label="Картинка с ключом для приложения" />
      <p className="sm q">Камера не нужна: тот же ключ можно ввести в приложение руками.</p>
      <p className="factor-key">{inGroups(offer.secret)}</p>
      <TextField
        label="Код из приложения"
        hint="Шесть цифр, которые оно показывает сейчас"
        autoComplete="one-time-code"
        inputMode="numeric"
        value={code}
        onChange={setCode}
        error={wrong}
      />
      {problem !== null && !wrong && <FieldError>{problemText(problem)}</FieldError>}
      <div className="form-act">
        <Button kind="primary" type="submit" busy={busy}>
          Включить
        </Button>
      </div>
    </form>
  );
}
