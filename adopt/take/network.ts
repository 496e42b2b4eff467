import { changed, lost } from "../../apprunner/finding";
import { SECURITY_GROUPS_OF_INTERFACE } from "../limits";
import type { Found, LoadBalancer, PlainService } from "../found";
import { loadBalancersOf } from "./front";
import type { Part } from "./taken";

const subnetsOf = ({ AvailabilityZones: zones }: LoadBalancer): string[] =>
  zones.flatMap(({ SubnetId }) => SubnetId ?? []);

/** Where the tasks run, and behind which security groups. */
export function network(key: string, service: PlainService, found: Found): Part {
  const vpc = service.networkConfiguration?.awsvpcConfiguration;
  if (!vpc) return {};
  const balancers = loadBalancersOf(service, found);
  const groups = found.targetGroups.filter(({ TargetGroupArn }) =>
    service.loadBalancers.some(({ targetGroupArn }) => targetGroupArn === TargetGroupArn),
  );
  const facing = balancers.filter(({ Scheme }) => Scheme === "internet-facing").flatMap(subnetsOf);
  const open = vpc.assignPublicIp === "ENABLED";
  const tooMany = vpc.securityGroups.length + 1 > SECURITY_GROUPS_OF_INTERFACE;
  return {
    drafts: [
      changed(
        tooMany ? "blocker" : "security",
        "networkConfiguration.awsvpcConfiguration.securityGroups",
        `services.${key}.security_group_ids`,
        `the tasks keep ${vpc.securityGroups.join(", ") || "no group of theirs"}, and get one of their own that admits the load balancer alone`,
        tooMany
          ? `An interface takes ${SECURITY_GROUPS_OF_INTERFACE}: take one off first`
          : "What the old groups admit stays admitted: take off what is not needed once the service is adopted",
      ),
      ...(open && vpc.subnets.length < 2
        ? [
            lost(
              "blocker",
              "networkConfiguration.awsvpcConfiguration.subnets",
              "the tasks run in one subnet, and the module wants two zones",
              "Add a subnet of another zone to the service",
            ),
          ]
        : []),
    ],
    service: { security_group_ids: [...vpc.securityGroups] },
    ground: {
      vpcId: groups.map(({ VpcId }) => VpcId).find(Boolean) ?? balancers.map(({ VpcId }) => VpcId).find(Boolean),
      publicSubnets: open ? vpc.subnets : facing,
      privateSubnets: open ? [] : vpc.subnets,
      ipv6: balancers.some(({ IpAddressType }) => IpAddressType.startsWith("dualstack")),
    },
  };
}
