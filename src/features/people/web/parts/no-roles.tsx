import { signOut } from "#web/api/sign-out.ts";
import { Brand } from "#web/shell/brand.tsx";
import { Button } from "#web/ui/button.tsx";
import { useHeadingFocus } from "#web/ui/heading-focus.ts";
import { Main } from "#web/ui/main.tsx";
import "#web/shell/shell.css";

/** Signed in, but nothing to do: no role is in force today. */
export function NoRoles({ person }: { readonly person: string }) {
  const title = useHeadingFocus("Роли сейчас нет");
  return (
    <Main className="alone">
      <Brand size={28} />
      <h1 ref={title} tabIndex={-1} style={{ marginTop: 40 }}>
        Роли в системе сейчас нет
      </h1>
      <p className="lead">
        Вход верный, но ни одна ваша роль сегодня не действует: срок последней вышел или её ещё не дали. Обратитесь к
        тому, кто ведёт Ориентир в вашей организации. Всё, что вы сдавали, на месте.
      </p>
      <p className="q" style={{ marginTop: 8 }}>
        {person}
      </p>
      <p style={{ marginTop: 24, display: "flex", gap: 8, flexWrap: "wrap" }}>
        <Button kind="primary" onClick={() => location.reload()}>
          Проверить снова
        </Button>
        <Button onClick={() => void signOut(undefined)}>Выйти</Button>
      </p>
    </Main>
  );
}
