import { createRoot, hydrateRoot } from "react-dom/client";
import { makeQueryClient } from "./api/query.ts";
import { finishSignOut } from "./api/sign-out.ts";
import { App } from "./app.tsx";
import { codeOf, makeRouter, routesOf } from "./router.tsx";
import { sliceAdditions, sliceRoutes } from "./routes.tsx";
import { Answering, takeFacts } from "./take-over.tsx";

await finishSignOut();
const root = document.getElementById("root")!;
const queries = makeQueryClient();
const drawn = takeFacts(queries);
const router = makeRouter(routesOf(sliceRoutes, sliceAdditions), drawn);
const app = (
  <Answering>
    <App router={router} queries={queries} />
  </Answering>
);
if (drawn) {
  await codeOf(router);
  hydrateRoot(root, app);
} else createRoot(root).render(app);
