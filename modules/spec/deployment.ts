import { z } from "zod";
import { approximated, both, honoured, refused } from "../kit/capability";

const guide = "https://docs.aws.amazon.com/AmazonECS/latest/developerguide";
const api = "https://docs.aws.amazon.com/AmazonECS/latest/APIReference";

/** Where Express Mode's own numbers hold, whatever is written. */
const expressCanary = (what: string) => ({ express: approximated(what), ecs: honoured });

const minutes = z.int().min(0).max(1440);

/**
 * The stages at which ECS calls a hook, as far as the provider takes them.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentLifecycleHook.html (read 2026-11-21)
 */
const stage = z
  .enum([
    "RECONCILE_SERVICE",
    "PRE_SCALE_UP",
    "POST_SCALE_UP",
    "TEST_TRAFFIC_SHIFT",
    "POST_TEST_TRAFFIC_SHIFT",
    "PRODUCTION_TRAFFIC_SHIFT",
    "POST_PRODUCTION_TRAFFIC_SHIFT",
  ])
  .meta({ fix: "Write a stage of the deployment" });

/** The canary's numbers; AWS's own default for the wait is 10 minutes, Express Mode's and ours 3. */
export const canary = z.strictObject({
  canary_percent: z
    .number()
    .min(0.1)
    .max(100)
    .default(5)
    .meta({
      description: "The share of requests that the new tasks get first, in steps of 0.1.",
      unit: "percent",
      capability: expressCanary("always 5 percent"),
      source: `${api}/API_CanaryConfiguration.html`,
    }),
  canary_bake_time_in_minutes: minutes.default(3).meta({
    description: "How long they get that share before they get everything.",
    unit: "minutes",
    capability: expressCanary("always 3 minutes"),
    source: `${api}/API_CanaryConfiguration.html`,
  }),
});

/** The steps of a linear deployment; AWS's own defaults. */
export const linear = z.strictObject({
  step_percent: z
    .number()
    .min(3)
    .max(100)
    .default(10)
    .meta({
      description: "The share of requests that moves in each step.",
      unit: "percent",
      capability: expressCanary("5 percent, then the rest"),
      source: `${api}/API_LinearConfiguration.html`,
    }),
  step_bake_time_in_minutes: minutes.default(6).meta({
    description: "How long each step is watched before the next.",
    unit: "minutes",
    capability: expressCanary("always 3 minutes"),
    source: `${api}/API_LinearConfiguration.html`,
  }),
});

/** Minutes that the old tasks stay after a shift, when nothing else is said: Express Mode's. */
export const BAKE_TIME_IN_MINUTES = 3;

const alarms = z
  .strictObject({
    alarm_names: z.array(z.string().min(1)).min(1).meta({
      description: "CloudWatch alarms that exist, by name. A deployment that starts while one is in alarm ignores it.",
      why: "there is no alarm to watch",
      fix: "Name an alarm, or leave alarms out",
      reference: true,
      capability: both,
    }),
    enable: z.boolean().default(true).meta({
      description: "Whether they are watched. To stop, write false: how ECS takes a removed `alarms` is not verified.",
      capability: both,
    }),
    rollback: z
      .boolean()
      .default(true)
      .meta({ description: "Whether a failed deployment is also rolled back.", capability: both }),
  })
  .optional()
  .meta({
    description: "Alarms that fail a deployment when they go off.",
    default_is: "the circuit breaker alone",
    capability: {
      express: refused("Express Mode rolls back on an alarm of its own", "leave alarms out"),
      ecs: honoured,
    },
    source: `${guide}/deployment-alarm-failure.html`,
  });

const lifecycleHooks = z
  .record(
    z.string(),
    z.strictObject({
      hook_target_arn: z.string().min(1).meta({
        description: "The Lambda function's ARN.",
        why: "a hook calls a Lambda function",
        fix: "Write the function's ARN",
        reference: true,
        capability: both,
      }),
      role_arn: z.string().min(1).meta({
        description: "A role that trusts `ecs.amazonaws.com` and may invoke the function.",
        why: "ECS calls the function in a role",
        fix: "Write the role's ARN",
        reference: true,
        capability: both,
      }),
      lifecycle_stages: z.array(stage).min(1).meta({
        description:
          "When it is called: one or more of `RECONCILE_SERVICE`, `PRE_SCALE_UP`, `POST_SCALE_UP`, `TEST_TRAFFIC_SHIFT`, `POST_TEST_TRAFFIC_SHIFT`, `PRODUCTION_TRAFFIC_SHIFT`, `POST_PRODUCTION_TRAFFIC_SHIFT`.",
        why: "a hook without a stage is never called",
        fix: "Name a stage",
        capability: both,
      }),
      hook_details: z.string().optional().meta({
        description: "JSON that the function is given besides.",
        default_is: "none",
        capability: both,
      }),
    }),
  )
  .default({})
  .meta({
    description:
      "Lambda functions that a deployment waits for, by a name of yours; one that answers FAILED rolls it back.",
    capability: {
      express: refused("Express Mode's deployments have no hooks", 'leave lifecycle_hooks out, or set mode = "ecs"'),
      ecs: honoured,
    },
    source: `${guide}/deployment-lifecycle-hooks.html`,
  });

const options = z.strictObject({
  strategy: z
    .enum(["ROLLING", "BLUE_GREEN", "CANARY", "LINEAR"])
    .default("ROLLING")
    .meta({
      description:
        "ROLLING replaces task by task. The others start all new tasks beside the old ones and move the requests: at once, a share first, or in steps. A move from one to another changes the service in place.",
      capability: expressCanary(
        "Express Mode always deploys by its own canary: 5 percent for 3 minutes, then everything, and the old tasks stay for 3 minutes more",
      ),
      source: `${api}/API_DeploymentConfiguration.html`,
    }),
  bake_time_in_minutes: minutes.optional().meta({
    description: "How long the old tasks stay after all requests have moved, for a way back within seconds.",
    unit: "minutes",
    default_is: `${BAKE_TIME_IN_MINUTES}, as on Express Mode; a rolling deployment has none`,
    capability: expressCanary("always 3 minutes"),
    source: `${api}/API_DeploymentConfiguration.html`,
  }),
  canary_configuration: canary.optional().meta({
    description: "The numbers of a canary.",
    default_is: "Express Mode's: 5 percent for 3 minutes",
  }),
  linear_configuration: linear.optional().meta({
    description: "The steps of a linear deployment.",
    default_is: "AWS's: 10 percent every 6 minutes",
  }),
  test_listener_port: z
    .int()
    .min(1)
    .max(65535)
    .optional()
    .meta({
      description:
        "A port of the load balancer on which the allowed CIDRs reach the new tasks before anybody else does. It stays open, and unused, under ROLLING.",
      default_is: "none",
      fix: "Write a free port",
      capability: {
        express: refused("the listeners are Express Mode's own", "leave test_listener_port out"),
        ecs: honoured,
      },
      source: `${guide}/alb-resources-for-blue-green.html`,
    }),
  lifecycle_hooks: lifecycleHooks,
  alarms,
});

const DESCRIPTION = "How a new version replaces the old one.";

/** How a new version replaces the old one. */
export const deploymentConfiguration = options.prefault({}).meta({ description: DESCRIPTION });

/** What the load balancer needs to know of it. */
export const testListener = options
  .pick({ test_listener_port: true })
  .prefault({})
  .meta({ description: "What a deployment needs of the load balancer." });

/** The same without the listener, which is the load balancer's. */
export const serviceDeployment = options
  .omit({ test_listener_port: true })
  .prefault({})
  .meta({ description: DESCRIPTION });

/** What remains of it on a provider that knows rolling deployments alone. */
export const rollingDeployment = options
  .pick({ alarms: true })
  .extend({
    strategy: z
      .enum(["ROLLING"])
      .default("ROLLING")
      .meta({
        ...options.shape.strategy.meta(),
        description: "ROLLING replaces task by task.",
        fix: 'Write "ROLLING", or use the module `ecs-service`, which has the others, with provider 6.50 or newer',
      }),
  })
  .prefault({})
  .meta({ description: DESCRIPTION });
