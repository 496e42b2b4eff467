/**
 * The Express resource as the AWS provider makes it out of ECS's operations, at an endpoint that has them.
 *
 * Order of calls, what is waited for, what is repeated and what a read drops are those of the provider's source
 * (`internal/service/ecs/express_gateway_service.go`) with the later fixes: a deletion waits for INACTIVE (pull request
 * 47568), an INACTIVE service does not stand in the way of a new one (48098), Express Mode's own security group is not
 * shown (47944), a service whose making fails is kept in the state, tainted. It polls more often and gives up sooner.
 */
import { conform } from "../schema/shape";
import type { TypeSchema } from "../schema/types";
import { blocks, stringMap, text, texts, Unknown, type State, type Value } from "../values";
import { AwsError } from "../world/errors";
import { type Answer, type Endpoint, pause } from "./client";
import { fromApi, toApi } from "./names";

const POLL_MS = 200;

/** An error in the provider's words. `state` is what is known of the object all the same. */
export class ProviderError extends AwsError {
  constructor(
    message: string,
    readonly state?: State,
  ) {
    super("", "", message);
  }

  override toString(): string {
    return this.message;
  }
}

/** What of the state is no argument of an update. */
const NOT_UPDATED = ["cluster", "service_name", "infrastructure_role_arn", "tags", "tags_all", "region"];
const NOT_SENT = ["ingress_paths", "service_revision_arn", "current_deployment", "wait_for_steady_state", "timeouts"];

export class ExpressAtEndpoint {
  constructor(
    private readonly endpoint: Endpoint,
    private readonly schema: TypeSchema,
    private readonly waitMs: number,
  ) {}

  async create(planned: State): Promise<State> {
    await this.refuseExisting(planned);
    const input = { ...toApi(without(planned, [...NOT_SENT, "tags", "tags_all", "region"])), tags: tagList(planned) };
    const { service } = await this.whileRolesSpread(() => this.endpoint.ecs("CreateExpressGatewayService", input));
    const arn = service.serviceArn as string;
    try {
      return await this.stateOf(planned, await this.settled(arn, planned));
    } catch (error) {
      throw new ProviderError(messageOf(error), await this.stateOf(planned, (await this.find(arn)) ?? service));
    }
  }

  async update(planned: State): Promise<State> {
    const input = toApi(without(planned, [...NOT_SENT, ...NOT_UPDATED]));
    await this.whileRolesSpread(() => this.endpoint.ecs("UpdateExpressGatewayService", input));
    return this.stateOf(planned, await this.settled(text(planned, "service_arn")!, planned));
  }

  /** Null when it is gone, or going. */
  async read(current: State): Promise<State | null> {
    const service = await this.find(text(current, "service_arn")!, ["TAGS"]);
    return service?.status.statusCode === "ACTIVE" ? this.stateOf(current, service, tagMap(service)) : null;
  }

  async remove(prior: State): Promise<void> {
    const serviceArn = text(prior, "service_arn")!;
    try {
      await this.endpoint.ecs("DeleteExpressGatewayService", { serviceArn });
    } catch (error) {
      if (error instanceof AwsError && /Resource not found|INACTIVE status|DRAINING status/.test(error.message)) return;
      throw error;
    }
    await this.wait("INACTIVE", async () => (await this.find(serviceArn))?.status.statusCode ?? "INACTIVE");
  }

  async import(serviceArn: string): Promise<State | undefined> {
    const service = await this.find(serviceArn, ["TAGS"]);
    if (service?.status.statusCode !== "ACTIVE") return undefined;
    return this.stateOf({ service_arn: serviceArn }, service, tagMap(service));
  }

  /** The provider looks for a service of that name first, plain or Express. */
  private async refuseExisting(planned: State): Promise<void> {
    const [name, cluster] = [text(planned, "service_name"), text(planned, "cluster") ?? "default"];
    if (name === undefined) return;
    const { services = [] } = await this.endpoint.ecs("DescribeServices", { cluster, services: [name] });
    if (services.some((each: Answer) => each["status"] !== "INACTIVE"))
      throw new ProviderError(
        `Resource Already Exists: Express Gateway Service ${name} already exists in cluster ${cluster}`,
      );
  }

  /** A role that was just made cannot be assumed everywhere yet. */
  private async whileRolesSpread(call: () => Promise<Answer>): Promise<Answer> {
    const deadline = Date.now() + this.waitMs;
    for (;;) {
      try {
        return await call();
      } catch (error) {
        const early = error instanceof AwsError && /Cannot assume role|perform: sts:AssumeRole/.test(error.message);
        if (!early || Date.now() > deadline) throw error;
        await pause(POLL_MS);
      }
    }
  }

  /** The service once it is ACTIVE; with `wait_for_steady_state`, once its deployment has ended. */
  private async settled(serviceArn: string, planned: State): Promise<Answer> {
    const steady = planned["wait_for_steady_state"] === true;
    await this.wait(steady ? "tfSTABLE" : "ACTIVE", async () => {
      const service = await this.find(serviceArn);
      const status = service?.status.statusCode ?? "missing";
      return status === "ACTIVE" && steady ? this.deploymentStatus(service!) : status;
    });
    return (await this.find(serviceArn))!;
  }

  private async deploymentStatus({ cluster, serviceName }: Answer): Promise<string> {
    const { serviceDeployments } = await this.endpoint.ecs("ListServiceDeployments", { cluster, service: serviceName });
    const serviceDeploymentArns = [serviceDeployments[0].serviceDeploymentArn];
    const described = await this.endpoint.ecs("DescribeServiceDeployments", { serviceDeploymentArns });
    const { status, statusReason } = described["serviceDeployments"][0];
    if (status === "SUCCESSFUL") return "tfSTABLE";
    if (/STOPPED|FAILED|ROLLBACK_SUCCESSFUL/.test(status))
      throw new ProviderError(`service deployment failed: ${statusReason}`);
    return "tfPENDING";
  }

  private async wait(target: string, status: () => Promise<string>): Promise<void> {
    const deadline = Date.now() + this.waitMs;
    for (;;) {
      const last = await status();
      if (last === target) return;
      if (Date.now() > deadline)
        throw new ProviderError(
          `timeout while waiting for state to become '${target}' (last state: '${last}', timeout: ${this.waitMs / 1000}s)`,
        );
      await pause(POLL_MS);
    }
  }

  private async find(serviceArn: string, include: readonly string[] = []): Promise<Answer | undefined> {
    try {
      return (await this.endpoint.ecs("DescribeExpressGatewayService", { serviceArn, include }))["service"];
    } catch (error) {
      if (error instanceof AwsError && /ResourceNotFound|Resource not found/.test(`${error.code} ${error.message}`))
        return undefined;
      throw error;
    }
  }

  /** What the API tells, completed by what only terraform knows. */
  private async stateOf(known: State, service: Answer, tags?: State): Promise<State> {
    const { serviceArn, serviceName, infrastructureRoleArn } = service;
    const told = fromApi(service["activeConfigurations"]?.[0] ?? {});
    await this.hideManagedGroups(told);
    const cluster = text(known, "cluster")?.startsWith("arn:")
      ? service["cluster"]
      : service["cluster"].split("/").pop();
    const own = {
      service_arn: serviceArn,
      service_name: serviceName,
      infrastructure_role_arn: infrastructureRoleArn,
      current_deployment: null, // deprecated: it is over when it is told
      cluster,
    };
    const members = { ...withoutUnknown(known), ...told, ...own };
    return conform(this.schema.block, { ...members, ...(tags && tagsRead(known, tags)) });
  }

  private async hideManagedGroups(told: State): Promise<void> {
    for (const network of blocks(told, "network_configuration")) {
      const groups = texts(network, "security_groups");
      const managed = await this.endpoint.managedSecurityGroups(groups);
      network["security_groups"] = groups.filter((id) => !managed.has(id));
    }
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

const without = (state: State, names: readonly string[]): State =>
  Object.fromEntries(Object.entries(state).filter(([name]) => !names.includes(name)));

const withoutUnknown = (state: State): State =>
  Object.fromEntries(
    Object.entries(state).map(([name, value]): [string, Value] => [name, value instanceof Unknown ? null : value]),
  );

const tagList = (state: State): { key: string; value: string }[] =>
  Object.entries(stringMap(state, "tags_all")).map(([key, value]) => ({ key, value }));

const tagMap = (service: Answer): State =>
  Object.fromEntries((service["tags"] ?? []).map(({ key, value }: Record<string, string>) => [key!, value!]));

/** Default tags are not told apart from others by AWS: what was written stays written while it is still true. */
function tagsRead(known: State, tags: State): State {
  const written = Object.entries(stringMap(known, "tags")).filter(([key]) => key in tags);
  const read = Object.fromEntries(written.map(([key]) => [key, tags[key]!]));
  return { tags_all: tags, tags: known["tags"] === null || known["tags"] === undefined ? null : read };
}
