import { createRoot, hydrateRoot } from "react-dom/client";
import { makeQueryClient } from "./api/query.ts";
import { finishSignOut } from "./api/sign-out.ts";
import { App } from "./app.tsx";
import { codeOf, makeRouter, routesOf } from "./router.tsx";
import { UnfinishedSignOut } from "./shell/unfinished-sign-out.tsx";
import { sliceAdditions, sliceRoutes } from "./routes.tsx";
import { Answering, takeFacts } from "./take-over.tsx";

const root = document.getElementById("root")!;

async function begin(): Promise<void> {
  const queries = makeQueryClient();
  const drawn = takeFacts(queries);
  const router = makeRouter(routesOf(sliceRoutes, sliceAdditions), drawn);
  const app = (
    <Answering>
      <App router={router} queries={queries} />
    </Answering>
  );
  if (!drawn) return createRoot(root).render(app);
  await codeOf(router);
  hydrateRoot(root, app);
}

const leaving = await finishSignOut();
// the page has asked who is there before the server heard that nobody is
if (leaving === "heard") location.reload();
else if (leaving === "none") await begin();
else {
  const router = makeRouter([{ path: "*", element: <UnfinishedSignOut /> }]);
  createRoot(root).render(<App router={router} queries={makeQueryClient()} />);
}
