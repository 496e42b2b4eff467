import { z } from "zod";
import { honoured, refused } from "../kit/capability";
import { IDLE_TIMEOUT } from "./limits";

const attributes =
  "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-load-balancer-attributes.html";

/** The plain track honours it; Express Mode makes its load balancer itself and shares it. */
const onlyPlain = (option: string, why = "the load balancer is shared and Express Mode's own") => ({
  express: refused(why, `leave ${option} out`),
  ecs: honoured,
});

const accessLogs = z
  .strictObject({
    bucket: z
      .strictObject({
        name: z.string().min(3).meta({
          description: "The bucket's name.",
          why: "a bucket has a name",
          fix: "Write the bucket's name",
          reference: true,
        }),
      })
      .optional()
      .meta({
        description:
          "A bucket of your own in the same region, encrypted with SSE-S3, whose policy lets `logdelivery.elasticloadbalancing.amazonaws.com` write.",
        default_is: "one is made, closed to everybody else",
      }),
    prefix: z
      .string()
      .regex(/^([A-Za-z0-9_.-]+(\/[A-Za-z0-9_.-]+)*)?$/)
      .default("")
      .meta({
        description: "Where in the bucket; below it AWS writes `AWSLogs/<account>/…`.",
        why: "it neither begins nor ends with `/`",
        fix: 'Write a prefix such as "shop"',
      }),
    expiration_days: z.int().min(1).max(3650).default(90).meta({
      description: "How long the bucket that is made keeps a log.",
      unit: "days",
    }),
    force_destroy: z.boolean().default(false).meta({
      description:
        "Whether the bucket that is made may be destroyed with logs in it. Without it a destroy, or a change that takes it away, fails until it is empty.",
    }),
  })
  .optional()
  .meta({
    description: "Access logs in S3.",
    default_is: "none",
    capability: onlyPlain("access_logs"),
    source: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-access-logging.html",
  });

const adopted = z
  .strictObject({
    listener_arn: z
      .string()
      .regex(/^arn:[a-z-]+:elasticloadbalancing:[a-z0-9-]+:[0-9]{12}:listener\/app\/[^/]+\/[^/]+\/[^/]+$/)
      .meta({
        description: "Its HTTPS listener on port 443, with certificates for the names.",
        why: "an Application Load Balancer's listener is named by its ARN",
        fix: "Write the listener's ARN",
        reference: true,
      }),
    security_group_id: z.string().min(1).meta({
      description: "Its security group, which the tasks admit. It has to let out to the tasks' ports.",
      why: "a security group is named by its id",
      fix: "Write the group's id",
      reference: true,
    }),
    enforce_allowed_cidrs: z.boolean().default(true).meta({
      description:
        "Whether each rule admits `allowed_cidrs` alone, which takes one of a rule's five values for each block. `false` leaves who gets in to the load balancer's owner.",
      source: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/rule-condition-types.html",
    }),
  })
  .optional()
  .meta({
    description:
      "An existing load balancer: a rule for each service is added to its listener, and nothing else of it is touched, neither its security group nor its web ACL.",
    default_is: "one is made",
    capability: onlyPlain("adopted"),
  });

/** The load balancer of the plain track. */
export const loadBalancer = z
  .strictObject({
    idle_timeout: z
      .int()
      .min(1)
      .max(4000)
      .default(IDLE_TIMEOUT.ecs)
      .meta({
        description: "How long an idle connection stays open. App Runner's own limit for a request.",
        unit: "seconds",
        capability: onlyPlain("idle_timeout"),
        source: attributes,
      }),
    deletion_protection: z
      .boolean()
      .default(false)
      .meta({
        description:
          "Whether the load balancer refuses to be deleted. Set it back and apply before a destroy or a flip.",
        capability: onlyPlain(
          "deletion_protection",
          "the load balancer is Express Mode's own and goes with its last service",
        ),
      }),
    internal: z
      .boolean()
      .default(false)
      .meta({
        description:
          "Whether it has private addresses alone, in the private subnets. `allowed_cidrs` then names private ranges.",
        capability: onlyPlain(
          "internal",
          "Express Mode takes the scheme from the routes of its subnets: a service with `public = false` is given the private ones",
        ),
      }),
    ssl_policy: z
      .string()
      .regex(/^ELBSecurityPolicy-(TLS13-1-[23]-|FS-1-2-|TLS-1-2-)[A-Za-z0-9-]+$/)
      .default("ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09")
      .meta({
        description:
          "The TLS policy of the HTTPS listener. The default is AWS's recommendation: TLS 1.2 and 1.3, with post-quantum key exchange.",
        why: "it is not the name of a policy that begins at TLS 1.2",
        fix: 'Write a name such as "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09" or "ELBSecurityPolicy-TLS13-1-3-2021-06"',
        capability: onlyPlain("ssl_policy", "the listener is Express Mode's own"),
        source: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html",
      }),
    http2: z
      .boolean()
      .default(true)
      .meta({
        description: "Whether clients may speak HTTP/2.",
        capability: onlyPlain("http2"),
        source: attributes,
      }),
    drop_invalid_header_fields: z
      .boolean()
      .default(true)
      .meta({
        description: "Whether headers with invalid names are dropped rather than passed on.",
        capability: onlyPlain("drop_invalid_header_fields"),
        source: attributes,
      }),
    desync_mitigation_mode: z
      .enum(["monitor", "defensive", "strictest"])
      .default("defensive")
      .meta({
        description: "What happens to requests that two parsers could read in two ways.",
        capability: onlyPlain("desync_mitigation_mode"),
        source: attributes,
      }),
    access_logs: accessLogs,
    adopted,
  })
  .prefault({})
  .meta({ description: "The load balancer of the track `ecs`." });
