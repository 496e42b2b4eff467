import type { IResolvable } from "cdktf";
import { hcl } from "../kit/hcl";

/** Parts of a container definition as expressions. What was not asked for is absent, not null: ECS gives back neither. */

/** A list, or null for an empty one. */
export const orNothing = (list: unknown): IResolvable => hcl`length(${list}) > 0 ? ${list} : null`;

/** `true`, or null. */
export const orFalse = (flag: unknown): IResolvable => hcl`${flag} ? true : null`;

/** Variables, sorted by name as the API gives them back. */
export const environment = (variables: unknown): IResolvable =>
  hcl`[for variable in sort(keys(${variables})) : { name = variable, value = ${variables}[variable] }]`;

/** Names to ARNs, likewise. */
export const secrets = (variables: unknown): IResolvable =>
  hcl`[for variable in sort(keys(${variables})) : { name = variable, valueFrom = ${variables}[variable] }]`;

export const healthCheck = (check: unknown): IResolvable =>
  hcl`${check} == null ? null : { command = ${check}.command, interval = ${check}.interval, timeout = ${check}.timeout, retries = ${check}.retries, startPeriod = ${check}.start_period }`;

export const ulimits = (limits: unknown): IResolvable =>
  orNothing(
    hcl`[for limit, value in ${limits} : { name = limit, softLimit = value.soft_limit, hardLimit = value.hard_limit }]`,
  );

/** Container to condition. */
export const dependsOn = (conditions: unknown): IResolvable =>
  orNothing(hcl`[for other, condition in ${conditions} : { containerName = other, condition = condition }]`);

/** Volume to `{ mount_path, read_only }`; a volume without a path is not mounted. */
export const mountPoints = (mounts: unknown): IResolvable =>
  orNothing(
    hcl`[for volume, mount in ${mounts} : { sourceVolume = volume, containerPath = mount.mount_path, readOnly = mount.read_only } if mount.mount_path != null]`,
  );

export const repositoryCredentials = (credentials: unknown): IResolvable =>
  hcl`${credentials} == null ? null : { credentialsParameter = ${credentials}.secret_arn }`;
