import { hcl, raw } from "../kit/hcl";
import { taskSizeHcl } from "../spec/rules/service-connect";

/**
 * The task's size: what the service says, and where the proxy of Service Connect runs, the smallest size of Fargate's
 * that has room for it as well. The proxy is a container that ECS adds, and takes its share of the task.
 *
 * @param proxy an expression: whether it runs
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-connect-concepts.html (read 2026-11-21)
 */
export const taskSize = (service: unknown, proxy: unknown) => {
  const of = (attribute: string) => hcl`${service}.${raw(attribute)}`;
  return hcl`[for need in [{
    cpu    = ${of("cpu")} + (${proxy} ? ${of("service_connect.proxy_cpu")} : 0)
    memory = ${of("memory")} + (${proxy} ? ${of("service_connect.proxy_memory")} : 0)
  }] : coalesce(${raw(taskSizeHcl("need.cpu", "need.memory"))}, need)][0]`;
};
