import { z } from "zod";
import { approximated, both, honoured, refused } from "../kit/capability";

const noProxy = (option: string) =>
  refused("no proxy of Service Connect stands between services on Express Mode", `leave ${option} out`);

const connect = "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-connect-concepts.html";

/** A log of each request that passes the proxy. */
const accessLogs = z
  .strictObject({
    format: z
      .enum(["TEXT", "JSON"])
      .default("JSON")
      .meta({ description: "How a request is written: as a line to read, or as JSON to search.", capability: both }),
    include_query_parameters: z.boolean().default(false).meta({
      description: "Whether query parameters are written too; they may hold tokens.",
      capability: both,
    }),
  })
  .optional()
  .meta({
    description:
      "A log of each request that passes the proxy, in the service's log group. Not in the module `switchyard-ecs`, which must run on provider versions that do not know it.",
    default_is: "none",
    capability: { express: noProxy("access_logs"), ecs: honoured },
    source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-connect-envoy-access-logs.html",
  });

const DESCRIPTION =
  "The proxy that Service Connect runs in each task of a plain service that calls another plain service or is called by one. The timeouts are of calls to this service.";

const options = z.strictObject({
  idle_timeout_seconds: z
    .int()
    .min(0)
    .max(2147483647)
    .default(300)
    .meta({
      description:
        "How long a connection from a caller may stay idle; 0 is for ever. Longer than the longest silence of a stream.",
      unit: "seconds",
      capability: { express: noProxy("idle_timeout_seconds"), ecs: honoured },
      source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_TimeoutConfiguration.html",
    }),
  per_request_timeout_seconds: z
    .int()
    .min(0)
    .max(2147483647)
    .default(15)
    .meta({
      description:
        "How long an answer to a caller may take in all; 0 is for ever. Raise it for slow endpoints, streams and long polling.",
      unit: "seconds",
      capability: { express: noProxy("per_request_timeout_seconds"), ecs: honoured },
      source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_TimeoutConfiguration.html",
    }),
  proxy_cpu: z
    .int()
    .min(0)
    .max(32768)
    .default(256)
    .meta({
      description:
        "CPU units added to the task for the proxy; the task gets the smallest size that Fargate offers above the sum. AWS advises 256, and 512 above 500 requests a second in a task. With 0 here and in proxy_memory the proxy shares what `cpu` and `memory` say.",
      unit: "CPU units",
      capability: { express: approximated("there is no proxy, so nothing is added"), ecs: honoured },
      source: connect,
    }),
  proxy_memory: z
    .int()
    .min(0)
    .max(249856)
    .default(64)
    .meta({
      description:
        "Memory added to the task for the proxy. AWS advises 64, and 128 in a namespace of more than 100 services or 2,000 tasks.",
      unit: "MiB",
      capability: { express: approximated("there is no proxy, so nothing is added"), ecs: honoured },
      source: connect,
    }),
  access_logs: accessLogs,
});

export const serviceConnect = options.prefault({}).meta({ description: DESCRIPTION });

/** What remains of it on provider versions before 6. */
export const rollingServiceConnect = options
  .omit({ access_logs: true })
  .prefault({})
  .meta({ description: DESCRIPTION });
