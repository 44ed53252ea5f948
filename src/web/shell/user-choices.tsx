import { useMantineColorScheme, type MantineColorScheme } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import { Link } from "react-router";
import { draftsOf } from "../api/device-store.ts";
import { useMe } from "../api/me.ts";
import { useWrite } from "../api/query.ts";
import { problemText } from "../api/problem.ts";
import { signOut } from "../api/sign-out.ts";
import { chooseLanguage, LANGUAGES } from "../language/choose-language.ts";
import { LANGUAGE, type Language } from "../language/language.ts";
import { Button } from "../ui/button.tsx";
import { Icon } from "../ui/icon.tsx";
import { Segmented } from "../ui/segmented.tsx";
import { PlaceChoice } from "./place-choice.tsx";

const THEMES = [
  { value: "auto", label: "Системное" },
  { value: "light", label: "Светлое" },
  { value: "dark", label: "Тёмное" },
];

/** Own places (when there are several), theme, password, sign out: in the menu of the navigation and in the sheet of a phone. */
export function UserChoices({ onDone }: { readonly onDone: () => void }) {
  const me = useMe();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const [unsent, setUnsent] = useState(0);
  const leave = useWrite<void, unknown>((_nothing, key) => signOut(me.account.id, key), { refresh: [] });
  const ask = () => {
    const drafts = draftsOf(me.account.id);
    if (drafts === 0) leave.mutate();
    else setUnsent(drafts);
  };
  return (
    <div className="user-choices">
      {me.places.length > 1 && <PlaceChoice onDone={onDone} />}
      <div>
        <p className="sm q">Оформление</p>
        <Segmented
          label="Оформление"
          options={THEMES}
          value={colorScheme}
          onChange={(value) => setColorScheme(value as MantineColorScheme)}
        />
      </div>
      <div>
        <p className="sm q">Язык</p>
        <Segmented
          label="Язык"
          options={LANGUAGES}
          value={LANGUAGE}
          onChange={(value) => chooseLanguage(value as Language)}
        />
      </div>
      <div className="sheet-list">
        <Link className="it" to="/help" onClick={onDone}>
          <Icon name="help" />
          Справка
        </Link>
        <Link className="it" to="/password" onClick={onDone}>
          <Icon name="password" />
          Вход и пароль
        </Link>
        <Link className="it" to="/letters" onClick={onDone}>
          <Icon name="bell" />
          Письма и календарь
        </Link>
        <Link className="it" to="/my-data" onClick={onDone}>
          <Icon name="person" />
          Что о вас хранится
        </Link>
        <button type="button" className="it" aria-busy={leave.isPending || undefined} onClick={ask}>
          <Icon name="signOut" />
          Выйти
        </button>
      </div>
      {unsent > 0 && (
        <LeaveQuestion
          drafts={unsent}
          busy={leave.isPending}
          onLeave={() => leave.mutate()}
          onStay={() => setUnsent(0)}
        />
      )}
      {leave.isError && <p className="sm late">{problemText(leave.error)}</p>}
    </div>
  );
}

interface LeaveQuestionProps {
  readonly drafts: number;
  readonly busy: boolean;
  readonly onLeave: () => void;
  readonly onStay: () => void;
}

/** Asked under the last line of a sheet that may be longer than the screen: it comes into sight whole and takes the focus. */
function LeaveQuestion({ drafts, busy, onLeave, onStay }: LeaveQuestionProps) {
  const asked = useRef<HTMLDivElement>(null);
  useEffect(() => {
    asked.current?.focus({ preventScroll: true });
    asked.current?.scrollIntoView({ block: "end" });
  }, []);
  return (
    <div ref={asked} role="alert" tabIndex={-1} className="leave-question">
      <p className="sm m">
        Черновиков на этом устройстве: {drafts}. При выходе они удаляются отсюда: их не должен увидеть тот, кто сядет
        сюда после вас. Сохранённое в программе останется, пропадёт то, что с устройства ещё не ушло.
      </p>
      <div className="leave-act">
        <Button onClick={onLeave} busy={busy}>
          Выйти и удалить
        </Button>
        <Button kind="ghost" onClick={onStay}>
          Остаться
        </Button>
      </div>
    </div>
  );
}
