/** An error as AWS answers it. */

/** Thrown by models; becomes a diagnostic like `creating ECS Service (web): operation error ECS: CreateService, …`. */
export class AwsError extends Error {
  constructor(
    /** `ECS: CreateService`: the service and the operation of its API. */
    readonly operation: string,
    /** `InvalidParameterException`. */
    readonly code: string,
    message: string,
  ) {
    super(message);
  }

  /** The text that follows `creating … (name): `. */
  override toString(): string {
    return `operation error ${this.operation}, https response error StatusCode: 400, ${this.code}: ${this.message}`;
  }
}
