import { hcl, raw, text } from "../kit/hcl";
import { dynamicBlock } from "../kit/each";
import { Definition } from "../task-definition/definition";
import { cloudWatch } from "../task-definition/logs";
import type { EcsServiceProps } from "./props";

type Inputs = Required<EcsServiceProps>;

/**
 * Every member calls by short names; a server also answers under its own. The proxies' own log goes to the service's.
 *
 * @param accessLogs whether the provider knows a log of each request, which is then there if it is asked for
 */
export const serviceConnect = (
  { serviceConnect: given, service, logGroupName }: Inputs,
  region: string,
  { accessLogs }: { readonly accessLogs: boolean },
) => {
  const of = (attribute: string) => hcl`${service}.${raw(attribute)}`;
  return dynamicBlock(hcl`${given} == null ? [] : [${given}]`, {
    enabled: true,
    namespace: hcl`service_connect_configuration.value.namespace_arn`,
    log_configuration: {
      log_driver: "awslogs",
      options: cloudWatch({ name: logGroupName, region }, "service-connect"),
    },
    dynamic: {
      ...(accessLogs && { access_log_configuration: accessLog(of("service_connect.access_logs")) }),
      service: dynamicBlock(hcl`service_connect_configuration.value.serve_as[*]`, {
        port_name: Definition.PORT,
        discovery_name: hcl`service.value`,
        client_alias: { dns_name: hcl`service.value`, port: of("port") },
        timeout: {
          idle_timeout_seconds: of("service_connect.idle_timeout_seconds"),
          per_request_timeout_seconds: of("service_connect.per_request_timeout_seconds"),
        },
        dynamic: {
          tls: dynamicBlock(hcl`service_connect_configuration.value.tls[*]`, {
            role_arn: hcl`tls.value.role_arn`,
            kms_key: hcl`tls.value.kms_key_arn`,
            issuer_cert_authority: { aws_pca_authority_arn: hcl`tls.value.aws_pca_authority_arn` },
          }),
        },
      }),
    },
  });
};

const accessLog = (given: unknown) =>
  dynamicBlock(hcl`${given}[*]`, {
    format: hcl`access_log_configuration.value.format`,
    include_query_parameters: hcl`access_log_configuration.value.include_query_parameters ? "ENABLED" : "DISABLED"`,
  });

/** What makes a service's tasks start anew: a running task cannot see what came after its deployment. */
export const peersOf = ({ serviceConnect: given }: Inputs): string =>
  text`${given} == null ? "" : join(" ", sort(${given}.peers))`;
