// Generated from the module's inputs by `npm run generate`; edit those.
import type { IResolvable } from "cdktf";

/** Who gets in at layer 4: the plain load balancer's security group, and the network ACL that keeps Express Mode's load balancer closed whatever Express does to its own. */
export interface AlbLockdownProps {
  /**
   * The name of the group of services; it begins the name of what is made for it.
   *
   * @example "shop"
   * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateLoadBalancer.html
   */
  readonly name: string;

  /** The VPC. */
  readonly vpcId: string;

  /**
   * CIDR blocks that may reach the load balancer, IPv4 and IPv6. "0.0.0.0/0" opens it to every IPv4 address, "::/0" to every IPv6 address.
   *
   * @example ["203.0.113.0/24"]
   */
  readonly allowedCidrs: readonly string[];

  /**
   * The plain load balancer's ports; none closes its security group.
   *
   * @default []
   */
  readonly listenerPorts?: readonly number[] | IResolvable;

  /**
   * Services that the plain load balancer forwards to.
   *
   * @default {}
   */
  readonly targets?: { readonly [name: string]: AlbLockdownTargetProps | IResolvable } | IResolvable;

  /**
   * The security group of a load balancer that is somebody else's: the tasks admit it instead of ours, and it is left alone.
   *
   * @default - the tasks admit ours
   */
  readonly adoptedSecurityGroup?: AlbLockdownAdoptedSecurityGroupProps | IResolvable;

  /**
   * The network ACL of the load balancer's subnets.
   *
   * @default - the subnets keep the one they have
   */
  readonly networkAcl?: AlbLockdownNetworkAclProps | IResolvable;

  /**
   * Tags of everything that is made.
   *
   * @default {}
   */
  readonly tags?: { readonly [name: string]: string } | IResolvable;
}

/** Services that the plain load balancer forwards to. */
export interface AlbLockdownTargetProps {
  /** The container's port. */
  readonly port: number;

  /** The service's own security group. */
  readonly securityGroupId: string;
}

/** The security group of a load balancer that is somebody else's: the tasks admit it instead of ours, and it is left alone. */
export interface AlbLockdownAdoptedSecurityGroupProps {
  /** The security group's id. */
  readonly id: string;
}

/** The network ACL of the load balancer's subnets. */
export interface AlbLockdownNetworkAclProps {
  /** Subnets to put under the network ACL; how many is known at plan. */
  readonly subnetIds: readonly string[];

  /** The VPC's first IPv4 range. */
  readonly vpcCidrBlock: string;

  /**
   * Its further IPv4 ranges; how many is known at plan.
   *
   * @default []
   */
  readonly vpcSecondaryCidrBlocks?: readonly string[];

  /**
   * The VPC's IPv6 range.
   *
   * @default - none
   */
  readonly vpcIpv6CidrBlock?: string;

  /**
   * Whether the VPC has an IPv6 range, known at plan.
   *
   * @default false
   */
  readonly ipv6?: boolean | IResolvable;

  /** Listener ports below 1024. */
  readonly ports: readonly number[] | IResolvable;
}
