import { useRouteError } from "react-router";
import { Button } from "../ui/button.tsx";
import { ErrorState } from "../ui/error-state.tsx";

/** A page that could not be drawn. A missing part of the program (an update came while the page was open) is mended by a reload. */
export function RouteFault() {
  const fault = useRouteError();
  return (
    <div className="alone">
      <ErrorState
        title="Страница не открылась"
        level={1}
        problem={fault}
        kept="Черновики сохранены на этом устройстве."
        onRetry={() => location.reload()}
        retryLabel="Обновить страницу"
      >
        <Button onClick={() => history.back()}>Вернуться</Button>
      </ErrorState>
    </div>
  );
}
