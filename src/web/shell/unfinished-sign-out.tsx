import { ErrorState } from "../ui/error-state.tsx";
import { Main } from "../ui/main.tsx";

/** Whoever pressed «Выйти» is shown nothing of theirs again, even where the server has answered all but that. */
export function UnfinishedSignOut() {
  return (
    <Main className="alone">
      <ErrorState
        level={1}
        title="Выход не завершён"
        kept="На этом устройстве ваших данных уже нет, но сервер о выходе ещё не узнал: связь прервалась. Повторите, когда она появится."
        onRetry={() => location.reload()}
      />
    </Main>
  );
}
