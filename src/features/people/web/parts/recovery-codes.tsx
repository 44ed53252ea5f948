import { inGroups } from "#features/people/model/second-factor.ts";
import { Button } from "#web/ui/button.tsx";
import { showNotice } from "#web/ui/notice.tsx";

/** Recovery codes, shown this once. */
export function RecoveryCodes({ codes, onDone }: { readonly codes: readonly string[]; readonly onDone: () => void }) {
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(codes.map(inGroups).join("\n"));
      showNotice("Запасные коды скопированы");
    } catch {
      // a browser on plain http gives no clipboard: the codes stand selected for Ctrl C
      const box = document.getElementById("recovery-codes");
      if (box) getSelection()?.selectAllChildren(box);
      showNotice("Браузер не дал скопировать: нажмите Ctrl C", "soon");
    }
  };
  return (
    <div className="set-up">
      <p className="m">
        Каждый запасной код один раз заменит код из приложения, если телефона не окажется под рукой. Сохраните их не на
        телефоне: больше они здесь не появятся.
      </p>
      <ol className="recovery-codes" id="recovery-codes">
        {codes.map((code) => (
          <li key={code}>{inGroups(code)}</li>
        ))}
      </ol>
      <div className="form-act">
        <Button kind="primary" onClick={onDone}>
          Коды сохранены
        </Button>
        <Button onClick={() => void copy()}>Скопировать</Button>
      </div>
    </div>
  );
}
