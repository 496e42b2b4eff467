/** The calls of the plugin protocol, by name, and who answers them. */
import type { Provider } from "./handlers";
import type { MessageName } from "./protocol";

/** Answers a call whose messages are called `<name>Request` and `<name>Response`. */
type Answer = (provider: Provider, request: never) => object | Promise<object>;

const ANSWERS = {
  PrepareProviderConfig: (provider, request) => provider.prepareConfig(request),
  Configure: (provider, request) => provider.configure(request),
  UpgradeResourceState: (provider, request) => provider.upgradeState(request),
  ReadResource: (provider, request) => provider.readResource(request),
  PlanResourceChange: (provider, request) => provider.planResource(request),
  ApplyResourceChange: (provider, request) => provider.applyResource(request),
  ImportResourceState: (provider, request) => provider.importResource(request),
  ReadDataSource: (provider, request) => provider.readDataSource(request),
} satisfies Partial<Record<string, Answer>>;

/** A call that is answered with more than an empty message. */
export interface Method {
  request: MessageName;
  response: MessageName;
  answer: Answer;
}

/** How a call is answered; undefined for those whose answer is an empty message: nothing to object, nothing to tell. */
export function methodOf(name: string): Method | undefined {
  const known = name as keyof typeof ANSWERS;
  return ANSWERS[known] && { request: `${known}Request`, response: `${known}Response`, answer: ANSWERS[known] };
}

/** Calls that begin with the name of a resource or data source type: in front of a real provider some are answered here. */
export const TYPED_METHODS: ReadonlySet<string> = new Set([
  "ValidateResourceTypeConfig",
  "ValidateDataSourceConfig",
  "UpgradeResourceState",
  "UpgradeResourceIdentity",
  "ReadResource",
  "PlanResourceChange",
  "ApplyResourceChange",
  "ImportResourceState",
  "ReadDataSource",
]);

/** Every call of the protocol's service. */
export const METHOD_NAMES: readonly string[] = [
  ...TYPED_METHODS,
  "GetMetadata",
  "GetSchema",
  "PrepareProviderConfig",
  "Configure",
  "GetResourceIdentitySchemas",
  "MoveResourceState",
  "GetFunctions",
  "CallFunction",
  "ValidateEphemeralResourceConfig",
  "OpenEphemeralResource",
  "RenewEphemeralResource",
  "CloseEphemeralResource",
  "Stop",
];
