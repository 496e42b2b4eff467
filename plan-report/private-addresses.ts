type Container = { readonly environment?: readonly Variable[] };

/** An environment variable of a container. */
export interface Variable {
  readonly name: string;
  readonly value: string;
}

/** What `connects_to` injects, and nothing else: another variable's value may hold a password, and stays out of every report. */
const PRIVATE_ADDRESS = /^http:\/\/[a-z0-9-]+(\.[a-z0-9-]+\.internal)?:[0-9]+$/;

/** The private addresses that a service's resource gives its container; none for resources of another type. */
export function privateAddresses(type: string, values: Readonly<Record<string, unknown>>): Variable[] {
  const environment = containersOf(type, values)?.[0]?.environment ?? [];
  return environment.filter(({ name, value }) => name.endsWith("_URL") && PRIVATE_ADDRESS.test(value));
}

function containersOf(type: string, values: Readonly<Record<string, unknown>>): readonly Container[] | undefined {
  if (type === "aws_ecs_express_gateway_service") return values["primary_container"] as Container[] | undefined;
  const definitions = values["container_definitions"];
  return type === "aws_ecs_task_definition" && typeof definitions === "string" ? JSON.parse(definitions) : undefined;
}
