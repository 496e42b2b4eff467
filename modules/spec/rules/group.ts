import { EXPRESS_SERVICES_PER_LOAD_BALANCER } from "../limits";
import type { Problem } from "../../kit/problem";
import type { InputRule } from "../input";
import { runsOn, placed, sentence } from "./each-service";

const only = (condition: string, problem: Problem): string => `(${condition}) ? [${sentence(problem)}] : []`;

const noService: Problem = { path: "services", why: "the group has no service", fix: "Describe one service or more" };

const internalName = (got: string): Problem => ({
  path: "name",
  got,
  why: 'the name of a load balancer must not begin with "internal-"',
  fix: "Rename the group",
});

const tooManyOnExpress = (count: string): Problem => ({
  path: "services",
  why: `${count} public services are on ECS Express Mode, and one of its load balancers carries ${EXPRESS_SERVICES_PER_LOAD_BALANCER}; the web ACL would not cover the next load balancer`,
  fix: 'Split the group in two, or set mode = "ecs" for some of the services',
});

const noCertificate: Problem = {
  path: "domain",
  why: "a certificate needs a zone to be validated in",
  fix: "Give zone = { id = … }, certificate = { arn = … }, or both",
};

const unreachableIpv6 = (cidr: string): Problem => ({
  path: "allowed_cidrs",
  got: cidr,
  why: "it is IPv6, and the load balancer of this VPC has no IPv6 address",
  fix: "Set vpc.ipv6 = true if its subnets have IPv6 ranges, or take the block off the list",
});

const oneZone: Problem = {
  path: "network.availability_zones",
  why: "a load balancer needs subnets in two availability zones",
  fix: "Name two zones or more, or none to use all of the region",
};

const noEndpoints: Problem = {
  path: "network.kms_endpoint",
  got: "true",
  why: "it is one of the VPC endpoints, and none are made",
  fix: "Set network.vpc_endpoints = true, or leave kms_endpoint out",
};

const mixedSubnets = (subnet: string): Problem => ({
  path: "vpc.private_subnet_ids",
  got: subnet,
  why: "the subnet is in public_subnet_ids as well; a subnet either has a route to an internet gateway or has none",
  fix: "Keep it in the list that is true of it",
});

const insightsOfAdopted: Problem = {
  path: "container_insights",
  why: "the cluster is not made here, and its settings stay what they are",
  fix: "Leave container_insights out, or set it where the cluster is made",
};

const shellsOfAdopted: Problem = {
  path: "execute_command",
  why: "the cluster is not made here, and what becomes of its shells is its owner's",
  fix: "Leave execute_command out, or set it where the cluster is made",
};

/** What holds for the group as a whole. */
export const group: InputRule[] = [
  {
    problems: ({ services }) => (Object.keys(services).length === 0 ? [noService] : []),
    sentences: only("length(var.services) == 0", noService),
  },
  {
    problems: ({ name }) => (name.startsWith("internal-") ? [internalName(JSON.stringify(name))] : []),
    sentences: only('startswith(var.name, "internal-")', internalName("${jsonencode(var.name)}")),
  },
  {
    problems: (input) => {
      const count = placed(input).filter(({ mode, service }) => mode === "express" && service.public).length;
      return count > EXPRESS_SERVICES_PER_LOAD_BALANCER ? [tooManyOnExpress(String(count))] : [];
    },
    sentences: `[for count in [length([for s in var.services : s if ${runsOn("express")} && s.public])] : ${sentence(tooManyOnExpress("${count}"))} if count > ${EXPRESS_SERVICES_PER_LOAD_BALANCER}]`,
  },
  {
    problems: ({ domain, load_balancer: { adopted } }) =>
      domain && !domain.zone && !domain.certificate && !adopted ? [noCertificate] : [],
    sentences: only(
      "var.domain == null || var.load_balancer.adopted != null ? false : var.domain.zone == null && var.domain.certificate == null",
      noCertificate,
    ),
  },
  {
    problems: ({ network }) => (network.kms_endpoint && !network.vpc_endpoints ? [noEndpoints] : []),
    sentences: only("var.network.kms_endpoint && !var.network.vpc_endpoints", noEndpoints),
  },
  {
    problems: ({ vpc, allowed_cidrs: list }) =>
      vpc && !vpc.ipv6
        ? list.filter((cidr) => cidr.includes(":")).map((cidr) => unreachableIpv6(JSON.stringify(cidr)))
        : [],
    sentences: `[for cidr in var.allowed_cidrs : ${sentence(unreachableIpv6("${jsonencode(cidr)}"))} if (var.vpc == null ? false : !var.vpc.ipv6) && strcontains(cidr, ":")]`,
  },
  {
    problems: ({ cluster, container_insights: insights }) =>
      cluster && insights !== "disabled" ? [insightsOfAdopted] : [],
    sentences: only('var.cluster != null && var.container_insights != "disabled"', insightsOfAdopted),
  },
  {
    problems: ({ cluster, execute_command: shells }) =>
      cluster && (shells.logging || shells.kms_key_arn) ? [shellsOfAdopted] : [],
    sentences: only(
      "var.cluster == null ? false : var.execute_command.logging || var.execute_command.kms_key_arn != null",
      shellsOfAdopted,
    ),
    reference: true,
  },
  {
    problems: ({ network }) => (network.availability_zones.length === 1 ? [oneZone] : []),
    sentences: only("length(var.network.availability_zones) == 1", oneZone),
  },
  {
    problems: ({ vpc }) =>
      (vpc?.private_subnet_ids ?? [])
        .filter((id) => vpc?.public_subnet_ids.includes(id))
        .map((id) => mixedSubnets(JSON.stringify(id))),
    sentences: `(var.vpc == null ? [] : [for id in var.vpc.private_subnet_ids : ${sentence(mixedSubnets("${jsonencode(id)}"))} if contains(var.vpc.public_subnet_ids, id)])`,
    reference: true,
  },
];
