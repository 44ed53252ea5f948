import { createRoot, hydrateRoot } from "react-dom/client";
import { makeQueryClient } from "./api/query.ts";
import { finishSignOut } from "./api/sign-out.ts";
import { App } from "./app.tsx";
import { codeOf, makeRouter, routesOf } from "./router.tsx";
import { sliceAdditions, sliceRoutes } from "./routes.tsx";
import { Answering, takeFacts } from "./take-over.tsx";

async function begin(): Promise<void> {
  const root = document.getElementById("root")!;
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

// the page has asked who is there before the server heard that nobody is
if (await finishSignOut()) location.reload();
else await begin();
