import type { IResolvable } from "cdktf";
import { compact, hcl } from "../kit/hcl";
import { orNothing, secrets } from "./container-parts";

/** The service's log group, in the region of the tasks. */
export interface LogGroup {
  readonly name: string;
  readonly region: string;
}

/** Output to the log group, streams named `<prefix>/<container>/<task>`. It is dropped rather than waited for when logs are slow. */
export const cloudWatch = ({ name, region }: LogGroup, prefix = "ecs") => ({
  "awslogs-group": name,
  "awslogs-region": region,
  "awslogs-stream-prefix": prefix,
  mode: "non-blocking",
  "max-buffer-size": "25m",
});

/** Where a container's output goes: to the log group, or to the router when the service has one. */
export const logConfiguration = (router: unknown, group: LogGroup): IResolvable =>
  compact({
    logDriver: hcl`${router} == null ? "awslogs" : "awsfirelens"`,
    options: hcl`${router} == null ? tomap(${cloudWatch(group)}) : length(${router}.options) > 0 ? ${router}.options : null`,
    secretOptions: hcl`${router} == null ? null : ${orNothing(secrets(hcl`${router}.secret_options`))}`,
  });

/**
 * The log router, as a list of none or one. The task goes with it: without it the output of the others is lost.
 *
 * FireLens itself runs it as root, and says so in what it gives back.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using_firelens.html
 */
export const logRouter = (router: unknown, group: LogGroup): IResolvable => {
  const options = compact({
    "enable-ecs-log-metadata": hcl`tostring(router.enable_ecs_log_metadata)`,
    "config-file-type": hcl`router.config_file_path == null ? null : "file"`,
    "config-file-value": hcl`router.config_file_path`,
  });
  const container = compact({
    name: LOG_ROUTER,
    image: hcl`router.image`,
    essential: true,
    user: "0",
    memoryReservation: hcl`router.memory_reservation`,
    environment: orNothing(
      hcl`[for variable in sort(keys(router.environment)) : { name = variable, value = router.environment[variable] }]`,
    ),
    firelensConfiguration: { type: "fluentbit", options },
    logConfiguration: { logDriver: "awslogs", options: cloudWatch(group) },
  });
  return hcl`[for router in ${router}[*] : ${container}]`;
};

const LOG_ROUTER = "log_router";
