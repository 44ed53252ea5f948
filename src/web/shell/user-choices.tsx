import { useMantineColorScheme, type MantineColorScheme } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { Link } from "react-router";
import { useMe } from "../api/me.ts";
import { useWrite } from "../api/query.ts";
import { request } from "../api/request.ts";
import { problemText } from "../api/problem.ts";
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
  const queries = useQueryClient();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const leave = useWrite<void, unknown>(
    (_nothing, key) => request("/api/session", { method: "DELETE", key, askToSignIn: false }),
    {
      refresh: [],
      onDone: () => {
        // Nothing of one person may be shown to the next.
        queries.clear();
        location.assign("/sign-in");
      },
    },
  );
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
      <div className="sheet-list">
        <Link className="it" to="/password" onClick={onDone}>
          <Icon name="password" />
          Сменить пароль
        </Link>
        <Link className="it" to="/my-data" onClick={onDone}>
          <Icon name="person" />
          Что о вас хранится
        </Link>
        <button type="button" className="it" aria-busy={leave.isPending || undefined} onClick={() => leave.mutate()}>
          <Icon name="signOut" />
          Выйти
        </button>
      </div>
      {leave.isError && <p className="sm late">{problemText(leave.error)}</p>}
    </div>
  );
}
