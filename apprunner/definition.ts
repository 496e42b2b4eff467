import type { z } from "zod";
import type { Draft } from "./finding";
import type * as shapes from "./shapes";
import type { Place } from "./source";

export type AppRunnerService = z.infer<typeof shapes.service>;
export type AutoScalingConfiguration = z.infer<typeof shapes.autoScalingConfiguration>;
export type VpcConnector = z.infer<typeof shapes.vpcConnector>;
export type CustomDomains = z.infer<typeof shapes.customDomains>;
export type ObservabilityConfiguration = z.infer<typeof shapes.observabilityConfiguration>;
export type VpcIngressConnection = z.infer<typeof shapes.vpcIngressConnection>;
export type WebAcl = z.infer<typeof shapes.webAcl>;
export type IpSet = z.infer<typeof shapes.ipSet>;

/** What other calls than describe-service tell about a service. */
export interface Companions {
  readonly autoScaling?: AutoScalingConfiguration;
  readonly vpcConnector?: VpcConnector;
  readonly customDomains: readonly CustomDomains[];
  readonly observability?: ObservabilityConfiguration;
  readonly vpcIngress: readonly VpcIngressConnection[];
  readonly tags: Readonly<Record<string, string>>;
  readonly webAcl?: WebAcl;
  readonly ipSets: readonly IpSet[];
}

/** One App Runner service with all that is known of it, in the API's names. */
export interface Definition {
  /** `ServiceName`, or what stands for it in a template that leaves it to AWS. */
  readonly name: string;
  readonly place: Place;
  readonly service: AppRunnerService;
  readonly companions: Companions;
  readonly partition: string;
  readonly account?: string;
  readonly region?: string;
  /** What had to be read leniently. */
  readonly remarks: readonly Draft[];
}
