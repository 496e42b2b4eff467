import { ECR_TAG, floats } from "../../modules/spec/images";

const DIGEST = `sha256:${"0".repeat(64)}`;

describe("an image", () => {
  it.each(["app", "team/app", "app:latest", "registry:5000/app", "registry.example.com:5000/team/app:latest"])(
    "%s is another one whenever somebody pushes",
    (image) => expect(floats(image)).toBe(true),
  );

  it.each([
    "app:1",
    "registry:5000/app:1",
    "app:latest-alpine",
    "latest:1",
    `app@${DIGEST}`,
    `app:latest@${DIGEST}`,
    `registry:5000/team/app@${DIGEST}`,
  ])("%s stays what it is", (image) => expect(floats(image)).toBe(false));

  it.each([
    "123456789012.dkr.ecr.us-east-1.amazonaws.com/app:1",
    "123456789012.dkr.ecr-fips.us-gov-west-1.amazonaws.com/team/app:latest",
    "123456789012.dkr.ecr.cn-north-1.amazonaws.com.cn/app:1",
    "123456789012.dkr-ecr.eu-west-1.on.aws/app:v1.2_3-x",
  ])("%s is a tag in a private repository of ECR", (image) => expect(ECR_TAG.test(image)).toBe(true));

  it.each([
    "public.ecr.aws/nginx/nginx:1.29",
    "123456789012.dkr.ecr.us-east-1.amazonaws.com/app",
    `123456789012.dkr.ecr.us-east-1.amazonaws.com/app@${DIGEST}`,
    `123456789012.dkr.ecr.us-east-1.amazonaws.com/app:1@${DIGEST}`,
    "123456789012.dkr.ecr.us-east-1.amazonaws.com.example.com/app:1",
    "12345.dkr.ecr.us-east-1.amazonaws.com/app:1",
  ])("%s is none", (image) => expect(ECR_TAG.test(image)).toBe(false));
});
