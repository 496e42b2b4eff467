/** Calls to an AWS endpoint that checks no signatures, such as an emulator's. No SDK is needed for that. */
import { AwsError } from "../world/errors";

/** An answer, in the API's names. */
export type Answer = Record<string, any>;

/** What AWS asks its callers to try again. */
const THROTTLED: readonly string[] = ["ThrottlingException", "Throttling", "RequestLimitExceeded", "ServerException"];
const ATTEMPTS = 5;
const FIRST_DELAY_MS = 50;

export class Endpoint {
  constructor(
    private readonly url: string,
    private readonly region: string,
  ) {}

  /** An operation of ECS. Throttled calls are repeated, as by AWS's own clients; theirs wait longer between attempts. */
  async ecs(operation: string, input: object): Promise<Answer> {
    for (let attempt = 1; ; attempt++) {
      const response = await this.post("ecs", JSON.stringify(input), {
        "Content-Type": "application/x-amz-json-1.1",
        "X-Amz-Target": `AmazonEC2ContainerServiceV20141113.${operation}`,
      });
      const answer = JSON.parse(response.text || "{}") as Answer;
      if (response.ok) return answer;
      const code = String(answer["__type"] ?? "UnknownError").replace(/^.*#/, "");
      const message = String(answer["message"] ?? answer["Message"] ?? "");
      if (!THROTTLED.includes(code)) throw new AwsError(`ECS: ${operation}`, code, message);
      if (attempt === ATTEMPTS)
        throw new AwsError(`ECS: ${operation}`, code, `exceeded maximum number of attempts, ${ATTEMPTS}: ${message}`);
      await pause(FIRST_DELAY_MS * 2 ** attempt);
    }
  }

  /** Those of the security groups that are tagged as Express Mode's own. */
  async managedSecurityGroups(ids: readonly string[]): Promise<Set<string>> {
    const wanted = { Action: "DescribeSecurityGroups", Version: "2016-11-15" };
    const tag = { "Filter.1.Name": "tag:AmazonECSManaged", "Filter.1.Value.1": "true" };
    const { ok, text } = await this.post("ec2", new URLSearchParams({ ...wanted, ...tag }).toString(), {
      "Content-Type": "application/x-www-form-urlencoded",
    });
    if (!ok) throw new AwsError("EC2: DescribeSecurityGroups", "RequestFailed", text);
    return new Set(ids.filter((id) => text.includes(`<groupId>${id}</groupId>`)));
  }

  private async post(service: string, body: string, headers: Record<string, string>) {
    const scope = `test/20260101/${this.region}/${service}/aws4_request`;
    const Authorization = `AWS4-HMAC-SHA256 Credential=${scope}, SignedHeaders=host, Signature=none`;
    const response = await fetch(this.url, { method: "POST", headers: { ...headers, Authorization }, body });
    return { ok: response.ok, text: await response.text() };
  }
}

export const pause = (ms: number): Promise<void> => new Promise((resume) => setTimeout(resume, ms));
