import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";

type Json = Record<string, any>;

/** One call as the endpoint saw it. */
export interface Call {
  readonly target: string;
  readonly region: string;
  readonly input: Json;
}

/** A service with its companions, as the endpoint answers for them. */
export interface Recorded {
  readonly region: string;
  readonly Service: Json;
  readonly Tags?: readonly Json[];
  readonly AutoScalingConfiguration?: Json;
  readonly VpcConnector?: Json;
  readonly CustomDomains?: readonly Json[];
  readonly WebACL?: Json;
  readonly IPSet?: Json;
}

const PAGE = 2;

/** A local endpoint that speaks the AWS JSON protocol for the read calls of App Runner and WAF: pages of two, and one throttling. */
export class RecordedEndpoint {
  readonly calls: Call[] = [];
  private readonly server: Server;
  private throttled = false;

  constructor(
    private readonly services: readonly Recorded[],
    private readonly refuse: readonly string[] = [],
  ) {
    this.server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on("data", (chunk: Buffer) => chunks.push(chunk));
      request.on("end", () => {
        const [, target = ""] = String(request.headers["x-amz-target"]).split(".");
        const [, region = ""] = /Credential=[^/]+\/[0-9]+\/([^/]+)\//.exec(String(request.headers.authorization)) ?? [];
        const call = { target, region, input: JSON.parse(Buffer.concat(chunks).toString() || "{}") as Json };
        this.calls.push(call);
        const { status, body } = this.answer(call);
        response.writeHead(status, { "content-type": "application/x-amz-json-1.0" }).end(JSON.stringify(body));
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

  private answer(call: Call): { status: number; body: Json } {
    if (this.refuse.includes(call.target))
      return { status: 400, body: { __type: "AccessDeniedException", message: "not authorized to perform this" } };
    if (call.target === "DescribeService" && !this.throttled) {
      this.throttled = true;
      return { status: 400, body: { __type: "ThrottlingException", message: "Rate exceeded" } };
    }
    return { status: 200, body: this.found(call) };
  }

  private found({ target, region, input }: Call): Json {
    const here = this.services.filter((each) => each.region === region);
    const by = (arn: string) => here.find(({ Service: service }) => service["ServiceArn"] === arn);
    switch (target) {
      case "ListServices": {
        const from = Number(input["NextToken"] ?? 0);
        const more = from + PAGE < here.length ? { NextToken: String(from + PAGE) } : {};
        return {
          ServiceSummaryList: here
            .slice(from, from + PAGE)
            .map(({ Service: { ServiceName, ServiceArn, Status } }) => ({ ServiceName, ServiceArn, Status })),
          ...more,
        };
      }
      case "DescribeService":
        return { Service: by(input["ServiceArn"])?.Service };
      case "ListTagsForResource":
        return { Tags: by(input["ResourceArn"])?.Tags ?? [] };
      case "DescribeAutoScalingConfiguration":
        return {
          AutoScalingConfiguration: here.find(
            (each) =>
              each.AutoScalingConfiguration?.["AutoScalingConfigurationArn"] === input["AutoScalingConfigurationArn"],
          )?.AutoScalingConfiguration,
        };
      case "DescribeVpcConnector":
        return {
          VpcConnector: here.find((each) => each.VpcConnector?.["VpcConnectorArn"] === input["VpcConnectorArn"])
            ?.VpcConnector,
        };
      case "DescribeCustomDomains":
        return {
          DNSTarget: "x.awsapprunner.com",
          ServiceArn: input["ServiceArn"],
          CustomDomains: by(input["ServiceArn"])?.CustomDomains ?? [],
          VpcDNSTargets: [],
        };
      case "ListVpcIngressConnections":
        return { VpcIngressConnectionSummaryList: [] };
      case "GetWebACLForResource":
        return { WebACL: by(input["ResourceArn"])?.WebACL };
      case "GetIPSet":
        return { IPSet: here.find((each) => each.IPSet?.["Name"] === input["Name"])?.IPSet };
      default:
        return {};
    }
  }
}
