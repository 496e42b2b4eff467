/** Refusals that many types share. */
import { blocks, text, texts, type State } from "../values";
import type { Context } from "./context";
import { AwsError } from "./errors";
import type { Model } from "./model";
import type { World, WorldObject } from "./world";

/** Refuses an object whose attributes `keys` are those of another one of its type (in the same region). */
export function unique(
  type: string,
  keys: readonly string[],
  operation: string,
  code: string,
  message: (object: State) => string,
): Model {
  return {
    create(object, context) {
      const twin = context.all(type).find(({ state }) => keys.every((key) => state[key] === object[key]));
      if (twin) throw new AwsError(operation, code, message(object));
    },
  };
}

/** Refuses a name that is too long. */
export function maxLength(attribute: string, limit: number, operation: string, code: string): Model {
  return {
    create(object) {
      const value = text(object, attribute) ?? "";
      if (value.length > limit)
        throw new AwsError(operation, code, `The ${attribute} '${value}' cannot be longer than '${limit}' characters`);
    },
  };
}

/** The object with that id; a reference to nothing is refused as EC2 does, unless there is more than this world. */
export function mustExist(
  context: Context,
  type: string,
  id: string,
  operation: string,
  code: string,
  what: string,
): WorldObject {
  const found = context.world.get(type, id);
  if (!found && context.complete) throw new AwsError(operation, code, `The ${what} ID '${id}' does not exist`);
  return found ?? { type, id, state: {} };
}

/** What in the world uses a security group: `aws_lb shop`, `aws_security_group sg-…`. */
export function usersOfSecurityGroup(world: World, id: string): string[] {
  const attached = [
    ...world.all("aws_lb").filter(({ state }) => texts(state, "security_groups").includes(id)),
    ...world.all("aws_vpc_endpoint").filter(({ state }) => texts(state, "security_group_ids").includes(id)),
    ...["aws_ecs_service", "aws_ecs_express_gateway_service"]
      .flatMap((type) => world.all(type))
      .filter(({ state, facts }) =>
        [state, facts].some((part) =>
          blocks(part, "network_configuration").some((network) => texts(network, "security_groups").includes(id)),
        ),
      ),
  ];
  const referring = ["aws_vpc_security_group_ingress_rule", "aws_vpc_security_group_egress_rule"]
    .flatMap((type) => world.all(type))
    .filter(({ state }) => state["referenced_security_group_id"] === id && state["security_group_id"] !== id);
  const inline = world
    .all("aws_security_group")
    .filter(
      ({ id: other, state }) =>
        other !== id &&
        [...blocks(state, "ingress"), ...blocks(state, "egress")].some((rule) =>
          texts(rule, "security_groups").includes(id),
        ),
    );
  return [...attached, ...referring, ...inline].map((object) => `${object.type} ${object.id}`);
}

/** An object of EC2 that others need cannot be deleted. */
export function dependencyViolation(operation: string, what: string, dependents: string[]): AwsError {
  return new AwsError(
    `EC2: ${operation}`,
    "DependencyViolation",
    `The ${what} has dependencies and cannot be deleted. (In the simulated world: ${dependents.join(", ")})`,
  );
}
