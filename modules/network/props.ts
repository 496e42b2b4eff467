// Generated from the module's inputs by `npm run generate`; edit those.
import type { IResolvable } from "cdktf";

/** A VPC with public subnets in every zone, dual-stack and without a NAT gateway unless asked for; or an existing one, looked at before it is used. */
export interface NetworkProps {
  /**
   * The name of the group of services; it begins the name of what is made for it.
   *
   * @example "shop"
   * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateLoadBalancer.html
   */
  readonly name: string;

  /**
   * An existing VPC to run in.
   *
   * @default - a VPC is made as `network` says
   */
  readonly vpc?: NetworkVpcProps | IResolvable;

  /**
   * The VPC to make. Ignored when `vpc` is given.
   *
   * @default {}
   */
  readonly network?: NetworkNetworkProps | IResolvable;

  /**
   * Tags of everything that is made.
   *
   * @default {}
   */
  readonly tags?: { readonly [name: string]: string } | IResolvable;
}

/** An existing VPC to run in. */
export interface NetworkVpcProps {
  /** The VPC. */
  readonly id: string;

  /**
   * Subnets with a route to an internet gateway, in two availability zones or more, with eight free addresses each.
   *
   * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/express-service-work.html
   */
  readonly publicSubnetIds: readonly string[];

  /**
   * Subnets without such a route, for the tasks.
   * Mode `express`: approximated: for services that are not public: Express Mode puts the tasks of a public one into the load balancer's subnets.
   *
   * @default []
   */
  readonly privateSubnetIds?: readonly string[];

  /**
   * Whether the subnets have IPv6 ranges; the load balancer is then dual-stack.
   * Mode `express`: approximated: Express decides by the subnets themselves.
   *
   * @default false
   */
  readonly ipv6?: boolean | IResolvable;

  /**
   * Whether the public subnets' network ACL is replaced by one that admits the allowed CIDRs only. Everything else in these subnets is then under it too.
   *
   * @default false
   */
  readonly manageNetworkAcl?: boolean | IResolvable;

  /**
   * The VPC's IPv4 ranges besides its first, which the network ACL of `manage_network_acl` admits too, by a rule each. With that, one that is missing is refused at plan.
   *
   * @default []
   * @example ["100.64.0.0/16"]
   * @see https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html
   */
  readonly secondaryCidrBlocks?: readonly string[];
}

/** The VPC to make. Ignored when `vpc` is given. */
export interface NetworkNetworkProps {
  /**
   * The VPC's IPv4 range, /16 to /20; every subnet gets a sixteenth of it.
   *
   * @default "10.0.0.0/16"
   */
  readonly cidrBlock?: string;

  /**
   * Zones to use, by name.
   *
   * @default []
   * @example ["us-east-1a","us-east-1b"]
   */
  readonly availabilityZones?: readonly string[];

  /**
   * NAT gateways, and private subnets for the tasks behind them. About 33 USD a month each.
   * Mode `express`: approximated: the private subnets are for services that are not public: Express Mode puts the tasks of a public one into the load balancer's subnets.
   *
   * @default "none"
   */
  readonly natGateway?: "none" | "single" | "per_az" | (string & {});

  /**
   * VPC endpoints for ECR, S3, logs, Secrets Manager and SSM, and private subnets for the tasks; no other way out.
   * Mode `express`: approximated: the private subnets are for services that are not public.
   *
   * @default false
   */
  readonly vpcEndpoints?: boolean | IResolvable;

  /**
   * One more VPC endpoint, for KMS: a shell of ECS Exec needs it under `execute_command.kms_key_arn`.
   * Mode `express`: approximated: unused: there are no shells on Express Mode.
   *
   * @default false
   * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/vpc-endpoints.html
   */
  readonly kmsEndpoint?: boolean | IResolvable;

  /**
   * Whether the network ACL of the public subnets admits the allowed CIDRs only. Without it, Express Mode's load balancer is open at layer 4 and only the web ACL holds.
   *
   * @default true
   */
  readonly manageNetworkAcl?: boolean | IResolvable;

  /**
   * The account's quota of rules for a network ACL, each way.
   * 20 to 40.
   *
   * @default 20
   * @see https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html
   */
  readonly networkAclRules?: number;
}
