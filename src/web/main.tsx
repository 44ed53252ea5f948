import { createRoot } from "react-dom/client";
import { finishSignOut } from "./api/sign-out.ts";
import { App } from "./app.tsx";
import { makeRouter } from "./router.tsx";
import { sliceAdditions, sliceFills, sliceRoutes } from "./routes.tsx";
import { SlotFills } from "./slot.tsx";

await finishSignOut();
createRoot(document.getElementById("root")!).render(
  <SlotFills fills={sliceFills}>
    <App router={makeRouter(sliceRoutes, sliceAdditions)} />
  </SlotFills>,
);
