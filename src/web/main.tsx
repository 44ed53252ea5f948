import { createRoot, hydrateRoot } from "react-dom/client";
import { makeQueryClient } from "./api/query.ts";
import { finishSignOut } from "./api/sign-out.ts";
import { App } from "./app.tsx";
import { askAhead } from "./ask-ahead.ts";
import { fetchAhead } from "./fetch-ahead.ts";
import { codeOf, makeRouter, routesOf } from "./router.tsx";
import { UnfinishedSignOut } from "./shell/unfinished-sign-out.tsx";
import { sliceAdditions, sliceRoutes } from "./routes.tsx";
import { Answering, takeFacts } from "./take-over.tsx";

const root = document.getElementById("root")!;

async function begin(): Promise<void> {
  const queries = makeQueryClient();
  const routes = routesOf(sliceRoutes, sliceAdditions);
  const drawn = takeFacts(queries, routes);
  const router = makeRouter(routes, drawn);
  askAhead(router, queries);
  fetchAhead(routes, queries);
  const app = (
    <Answering>
      <App router={router} queries={queries} />
    </Answering>
  );
  if (!drawn) return createRoot(root).render(app);
  try {
    await codeOf(router);
  } catch {
    // the line broke: what the server drew gives way to the page that says so, and can be loaded anew
    return createRoot(root).render(app);
  }
  hydrateRoot(root, app);
}

async function start(): Promise<void> {
  const leaving = await finishSignOut();
  // the page has asked who is there before the server heard that nobody is
  if (leaving === "heard") return location.reload();
  if (leaving === "none") return begin();
  const router = makeRouter([{ path: "*", element: <UnfinishedSignOut /> }]);
  createRoot(root).render(<App router={router} queries={makeQueryClient()} />);
}

// Not awaited here: a page that comes imports this part, and would wait for its end while it is waited for.
void start();
