import { chromium, type Browser, type CDPSession } from "playwright-core";

const LATENCY_MS = 400;
const BYTES_PER_SECOND = 400_000 / 8;
const SLOWER_CPU = 4;
const FLAGS = "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-sync";

/** The Chromium of this machine; each of its pages is put on the village line by `throttle`. */
export function slowBrowser(): Promise<Browser> {
  const executablePath = process.env["ORIENTIR_CHROMIUM"] ?? "/usr/bin/chromium";
  return chromium.launch({ executablePath, args: FLAGS.split(" ") });
}

/** 400 ms, 400 kbit/s and a processor four times slower; counts what goes over the line from now on. */
export async function throttle(line: CDPSession): Promise<{ bytes: { all: number; scripts: number } }> {
  const bytes = { all: 0, scripts: 0 };
  const scripts = new Set<string>();
  line.on("Network.responseReceived", ({ requestId, type }) => void (type === "Script" && scripts.add(requestId)));
  line.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    bytes.all += encodedDataLength;
    if (scripts.has(requestId)) bytes.scripts += encodedDataLength;
  });
  await line.send("Network.enable");
  await line.send("Network.emulateNetworkConditions", {
    offline: false,
    latency: LATENCY_MS,
    downloadThroughput: BYTES_PER_SECOND,
    uploadThroughput: BYTES_PER_SECOND,
  });
  await line.send("Emulation.setCPUThrottlingRate", { rate: SLOWER_CPU });
  return { bytes };
}
