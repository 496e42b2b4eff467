/** The gRPC server that terraform connects to, and the client of a real provider behind it. */
import { spawn, type ChildProcess } from "node:child_process";
import { rmSync } from "node:fs";
import type { Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as grpc from "@grpc/grpc-js";

/** Answers one call: the method's name and the encoded request; the encoded response. */
export type Answer = (method: string, request: Buffer) => Buffer | Promise<Buffer>;

/** Messages pass through the gRPC library as bytes. */
const asBytes = {
  requestStream: false as const,
  responseStream: false as const,
  requestSerialize: (bytes: Buffer) => bytes,
  requestDeserialize: (bytes: Buffer) => bytes,
  responseSerialize: (bytes: Buffer) => bytes,
  responseDeserialize: (bytes: Buffer) => bytes,
};

const OPTIONS = {
  "grpc.max_receive_message_length": -1,
  "grpc.max_send_message_length": -1,
  "grpc.enable_channelz": 0, // its registry would keep every server that ever was
};

function definition(service: string, methods: readonly string[]): grpc.ServiceDefinition {
  return Object.fromEntries(methods.map((name) => [name, { path: `/${service}/${name}`, ...asBytes }]));
}

/** A health check's "serving". */
const SERVING = Buffer.from([8, 1]);

/** What terraform calls: the provider, the end of its process, and its health. */
function providerServer(methods: readonly string[], answer: Answer, stop: () => void): grpc.Server {
  const server = new grpc.Server(OPTIONS);
  const handler =
    (name: string): grpc.handleUnaryCall<Buffer, Buffer> =>
    (call, reply) => {
      void Promise.resolve()
        .then(() => answer(name, call.request))
        .then(
          (response) => reply(null, response),
          (error: grpc.ServiceError) =>
            reply(
              error.code === undefined ? { code: grpc.status.INTERNAL, details: error.stack ?? String(error) } : error,
            ),
        );
    };
  server.addService(
    definition("tfplugin5.Provider", methods),
    Object.fromEntries(methods.map((name) => [name, handler(name)])),
  );
  const shutdown: grpc.handleUnaryCall<Buffer, Buffer> = (_, reply) => {
    reply(null, Buffer.alloc(0));
    stop();
  };
  server.addService(definition("plugin.GRPCController", ["Shutdown"]), { Shutdown: shutdown });
  const check: grpc.handleUnaryCall<Buffer, Buffer> = (_, reply) => reply(null, SERVING);
  server.addService(definition("grpc.health.v1.Health", ["Check"]), { Check: check });
  return server;
}

/** Starts a server on a Unix socket and prints the line by which terraform finds it. */
export function serve(methods: readonly string[], answer: Answer, stop: () => void): void {
  const server = providerServer(methods, answer, stop);
  const socket = join(tmpdir(), `switchyard-simulator-${process.pid}.sock`);
  process.on("exit", () => rmSync(socket, { force: true }));
  server.bindAsync(`unix:${socket}`, grpc.ServerCredentials.createInsecure(), (error) => {
    if (error) throw error;
    process.stdout.write(`1|5|unix|${socket}|grpc|\n`);
  });
}

/** Serves one connection. Terraform makes one where it would start a process, and ends it with itself. */
export function serveConnection(connection: Socket, methods: readonly string[], answer: Answer): void {
  const server = providerServer(methods, answer, () => {});
  server.createConnectionInjector(grpc.ServerCredentials.createInsecure()).injectConnection(connection);
  connection.on("close", () => server.forceShutdown());
}

/** A real provider's process and a way to call it. */
export interface RealProvider {
  process: ChildProcess;
  call: Answer;
}

/** Starts a real provider without TLS and connects to it. */
export async function startRealProvider(binary: string, methods: readonly string[]): Promise<RealProvider> {
  const child = spawn(binary, [], {
    env: { ...process.env, PLUGIN_CLIENT_CERT: "" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  child.on("error", (error) => {
    console.error(`cannot start ${binary}: ${error.message}`);
    process.exit(1);
  });
  child.on("exit", () => process.exit(1));
  const [, , network, address] = (await firstLine(child)).split("|");
  const Client = grpc.makeGenericClientConstructor(definition("tfplugin5.Provider", methods), "Provider");
  const client = new Client(
    network === "unix" ? `unix:${address}` : address!,
    grpc.credentials.createInsecure(),
    OPTIONS,
  );
  const call: Answer = (method, request) =>
    new Promise((resolve, reject) => {
      const send = client[method] as (request: Buffer, done: (error: Error | null, response: Buffer) => void) => void;
      send.call(client, request, (error, response) => (error ? reject(error) : resolve(response)));
    });
  return { process: child, call };
}

function firstLine(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    let text = "";
    child.stdout!.on("data", (chunk: Buffer) => {
      text += chunk.toString();
      const end = text.indexOf("\n");
      if (end >= 0) resolve(text.slice(0, end));
    });
  });
}
