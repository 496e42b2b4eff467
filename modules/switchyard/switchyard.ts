import { join, relative, sep } from "node:path";
import { App, AssetType, type IResolvable, TerraformAsset, TerraformStack } from "cdktf";
import { Construct } from "constructs";
import { type Mode, MODES } from "../kit/capability";
import { hcl } from "../kit/hcl";
import { AWS_PROVIDER, ModuleCall } from "../kit/module";
import { packageRoot } from "../kit/package-root";
import { InputError, type Problem } from "../kit/problem";
import { toTerraform, withDefaults } from "../kit/resolve";
import { schemaOf } from "../kit/schema";
import { input } from "../spec/input";
import { inputProblems } from "../spec/validate";
import type { SwitchyardProps } from "./props";

/** How a {@link Switchyard} is synthesised; what it is made of is in {@link SwitchyardProps}. */
export interface SwitchyardSynthesis {
  /**
   * The tracks to emit. With `["ecs"]` alone the stack plans on provider versions that do not know Express Mode.
   *
   * @default ["express", "ecs"]
   */
  readonly tracks?: readonly Mode[];
  /**
   * Whether the Terraform modules are copied into the stack's folder, for runs that upload that folder alone
   * (HCP Terraform started from the CLI).
   *
   * @default false - the stack refers to the modules where this package is installed
   */
  readonly bundleModules?: boolean;
}

/**
 * A group of web services on ECS Express Mode or on plain ECS Fargate, in your own stack.
 *
 * It is one call of the Terraform module `switchyard`, the same that HCL users call. Literals are checked here, all at
 * once; tokens when Terraform plans, by the same rules in the same words.
 *
 * ```ts
 * const shop = new Switchyard(this, "shop", {
 *   name: "shop",
 *   mode: "express",
 *   allowedCidrs: ["203.0.113.0/24"],
 *   services: {
 *     dashboard: { image: "…/dashboard:1", port: 3000, healthCheckPath: "/healthz", connectsTo: ["api"] },
 *     api: { image: "…/api:1", port: 8080, healthCheckPath: "/health" },
 *   },
 * });
 * new TerraformOutput(this, "urls", { value: shop.urls });
 * ```
 *
 * The stack's provider requirement for `hashicorp/aws` is set to the range that the module needs, in place of the one
 * version that prebuilt bindings pin.
 *
 * @throws InputError with every problem of the input
 */
export class Switchyard extends Construct {
  private readonly module: ModuleCall;

  constructor(scope: Construct, id: string, props: SwitchyardProps, synthesis: SwitchyardSynthesis = {}) {
    super(scope, id);
    const tracks = synthesis.tracks ?? MODES;
    const express = tracks.includes("express");
    this.module = new ModuleCall(this, "module", {
      source: this.source(express ? "switchyard" : "switchyard-ecs", synthesis.bundleModules ?? false),
      skipAssetCreationFromLocalModules: true,
      variables: variables(props, this.node.path, tracks),
    });
    TerraformStack.of(this).addOverride("terraform.required_providers.aws", {
      source: "hashicorp/aws",
      version: AWS_PROVIDER[express ? "express" : "any"],
    });
  }

  /** Service to public URL, with a domain its first name: `Fn.lookup(shop.urls, "api")`. */
  get urls(): IResolvable {
    return this.module.output("urls");
  }

  /** Service to the URL of the track that stands by. */
  get standbyUrls(): IResolvable {
    return this.module.output("standby_urls");
  }

  /** Service on Express Mode to the URL that Express Mode generated, an origin for CloudFront. */
  get expressUrls(): IResolvable {
    return this.module.output("express_urls");
  }

  /** Service that a stack made on Express Mode to the ARNs of what AWS made for it. */
  get expressManagedArns(): IResolvable {
    return this.module.output("express_managed_arns");
  }

  /** Track to load balancer ARN. */
  get loadBalancerArns(): IResolvable {
    return this.module.output("load_balancer_arns");
  }

  /** Track to the load balancer's DNS name. */
  get loadBalancerDnsNames(): IResolvable {
    return this.module.output("load_balancer_dns_names");
  }

  /** Service to the security group that is its own on either track, for a database to admit. */
  get securityGroupIds(): IResolvable {
    return this.module.output("security_group_ids");
  }

  /** Service to the role that the application acts in. */
  get taskRoleArns(): IResolvable {
    return this.module.output("task_role_arns");
  }

  /** Service to log group. */
  get logGroupNames(): IResolvable {
    return this.module.output("log_group_names");
  }

  /** Service to the names of its alarms. */
  get alarmNames(): IResolvable {
    return this.module.output("alarm_names");
  }

  /** The dashboard; null when there is none. */
  get dashboardName(): IResolvable {
    return this.module.output("dashboard_name");
  }

  /** The web ACL on the load balancers. */
  get webAclArn(): IResolvable {
    return this.module.output("web_acl_arn");
  }

  /** One service's entry of an output: `shop.of(shop.urls, "api")`. */
  of(output: IResolvable, service: string): IResolvable {
    return hcl`${output}[${service}]`;
  }

  private source(module: string, bundle: boolean): string {
    const modules = join(packageRoot(), "terraform");
    if (bundle) {
      const copy = new TerraformAsset(this, "modules", { path: modules, type: AssetType.DIRECTORY });
      return `./${copy.path}/${module}`;
    }
    return modulePath(TerraformStack.of(this), join(modules, module));
  }
}

/** The path from a stack's folder to a module, as Terraform wants it: relative, with `/`. */
export const modulePath = (stack: TerraformStack, module: string): string =>
  relative(join(App.of(stack).outdir, "stacks", stack.node.id), module)
    .split(sep)
    .join("/");

function variables(props: SwitchyardProps, where: string, tracks: readonly Mode[]): Record<string, unknown> {
  const problems: Problem[] = [];
  const given = toTerraform(schemaOf(input), props, problems) as Record<string, unknown>;
  problems.push(...inputProblems(withDefaults(schemaOf(input), given), tracks));
  if (problems.length) throw new InputError(problems, where);
  return given;
}
