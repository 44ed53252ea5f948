import type { Server } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";

interface BucketServer {
  readonly httpServer: Server;
  run(): Promise<AddressInfo>;
  close(): Promise<void>;
}
// it is a program of the old kind and has no types of its own
const S3rver = createRequire(import.meta.url)("s3rver") as new (options: object) => BucketServer;

/** A server of S3 on this machine with these empty buckets, whose objects lie in `directory`; its key and secret are «S3RVER». */
export async function openBuckets(directory: string, names: readonly string[]) {
  const server = new S3rver({
    port: 0,
    address: "127.0.0.1",
    silent: true,
    allowMismatchedSignatures: false,
    directory,
    configureBuckets: names.map((name) => ({ name })),
  });
  const { port } = await server.run();
  return {
    port,
    close: async () => {
      server.httpServer.closeAllConnections();
      await server.close();
    },
  };
}
