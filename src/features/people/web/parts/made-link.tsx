import type { MadeLink } from "#features/people/model/people-contract.ts";
import { counted } from "#domain/russian/plural.ts";
import { Button } from "#web/ui/button.tsx";
import { copyLink } from "#web/ui/copy-link.ts";
import { Dialog } from "#web/ui/dialog.tsx";

const SHOWN = "made-link";

/** The link to hand over. It is shown this once: the server keeps only its hash. */
export function MadeLinkDialog({ link, onClose }: { readonly link: MadeLink | null; readonly onClose: () => void }) {
  if (!link?.path) return null;
  const address = `${location.origin}${link.path}`;
  return (
    <Dialog
      opened
      onClose={onClose}
      title={link.kind === "invitation" ? "Ссылка-приглашение готова" : "Ссылка для нового пароля готова"}
      actions={
        <>
          <Button kind="primary" icon="link" onClick={() => void copyLink(address, SHOWN)} data-autofocus>
            Скопировать ссылку
          </Button>
          <Button onClick={onClose}>Готово</Button>
        </>
      }
    >
      <p className="m">
        Передайте её лично или письмом. Ссылка действует {counted(link.days, ["день", "дня", "дней"])}, открывается один
        раз и больше здесь не появится. Логин: {link.login}.
      </p>
      <p className="made-link" id={SHOWN}>
        {address}
      </p>
    </Dialog>
  );
}
