import type { z } from "zod";
import type { Mode } from "../../modules/kit/capability";
import type { domain } from "../../modules/spec/input";
import type { service } from "../../modules/spec/service";
import type { AppRunnerService, Definition } from "../definition";
import type { Draft } from "../finding";

/** The group's domain, as one writes it. */
export type Domain = NonNullable<z.input<typeof domain>>;

/** A service of the input, as one writes it. */
export type ServiceInput = z.input<typeof service>;

/** What a rule may know besides the definition. */
export interface Context {
  /** The track that the service is converted for. */
  readonly mode: Mode;
  /** The service's name in the input. */
  readonly key: string;
  /** An image that the caller gave for a service that App Runner builds from source. */
  readonly image?: string | undefined;
  /** The group's domain, as far as it is known. */
  readonly domain?: Domain | undefined;
  /** Whether the group goes to an existing VPC that the caller named. */
  readonly vpcReady: boolean;
  /** Whether the caller, or the web ACL's own IP sets, say who may come in. */
  readonly allowlistReady: boolean;
  /** Other services of the same conversion. */
  readonly neighbours: readonly { readonly key: string; readonly url: string }[];
}

/** Something that is not written into the input, with the comment that says how to do so. */
export interface LeftOut {
  readonly in: "service" | "environment" | "secrets";
  readonly lines: readonly string[];
}

/** What a rule makes of a definition. */
export interface Outcome {
  readonly drafts: readonly Draft[];
  readonly service?: Partial<ServiceInput>;
  readonly leftOut?: readonly LeftOut[];
}

/** A rule looks at one thing, has no effect, and names its source. */
export type Rule = (definition: Definition, context: Context) => Outcome;

export const nothing: Outcome = { drafts: [] };

/** What the container is started with, and where the definition says so. */
export function runtime({ SourceConfiguration: source }: AppRunnerService) {
  const image = source.ImageRepository;
  if (image) return { path: "SourceConfiguration.ImageRepository.ImageConfiguration", ...image.ImageConfiguration };
  return {
    path: "SourceConfiguration.CodeRepository.CodeConfiguration.CodeConfigurationValues",
    ...source.CodeRepository?.CodeConfiguration?.CodeConfigurationValues,
  };
}

export const isPublic = ({ service }: Definition): boolean =>
  service.NetworkConfiguration?.IngressConfiguration?.IsPubliclyAccessible !== false;

export const usesVpc = ({ service }: Definition): boolean =>
  service.NetworkConfiguration?.EgressConfiguration?.EgressType === "VPC" ||
  (service.NetworkConfiguration?.EgressConfiguration?.VpcConnectorArn !== undefined &&
    service.NetworkConfiguration.EgressConfiguration.EgressType === undefined);
