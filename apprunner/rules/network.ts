import { changed, type Draft, kept, lost, noted } from "../finding";
import { readable } from "../unknown";
import { isPublic, nothing, type Rule, usesVpc } from "./rule";

const EGRESS = "NetworkConfiguration.EgressConfiguration";

/**
 * A VPC connector carried outgoing traffic alone. Tasks live in the VPC altogether: on plain ECS in the connector's
 * subnets, behind a load balancer in public ones. On Express Mode private subnets would make the load balancer internal,
 * so the connector's subnets never go there.
 *
 * @see https://docs.aws.amazon.com/apprunner/latest/dg/network-vpc.html
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/express-service-work.html
 */
export const vpcConnector: Rule = (definition, { mode, vpcReady, key }) => {
  const {
    companions: { vpcConnector: connector },
    service,
  } = definition;
  const given = service.NetworkConfiguration?.EgressConfiguration;
  if (!usesVpc(definition))
    return given
      ? {
          drafts: [
            noted(
              `${EGRESS}.EgressType`,
              "straight to the internet; the tasks have public addresses, or a NAT gateway (network.nat_gateway)",
            ),
          ],
        }
      : nothing;
  const drafts: Draft[] = [noted(`${EGRESS}.EgressType`, "outgoing traffic goes through a VPC")];
  if (!connector) {
    return {
      drafts: [
        ...drafts,
        lost(
          "behaviour",
          `${EGRESS}.VpcConnectorArn`,
          "the connector's subnets and security groups were not given, so what it reached is not reachable",
          "Give them as another input: aws apprunner describe-vpc-connector --vpc-connector-arn …",
        ),
      ],
    };
  }
  drafts.push(noted(`${EGRESS}.VpcConnectorArn`, "its subnets and security groups were given"), ...records(connector));
  const where = "the commented `vpc` block at the end of the tfvars";
  drafts.push(
    mode === "ecs"
      ? changed(
          "behaviour",
          "VpcConnector.Subnets",
          vpcReady ? "vpc.private_subnet_ids" : where,
          `the tasks run in ${connector.Subnets.map(readable).join(", ")}${vpcReady ? "" : "; App Runner's data names neither the VPC nor its public subnets, so the group plans with a VPC of its own until you fill in the block"}`,
          vpcReady
            ? null
            : "Fill in the `vpc` block before you apply, or say --vpc-id and --public-subnet: in a VPC of its own the service reaches nothing of the old one",
        )
      : changed(
          "behaviour",
          "VpcConnector.Subnets",
          vpcReady ? "vpc" : where,
          "Express Mode puts the tasks into public subnets of the same VPC: private ones would make its load balancer internal, so the connector's are not passed",
          vpcReady
            ? null
            : "Fill in the `vpc` block before you apply, or say --vpc-id and --public-subnet: in a VPC of its own the service reaches nothing of the old one",
        ),
    securityGroups(connector.SecurityGroups, key, vpcReady),
    isolated(mode),
  );
  const ids = connector.SecurityGroups.filter((id) => id.startsWith("sg-"));
  if (!ids.length) return { drafts };
  if (vpcReady) return { drafts, service: { security_group_ids: ids } };
  const list = ids.map((id) => JSON.stringify(id)).join(", ");
  return {
    drafts,
    leftOut: [
      { in: "service", lines: [`security_group_ids = [${list}] # the connector's: they go with the vpc block below`] },
    ],
  };
};

/** The tasks carry the connector's groups, so that what admits these goes on admitting the service. They exist in their own VPC alone. */
function securityGroups(groups: readonly string[], key: string, vpcReady: boolean): Draft {
  const field = "VpcConnector.SecurityGroups";
  if (!groups.length) {
    return lost(
      "behaviour",
      field,
      "the VPC's default group is not on its tasks",
      `Let what the service calls (databases, caches) admit the group in the output security_group_ids["${key}"] before the cut-over`,
    );
  }
  const names = groups.map(readable).join(", ");
  return vpcReady
    ? changed(
        "behaviour",
        field,
        `services.${key}.security_group_ids`,
        `the tasks carry ${names} besides a group of their own, so databases that admit it go on doing so; the load balancer's way in is added`,
        null,
      )
    : changed(
        "behaviour",
        field,
        `services.${key}.security_group_ids, commented`,
        `${names} belongs to the connector's VPC, and stays commented until the \`vpc\` block is filled in`,
        "Fill in both, or say --vpc-id and --public-subnet",
      );
}

/**
 * App Runner fetched images, logs and secrets outside the VPC; a task does that from its own subnets.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/vpc-endpoints.html
 */
const isolated = (mode: "express" | "ecs"): Draft =>
  mode === "ecs"
    ? lost(
        "behaviour",
        "VpcConnector.Subnets.*",
        "App Runner pulled the image, wrote logs and read secrets outside the VPC; a task does so from these subnets",
        "See that they have a way out (aws ec2 describe-route-tables --filters Name=association.subnet-id,Values=…): a NAT gateway, or VPC endpoints ecr.api, ecr.dkr, s3 (gateway), logs, secretsmanager, ssm and kms",
      )
    : noted(
        "VpcConnector.Subnets.*",
        "the tasks are in public subnets with public addresses: no NAT gateway or endpoint is needed",
      );

const records = (connector: Record<string, unknown>): Draft[] =>
  Object.keys(connector)
    .filter((name) => /^(VpcConnector(Arn|Name|Revision)|Status|CreatedAt|DeletedAt)$/.test(name))
    .map((name) => noted(`VpcConnector.${name}`, "App Runner's own record: nothing to carry"));

/**
 * A private service is behind no load balancer on plain ECS: services of the group reach it by `connects_to`. Express
 * Mode has no such thing.
 *
 * @see https://docs.aws.amazon.com/apprunner/latest/dg/network-pl.html
 */
export const ingress: Rule = (definition, { mode, key }) => {
  const {
    companions: { vpcIngress },
    service,
    account,
  } = definition;
  const field = "NetworkConfiguration.IngressConfiguration.IsPubliclyAccessible";
  if (isPublic(definition))
    return service.NetworkConfiguration?.IngressConfiguration
      ? { drafts: [kept(field, `services.${key}.public`)] }
      : nothing;
  const foreign = vpcIngress.some(
    ({ AccountId: owner }) => owner !== undefined && account !== undefined && owner !== account,
  );
  const drafts: Draft[] = [
    mode === "express"
      ? {
          ...lost(
            "blocker",
            field,
            "Express Mode keeps a service private in private subnets alone, and puts a load balancer in front of it that App Runner has not",
            "Run it on plain ECS",
          ),
          needs: "ecs",
        }
      : changed(
          "behaviour",
          field,
          `services.${key}.public`,
          "no load balancer serves it: services of the same group reach it by a private name",
          `Name it in its callers: connects_to = ["${key}"]. A caller outside the group has no way in`,
        ),
    ...vpcIngress.map(({ IngressVpcConfiguration: at, DomainName: domain }, i) =>
      foreign && mode === "ecs"
        ? lost(
            "blocker",
            `VpcIngressConnection[${i}]`,
            "another account reaches the service over PrivateLink, and nothing of that is made",
            "Put a network load balancer with an endpoint service in front of it, or bring the callers into the group",
          )
        : lost(
            "behaviour",
            `VpcIngressConnection[${i}]`,
            `its endpoint ${at?.VpcEndpointId ? `${readable(at.VpcEndpointId)} ` : ""}${domain ? `(${readable(domain)}) ` : ""}goes: callers in the VPC${at?.VpcId ? ` ${readable(at.VpcId)}` : ""} lose that name`,
            "Move the callers into the group, or make a load balancer of your own for them",
          ),
    ),
  ];
  return { drafts, ...(mode === "ecs" ? { service: { public: false } } : {}) };
};

/** @see https://docs.aws.amazon.com/apprunner/latest/api/API_NetworkConfiguration.html */
export const ipAddressType: Rule = ({ service }, { mode }) => {
  const given = service.NetworkConfiguration?.IpAddressType;
  const field = "NetworkConfiguration.IpAddressType";
  if (given === undefined) return nothing;
  if (given === "IPV4") return { drafts: [noted(field, "IPv4, as it was")] };
  return {
    drafts: [
      changed(
        "behaviour",
        field,
        mode === "ecs" ? "vpc.ipv6" : "the subnets",
        "a VPC that is made has both address families; in an existing one the load balancer has IPv6 only if the subnets do",
        mode === "ecs" ? "In an existing VPC with IPv6 subnets, set vpc.ipv6 = true" : "Use subnets with IPv6 ranges",
      ),
    ],
  };
};
