import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";

type Json = Record<string, any>;

/** One call as the endpoint saw it. */
export interface Call {
  readonly action: string;
  readonly region: string;
  readonly input: Json;
}

/** What each call answers; a function when that depends on what it is given. */
export type Answers = Readonly<Record<string, Json | ((input: Json) => Json)>>;

/** A local endpoint that speaks JSON for ECS and Application Auto Scaling, and the query protocol for Elastic Load Balancing. */
export class RecordedEndpoint {
  readonly calls: Call[] = [];
  private readonly server: Server;

  constructor(
    private readonly answers: Answers,
    private readonly refuse: readonly string[] = [],
  ) {
    this.server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on("data", (chunk: Buffer) => chunks.push(chunk));
      request.on("end", () => {
        const body = Buffer.concat(chunks).toString();
        const [, region = ""] = /Credential=[^/]+\/[0-9]+\/([^/]+)\//.exec(String(request.headers.authorization)) ?? [];
        const target = request.headers["x-amz-target"];
        const query = target === undefined;
        const input = query ? Object.fromEntries(new URLSearchParams(body)) : (JSON.parse(body || "{}") as Json);
        const action = query ? String(input["Action"]) : (String(target).split(".").at(-1) as string);
        this.calls.push({ action, region, input });
        const { status, answer } = this.answer(action, input);
        response
          .writeHead(status, { "content-type": query ? "text/xml" : "application/x-amz-json-1.1" })
          .end(query ? xmlOf(action, status, answer) : JSON.stringify(answer, withSeconds));
      });
    });
  }

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, "127.0.0.1", resolve));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private answer(action: string, input: Json): { status: number; answer: Json } {
    const found = this.answers[action];
    if (this.refuse.includes(action) || !found)
      return { status: 400, answer: { __type: "AccessDeniedException", message: "not authorized to perform this" } };
    return { status: 200, answer: typeof found === "function" ? found(input) : found };
  }
}

/** Times as the JSON protocol has them; the CLI prints them as text. */
const withSeconds = (_: string, value: unknown): unknown =>
  typeof value === "string" && /^[0-9]{4}-[0-9]{2}-[0-9]{2}T/.test(value) ? Date.parse(value) / 1000 : value;

const xmlOf = (action: string, status: number, answer: Json): string =>
  status === 200
    ? `<${action}Response><${action}Result>${xml(answer)}</${action}Result></${action}Response>`
    : `<ErrorResponse><Error><Type>Sender</Type><Code>AccessDenied</Code><Message>${answer["message"]}</Message></Error></ErrorResponse>`;

const xml = (value: unknown): string =>
  Array.isArray(value)
    ? value.map((item) => `<member>${xml(item)}</member>`).join("")
    : typeof value === "object" && value !== null
      ? Object.entries(value)
          .map(([name, member]) => `<${name}>${xml(member)}</${name}>`)
          .join("")
      : String(value);
