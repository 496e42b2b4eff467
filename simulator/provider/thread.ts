/**
 * The providers in a thread of the process that runs terraform, for as many commands as it runs. A connection is answered as
 * by a process that was started for it: terraform makes one for every provider block, each time it walks the graph.
 */
import { once } from "node:events";
import { createServer } from "node:net";
import { parentPort, type MessagePort } from "node:worker_threads";
import { METHOD_NAMES } from "./methods";
import { serveConnection } from "./server";
import type { Settings } from "./settings";
import { simulated } from "./simulated";

/** One command's providers. */
export interface Served {
  /** What each is told, and the socket on which it is to listen. */
  readonly providers: readonly { readonly settings: Settings; readonly socket: string }[];
  /** Is 1 once they listen. */
  readonly listening: Int32Array;
  /** They listen until its other end is closed. */
  readonly meanwhile: MessagePort;
}

parentPort!.on("message", async ({ providers, listening, meanwhile }: Served) => {
  const servers = providers.map(({ settings, socket }) =>
    createServer((connection) => serveConnection(connection, METHOD_NAMES, simulated(settings))).listen(socket),
  );
  meanwhile.on("close", () => servers.forEach((server) => server.close()));
  await Promise.all(servers.map((server) => once(server, "listening")));
  Atomics.store(listening, 0, 1);
  Atomics.notify(listening, 0);
});
