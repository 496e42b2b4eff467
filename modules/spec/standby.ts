import { z } from "zod";
import { both, MODES } from "../kit/capability";

const ROUTE_53 = "https://docs.aws.amazon.com/Route53/latest/DeveloperGuide";

/** The other track, beside the active one. */
export const standbyMode = z.enum(MODES).optional();

/** Of the group. */
export const groupStandbyMode = standbyMode.meta({
  description:
    "The track that the services also run on, beside `mode`: same image, same environment, at the active track's size. The track that `mode` names already stands by for nothing.",
  default_is: "none; a flip makes one track and then destroys the other",
  capability: both,
});

/** Of one service. */
export const serviceStandbyMode = standbyMode.meta({
  description: "The track that this one service also runs on; its own `mode` is none.",
  default_is: "the group's `standby_mode`",
  capability: both,
});

const weight = (of: string) =>
  z
    .int()
    .min(0)
    .max(255)
    .default(0)
    .meta({
      description: `The share of ${of}.`,
      capability: both,
      source: `${ROUTE_53}/resource-record-sets-values-weighted.html`,
    });

/** Who gets how much of the requests that come by a name of the domain. */
export const traffic = z
  .strictObject({
    express: weight("Express Mode"),
    ecs: weight("the plain track"),
    other: weight("`other_origin`"),
  })
  .optional();

/** Of the group. */
export const groupTraffic = traffic.meta({
  description:
    "Route 53 weights of the tracks, 0 to 255, for the names in `domain.zone`; each gets its share of the sum. An origin whose targets are all unhealthy gets none while another one is healthy.",
  example: { express: 90, ecs: 10 },
  default_is: "everything to `mode`",
});

/** Of one service. */
export const serviceTraffic = traffic.meta({
  description: "The weights of this one service.",
  default_is: "the group's `traffic`",
});

/** Where a service ran before it came here. */
export const otherOrigin = z
  .strictObject({
    dns_name: z.string().min(1).meta({
      description: "Its host name: what App Runner, CloudFront or a load balancer calls it.",
      example: "abcdefghij.us-east-1.awsapprunner.com",
      why: "an origin is named by its host name",
      fix: "Write the host name",
      reference: true,
      capability: both,
    }),
    zone_id: z.string().min(1).meta({
      description:
        "AWS's hosted zone of that host name, which an alias record names: the data source `aws_apprunner_hosted_zone_id` tells App Runner's.",
      why: "a zone is named by its id",
      fix: "Write the zone's id",
      reference: true,
      capability: both,
      source: "https://docs.aws.amazon.com/general/latest/gr/apprunner.html",
    }),
    ipv6: z.boolean().default(false).meta({
      description:
        "Whether it answers over IPv6. While it does not, the service's names have no AAAA record: clients that prefer IPv6 would never reach it.",
      capability: both,
    }),
  })
  .optional()
  .meta({
    description:
      "A third origin for the service's names, which `traffic.other` gives a weight: an App Runner service that still runs, or whatever else a Route 53 alias can lead to. It must answer to these names itself, with a certificate for them.",
    default_is: "none",
    source: `${ROUTE_53}/resource-record-sets-choosing-alias-non-alias.html`,
  });

export const acceptUrlChanges = z.boolean().default(false).meta({
  description:
    "Whether a public service may lose what its URL leads to. Without a domain its URL is the track's, and one that Express Mode generated never comes back; names whose records are in no `domain.zone` of the group lead to the old track until you move them. A change that destroys that track is refused unless this is true.",
  capability: both,
});
