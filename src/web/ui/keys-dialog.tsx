import { Fragment, useState } from "react";
import { Link } from "react-router";
import { useMe } from "../api/me.ts";
import { LANGUAGE } from "../language/language.ts";
import { Button } from "./button.tsx";
import { CheckField } from "./choice-field.tsx";
import { Dialog } from "./dialog.tsx";
import { namesOfKey, useKeysChoice, usePageKeys, type PageKey } from "./keys.ts";
import "./keys-dialog.css";

/**
 * The keys of a page: they work while it stands, «?» and the button «Клавиши» tell them, and whom they disturb switches them off. Not
 * offered on a device without a keyboard.
 */
export function PageKeys({ keys }: { readonly keys: readonly PageKey[] }) {
  const { account } = useMe();
  const [on, choose] = useKeysChoice(account.id);
  const [opened, setOpened] = useState(false);
  const help: PageKey = { codes: ["?"], shown: ["?"], words: "Показать клавиши", run: () => setOpened(true) };
  const told = [...keys.filter((key) => key.shown.length > 0), help];
  usePageKeys([...keys, help], on);
  return (
    <>
      <Button kind="ghost" className="keys-open" onClick={() => setOpened(true)}>
        Клавиши
      </Button>
      <Dialog
        opened={opened}
        onClose={() => setOpened(false)}
        title="Клавиши"
        actions={<Button onClick={() => setOpened(false)}>Закрыть</Button>}
      >
        <dl className="keys">
          {told.map((key) => (
            <div key={key.words}>
              <dt>
                {namesOfKey(key, LANGUAGE).map((name, at) => (
                  <Fragment key={name}>
                    {at > 0 && <span className="q"> или </span>}
                    <kbd>{name}</kbd>
                  </Fragment>
                ))}
              </dt>
              <dd>{key.words}</dd>
            </div>
          ))}
        </dl>
        <CheckField
          label="Одиночные клавиши работают"
          hint="Выключите, если они мешают: например, при голосовом вводе. Выбор хранится на этом устройстве."
          checked={on}
          onChange={choose}
        />
        <p className="keys-help">
          <Link to="/help">Справка</Link>
        </p>
      </Dialog>
    </>
  );
}
