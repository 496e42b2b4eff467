/** What a caller may say besides what was described. */
export interface AdoptOptions {
  /** The group's name. @default - the service's name, or the cluster's with `-services` behind it */
  readonly name?: string;
  /** The services to take, by their names in ECS. @default - every one that was described */
  readonly services?: readonly string[];
  /** Who may come in; needed for a public service on Express Mode. @default - who gets in to an existing load balancer is left to its owner */
  readonly allowedCidrs?: readonly string[];
  /** Host names by service, where no listener rule tells them. */
  readonly hostNames?: Readonly<Record<string, readonly string[]>>;
  /** The VPC, where no target group or load balancer tells it. */
  readonly vpcId?: string;
  /** Public subnets of it, where the services have none. */
  readonly publicSubnetIds?: readonly string[];
}
