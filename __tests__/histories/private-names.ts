import { blocks, text } from "../../simulator/values";
import type { WorldObject } from "../../simulator/world/world";
import { type Account, aliases, aliasIn } from "./account";
import type { Finding } from "./finding";
import { isExpress, mentions, nameOf, services } from "./services";

/** What is wrong with the names that callers mention. */
export function privateNames(account: Account, callers: readonly WorldObject[], applying: boolean): Finding[] {
  return callers.flatMap((caller) =>
    mentions(account.world, caller).flatMap((host) => {
      const problem = host.includes(".") ? inDns(account, host) : inServiceConnect(account, caller, host, applying);
      return problem ? [{ check: "private name" as const, subject: `${host} of ${nameOf(caller)}`, ...problem }] : [];
    }),
  );
}

type Problem = Pick<Finding, "why" | "known"> | undefined;

/** A name in Cloud Map: a plain service is registered there by ECS, one on Express Mode by the registrar. */
function inDns(account: Account, host: string): Problem {
  const { world } = account;
  const [name, ...rest] = host.split(".");
  const namespace = world.find("aws_service_discovery_private_dns_namespace", (one) => one["name"] === rest.join("."));
  const entry = world.find(
    "aws_service_discovery_service",
    (one) => one["name"] === name && one["namespace_id"] === namespace?.id,
  );
  if (!namespace || !entry) return { why: "it is not in Cloud Map" };
  const byRegistrar = account.registeredIn(entry.id);
  const registered = services(world).some((service) =>
    isExpress(service)
      ? byRegistrar.includes(nameOf(service))
      : blocks(service.state, "service_registries").some((one) => one["registry_arn"] === entry.state["arn"]),
  );
  return registered ? undefined : { why: "no running service is registered under it" };
}

/** A name of Service Connect: a plain service of the same namespace gives it, and the caller was deployed after that. */
function inServiceConnect(account: Account, caller: WorldObject, host: string, applying: boolean): Problem {
  const [connect] = blocks(caller.state, "service_connect_configuration");
  if (connect?.["enabled"] !== true) return { why: "the caller has no Service Connect" };
  const alias = aliasIn(text(connect, "namespace")!, host);
  const isThere = services(account.world).some((service) => !isExpress(service) && aliases(service).includes(alias));
  if (isThere && account.sees(caller, alias)) return undefined;
  const why = `the caller was deployed before a running service ${isThere ? "had" : "has"} it in Service Connect`;
  return applying ? { why, known: "order" } : { why };
}
