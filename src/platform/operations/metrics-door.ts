import { createServer, type Server } from "node:http";
import type { Metrics } from "./metrics.ts";

/** Opens the door of metrics: its own address, so that what is told there never stands beside the pages. Returns the server that listens. */
export async function openMetricsDoor(
  metrics: Metrics,
  { host, port }: { host: string; port: number },
): Promise<Server> {
  const server = createServer((request, reply) => {
    if (request.method !== "GET" || request.url !== "/metrics") {
      reply.writeHead(404).end();
      return;
    }
    metrics.text().then(
      (text) => reply.writeHead(200, { "content-type": metrics.contentType }).end(text),
      () => reply.writeHead(503).end(),
    );
  });
  await new Promise<void>((opened, failed) => {
    server.once("error", failed);
    server.listen(port, host, opened);
  });
  return server;
}
