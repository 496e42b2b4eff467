import { type IResolvable, TerraformLocal } from "cdktf";
import { hcl, raw, text } from "../kit/hcl";
import { check } from "../kit/module";
import { floatsHcl } from "../spec/images";
import { containedHcl } from "../spec/rules/cidrs";
import { MANAGED_HCL } from "../spec/rules/network-acl";
import { type Group, Part } from "./group";

/** What works and may yet surprise: each a `check` that every plan shows while it holds. */
export class Warnings extends Part {
  constructor(group: Group) {
    super(group);
    this.pointOutContainedBlocks();
    if (group.tracks.includes("express")) {
      this.pointOutOpenLayer4();
      this.pointOutUnwatchedShifts();
    }
    this.pointOutServicesThatStayAtZero();
    this.pointOutFloatingTags();
    this.pointOutUnreachableKey();
  }

  /** A block inside another one does no harm, so it is a warning. */
  private pointOutContainedBlocks(): void {
    const pairs = new TerraformLocal(this.place, "contained_cidrs", containedHcl(this.input.allowedCidrs)).expression;
    check(
      this.scope,
      "allowed_cidrs_overlap",
      hcl`length(${pairs}) == 0`,
      text`"allowed_cidrs: \${join(", ", ${pairs})}. The smaller block is superfluous."`,
    );
  }

  /** In somebody else's VPC the network ACL is left alone, and Express Mode opens its security group to the world. */
  private pointOutOpenLayer4(): void {
    const { allowedCidrs } = this.input;
    check(
      this.scope,
      "express_is_closed_at_layer_4",
      hcl`length(${this.place.exposed}) == 0 || ${raw(MANAGED_HCL)} || contains(${allowedCidrs}, "0.0.0.0/0")`,
      "Express Mode opens its load balancer's security group to the world, and only the web ACL holds back what is not in allowed_cidrs. Set manage_network_acl = true, in vpc or in network, to close the public subnets at layer 4 as well.",
    );
  }

  /** A share of the requests is of use if something looks at the answers: Express Mode's alarm does, here one has to be named. */
  private pointOutUnwatchedShifts(): void {
    const unwatched = hcl`[for name, s in ${this.place.ecs} : name if contains(["CANARY", "LINEAR"], s.deployment_configuration.strategy) && !try(s.deployment_configuration.alarms.enable, false) && length(s.deployment_configuration.lifecycle_hooks) == 0]`;
    const names = new TerraformLocal(this.place, "unwatched_shifts", unwatched).expression;
    check(
      this.scope,
      "something_watches_shifts",
      hcl`length(${names}) == 0`,
      text`"\${join(", ", ${names})}: a deployment gives the new version its requests step by step, and goes on whatever it answers. Name alarms or lifecycle_hooks in deployment_configuration, or deploy by ROLLING or BLUE_GREEN."`,
    );
  }

  /** Nothing but a schedule leads back from zero tasks: while none runs, no metric moves. */
  private pointOutServicesThatStayAtZero(): void {
    const asleep = hcl`[for name, s in ${this.input.services} : name if s.scaling.min_task_count == 0 && !anytrue([for each in s.scaling.schedules : coalesce(each.min_task_count, 0) > 0])]`;
    const names = new TerraformLocal(this.place, "without_tasks", asleep).expression;
    check(
      this.scope,
      "something_starts_tasks",
      hcl`length(${names}) == 0`,
      text`"scaling.min_task_count is 0 for \${join(", ", ${names})}, and no schedule raises it: once at 0 tasks, autoscaling does not start one by itself."`,
    );
  }

  /** A tag that moves, of any container: the next task is not what was tested, and no plan shows it. */
  private pointOutFloatingTags(): void {
    const { services } = this.input;
    const ofEach = (containers: IResolvable) => hcl`[for name, s in ${services} : ${containers}]`;
    const sidecars = (of: string) =>
      hcl`[for sidecar, c in ${raw(of)} : { name = "\${name}/\${sidecar}", image = c.image }]`;
    const images = [
      ofEach(hcl`{ name = name, image = s.image } if !s.resolve_image_digest`),
      ofEach(sidecars("s.sidecars")),
      ofEach(hcl`[for router in s.log_router[*] : { name = "\${name}/log_router", image = router.image }]`),
      ofEach(hcl`[for overlay in s.express_overlay_dev[*] : ${sidecars("overlay.sidecars")}]`),
    ];
    const names = new TerraformLocal(
      this.place,
      "floating_images",
      hcl`distinct([for each in flatten(${images}) : each.name if ${raw(floatsHcl("each.image"))}])`,
    ).expression;
    check(
      this.scope,
      "images_do_not_float",
      hcl`length(${names}) == 0`,
      text`"The image of \${join(", ", ${names})} has no tag or \\"latest\\": what runs is what was pushed last when a deployment began, and no plan shows a change. Write a tag that stays, or a digest; resolve_image_digest = true looks one up in ECR."`,
    );
  }

  /** The agent in the task asks KMS for the key of the session. */
  private pointOutUnreachableKey(): void {
    const { vpc, network, executeCommand } = this.input;
    check(
      this.scope,
      "shells_reach_their_key",
      hcl`${executeCommand}.kms_key_arn == null || ${vpc} != null || !${network}.vpc_endpoints || ${network}.kms_endpoint || ${network}.nat_gateway != "none"`,
      "execute_command.kms_key_arn: the tasks' subnets have VPC endpoints and no other way out, and none of them is KMS's, so no shell opens. Set network.kms_endpoint = true.",
    );
  }
}
