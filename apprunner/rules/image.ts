import { changed, kept, lost, noted } from "../finding";
import { isKnown, readable, unknownsIn } from "../unknown";
import { dockerfile } from "./dockerfile";
import { nothing, type Rule, runtime } from "./rule";

const PATH = "SourceConfiguration.ImageRepository.ImageIdentifier";

/**
 * The image is copied. App Runner runs images of ECR and ECR Public only, so ECS can pull them as well; the role for it
 * is made. A moving tag is resolved once, when a deployment starts.
 *
 * @see https://docs.aws.amazon.com/apprunner/latest/dg/service-source-image.html
 */
export const image: Rule = ({ service: { SourceConfiguration: source } }, { key, image: given }) => {
  const repository = source.ImageRepository;
  if (!repository) return nothing;
  const to = `services.${key}.image`;
  const type = repository.ImageRepositoryType
    ? [
        noted(
          "SourceConfiguration.ImageRepository.ImageRepositoryType",
          "the execution role may pull from ECR either way",
        ),
      ]
    : [];
  const name = given ?? repository.ImageIdentifier;
  if (isKnown(name)) {
    const moving = !name.includes("@") && !/:(?!latest$)[^/:]+$/.test(name);
    const note = moving
      ? changed(
          "behaviour",
          PATH,
          to,
          "the tag moves (or there is none): ECS resolves it when a deployment starts",
          "Name a fixed tag or a digest, so that a new task is what was tested",
        )
      : kept(PATH, to);
    return { drafts: [note, ...type], service: { image: name } };
  }
  const [first] = unknownsIn(name);
  return {
    drafts: [
      lost(
        "blocker",
        PATH,
        `the files do not hold the image: ${readable(name)}`,
        `Give what it stands for (--value '${first}=…') or the image (--image ${key}=…)`,
      ),
      ...type,
    ],
  };
};

/**
 * A service that App Runner builds from source has no image. ECS runs images only.
 *
 * @see https://docs.aws.amazon.com/apprunner/latest/dg/service-source-code.html
 */
export const sourceCode: Rule = ({ service }, { key, image: given }) => {
  const code = service.SourceConfiguration.CodeRepository;
  if (!code) return nothing;
  const path = "SourceConfiguration.CodeRepository";
  const settings = code.CodeConfiguration;
  const elsewhere = settings?.ConfigurationSource === "REPOSITORY" && !settings.CodeConfigurationValues;
  const { Runtime, BuildCommand } = runtime(service) as { Runtime?: string; BuildCommand?: string };
  const build = `Build an image from ${code.RepositoryUrl ?? "the repository"}${code.SourceCodeVersion?.Value ? ` (${code.SourceCodeVersion.Value})` : ""}${code.SourceDirectory && code.SourceDirectory !== "/" ? `, folder ${code.SourceDirectory}` : ""}: `;
  const way = dockerfile(service)
    ? `${build}with the Dockerfile that is written beside the report, or without one: pack build ${key} --builder paketobuildpacks/builder-jammy-base. Push it to ECR and say --image ${key}=<image>`
    : `${build}docker build, or pack build ${key} --builder paketobuildpacks/builder-jammy-base. Push it to ECR and say --image ${key}=<image>`;
  const parts = [
    ...(elsewhere
      ? [
          lost(
            "behaviour",
            `${path}.CodeConfiguration`,
            "port, command and variables are in apprunner.yaml in the repository",
            "Give that file as another input",
          ),
        ]
      : settings?.ConfigurationSource
        ? [noted(`${path}.CodeConfiguration.ConfigurationSource`, "its values are used")]
        : []),
    ...(Runtime === undefined
      ? []
      : [
          noted(
            `${path}.CodeConfiguration.CodeConfigurationValues.Runtime`,
            `${Runtime} is the base image of the Dockerfile`,
          ),
        ]),
    ...(BuildCommand === undefined
      ? []
      : [noted(`${path}.CodeConfiguration.CodeConfigurationValues.BuildCommand`, "a step of the Dockerfile")]),
    ...(code.RepositoryUrl === undefined ? [] : [noted(`${path}.RepositoryUrl`, "where the image is built from")]),
    ...Object.keys(code.SourceCodeVersion ?? {}).map((name) =>
      noted(`${path}.SourceCodeVersion.${name}`, "what the image is built from"),
    ),
    ...(code.SourceDirectory === undefined ? [] : [noted(`${path}.SourceDirectory`, "where the image is built from")]),
  ];
  if (given)
    return {
      drafts: [
        changed(
          "behaviour",
          path,
          `services.${key}.image`,
          "built from source by App Runner; the image that was given runs instead",
          "Set up a pipeline that builds and pushes it",
        ),
        ...parts,
      ],
      service: { image: given },
    };
  return {
    drafts: [lost("blocker", path, "App Runner builds this service from source; ECS runs images only", way), ...parts],
  };
};

/**
 * App Runner's role for pulling images trusts `build.apprunner.amazonaws.com` and is of no use to ECS; an execution role is made.
 *
 * @see https://docs.aws.amazon.com/apprunner/latest/dg/security_iam_service-with-iam.html
 */
export const authentication: Rule = ({ service: { SourceConfiguration: source } }) => {
  const given = source.AuthenticationConfiguration;
  if (!given) return nothing;
  const path = "SourceConfiguration.AuthenticationConfiguration";
  return {
    drafts: [
      ...(given.AccessRoleArn
        ? [
            lost(
              "cosmetic",
              `${path}.AccessRoleArn`,
              "the task execution role, which is made, pulls the image",
              "Delete the role when nothing on App Runner needs it. An image of another account needs that repository's policy to admit this account",
            ),
          ]
        : []),
      ...(given.ConnectionArn
        ? [
            lost(
              "behaviour",
              `${path}.ConnectionArn`,
              "the connection to the source repository was App Runner's",
              "Connect your pipeline to the repository",
            ),
          ]
        : []),
    ],
  };
};

/**
 * A push no longer deploys by itself. App Runner's default is true, but for public images.
 *
 * @see https://docs.aws.amazon.com/apprunner/latest/dg/manage-deploy.html
 */
export const autoDeploy: Rule = ({ service: { SourceConfiguration: source } }, { mode }) => {
  const path = "SourceConfiguration.AutoDeploymentsEnabled";
  const { AutoDeploymentsEnabled: given } = source;
  const on = given ?? source.ImageRepository?.ImageRepositoryType !== "ECR_PUBLIC";
  if (!on)
    return given === undefined ? nothing : { drafts: [noted(path, "deployments were started by hand, and still are")] };
  const what = given === undefined ? "not written, and on by default: a push deployed" : "a push deployed";
  return {
    drafts: [
      lost(
        "behaviour",
        path,
        `${what}; on ECS a new image runs when the input names it`,
        `Deploy from CI: deploy.yml beside the report is an example for GitHub Actions${mode === "ecs" ? "; or on the push itself through EventBridge: auto-deploy.tf.example" : ""}`,
      ),
    ],
  };
};
