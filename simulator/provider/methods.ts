/** The calls of the plugin protocol, by name: what they carry and who answers. */
import type { Provider } from "./handlers";
import type { MessageName } from "./protocol";

/** One call: message types and the answer. */
export interface Method {
  request: MessageName;
  response: MessageName;
  answer(provider: Provider, request: never): object | Promise<object>;
}

const nothing = (): object => ({});

/** Calls with an answer. Every other call is answered with an empty message. */
export const METHODS: Readonly<Record<string, Method>> = {
  PrepareProviderConfig: {
    request: "PrepareProviderConfigRequest",
    response: "PrepareProviderConfigResponse",
    answer: (provider, request) => provider.prepareConfig(request),
  },
  Configure: {
    request: "ConfigureRequest",
    response: "DiagnosticsResponse",
    answer: (provider, request) => provider.configure(request),
  },
  ValidateResourceTypeConfig: { request: "TypeRequest", response: "DiagnosticsResponse", answer: nothing },
  ValidateDataSourceConfig: { request: "TypeRequest", response: "DiagnosticsResponse", answer: nothing },
  UpgradeResourceState: {
    request: "UpgradeResourceStateRequest",
    response: "UpgradeResourceStateResponse",
    answer: (provider, request) => provider.upgradeState(request),
  },
  ReadResource: {
    request: "ReadResourceRequest",
    response: "ReadResourceResponse",
    answer: (provider, request) => provider.readResource(request),
  },
  PlanResourceChange: {
    request: "PlanResourceChangeRequest",
    response: "PlanResourceChangeResponse",
    answer: (provider, request) => provider.planResource(request),
  },
  ApplyResourceChange: {
    request: "ApplyResourceChangeRequest",
    response: "ApplyResourceChangeResponse",
    answer: (provider, request) => provider.applyResource(request),
  },
  ImportResourceState: {
    request: "ImportResourceStateRequest",
    response: "ImportResourceStateResponse",
    answer: (provider, request) => provider.importResource(request),
  },
  ReadDataSource: {
    request: "ReadDataSourceRequest",
    response: "ReadDataSourceResponse",
    answer: (provider, request) => provider.readDataSource(request),
  },
};

/** Every call of the protocol's service. */
export const METHOD_NAMES: readonly string[] = [
  ...Object.keys(METHODS),
  "GetMetadata",
  "GetSchema",
  "GetResourceIdentitySchemas",
  "UpgradeResourceIdentity",
  "MoveResourceState",
  "GetFunctions",
  "CallFunction",
  "ValidateEphemeralResourceConfig",
  "OpenEphemeralResource",
  "RenewEphemeralResource",
  "CloseEphemeralResource",
  "Stop",
];

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
