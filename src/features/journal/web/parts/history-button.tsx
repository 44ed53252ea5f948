import { arriving } from "#web/arriving.tsx";
import { useAddressValue } from "#web/ui/address-value.ts";
import { Button } from "#web/ui/button.tsx";
import type { SlotFacts } from "#web/slot.tsx";

const HistoryDialog = arriving(() => import("./history-dialog.tsx"));

/** «История» of the object on the page (`named`: what has no identifier of its own, `label`: other words); open or not stands in the address, so that it can be sent as a link. */
export function HistoryButton(facts: SlotFacts) {
  const [shown, setShown] = useAddressValue("history");
  // a page may show several objects: the address says whose history is open
  const own = facts["named"] ?? facts["id"] ?? "";
  return (
    <>
      <Button kind="ghost" icon="clock" onClick={() => setShown(own)}>
        {facts["label"] ?? "История"}
      </Button>
      {shown !== "" && shown === own && <HistoryDialog facts={facts} onClose={() => setShown("")} />}
    </>
  );
}
