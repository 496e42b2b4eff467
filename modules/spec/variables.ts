import { z } from "zod";
import { both } from "../kit/capability";

const guide = "https://docs.aws.amazon.com/AmazonECS/latest/developerguide";

const variableName = z
  .string()
  .regex(/^[A-Za-z_][A-Za-z0-9_.-]*$/)
  .meta({
    why: "the name of an environment variable starts with a letter or underscore and holds letters, digits, `_`, `.` and `-`",
    fix: "Rename the variable",
  });

/** Where a secret is kept: Secrets Manager, with what of the secret is meant, or SSM. */
export const secretArn = z
  .string()
  .regex(/^arn:[a-z-]+:(secretsmanager:[a-z0-9-]+:[0-9]{12}:secret:|ssm:[a-z0-9-]+:[0-9]{12}:parameter\/)[^\s]+$/)
  .meta({
    why: "a secret is named by the ARN of a Secrets Manager secret (with `:json-key:version-stage:version-id` behind it if need be) or of an SSM parameter; Express Mode takes no bare parameter name",
    fix: "Write the ARN",
    secret: true,
    reference: true,
  });

/** A container's plain variables. */
export const environment = z.record(variableName, z.string()).default({}).meta({
  description: "Environment variables, in plain text. Secrets go to `secrets`.",
  capability: both,
});

/** A container's secret variables. */
export const secrets = z
  .record(variableName, secretArn)
  .default({})
  .meta({
    description:
      "Environment variables read from Secrets Manager or SSM when a task starts: name to ARN. The execution role may read exactly these.",
    capability: both,
    source: `${guide}/specifying-sensitive-data.html`,
  });
