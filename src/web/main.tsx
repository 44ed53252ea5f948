import { createRoot } from "react-dom/client";
import { dropOldDrafts } from "./api/device-store.ts";
import { App } from "./app.tsx";
import { makeRouter } from "./router.tsx";
import { sliceAdditions, sliceRoutes } from "./routes.tsx";

dropOldDrafts(new Date());
createRoot(document.getElementById("root")!).render(<App router={makeRouter(sliceRoutes, sliceAdditions)} />);
