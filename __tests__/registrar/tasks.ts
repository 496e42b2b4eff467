interface Attachment {
  readonly id: string;
  readonly type: string;
  readonly status: string;
  readonly details: readonly { readonly name: string; readonly value: string }[];
}

/** A task as ECS's DescribeTasks answers it on the wire; what the registrar reads of it is spelled out, the rest is as recorded. */
export interface Task {
  readonly taskArn: string;
  readonly group: string;
  readonly lastStatus: string;
  readonly desiredStatus: string;
  readonly attachments: readonly Attachment[];
  readonly [other: string]: unknown;
}

const ENI = "ElasticNetworkInterface";

/** Another attachment stands before the network interface, and its details have an address as well. */
const otherAttachment: Attachment = {
  id: "7e3f0f0e-3c0d-4b7f-9d0c-0f5a1f0b2c11",
  type: "Service Connect",
  status: "ATTACHED",
  details: [
    { name: "ContainerName", value: "ecs-service-connect-k2Xq1" },
    { name: "privateIPv4Address", value: "169.254.172.2" },
  ],
};

const interfaceOf = (address: string | undefined): Attachment => ({
  id: "2f5b1c8e-6a6d-4c55-8a53-6a5f3f6f9c3b",
  type: ENI,
  status: address ? "ATTACHED" : "PRECREATED",
  details: [
    { name: "subnetId", value: "subnet-0d0eac1f0e5b2a5c1" },
    ...(address
      ? [
          { name: "networkInterfaceId", value: "eni-0c3a6f4f2f0e1d2b3" },
          { name: "macAddress", value: "0a:1f:2e:3d:4c:5b" },
          { name: "privateDnsName", value: `ip-${address.replaceAll(".", "-")}.ec2.internal` },
          { name: "privateIPv4Address", value: address },
        ]
      : []),
  ],
});

/** A task of Express Mode, in its first moment or running at an address. */
export function task(clusterArn: string, service: string, number: number, address?: string): Task {
  const id = number.toString(16).padStart(32, "0");
  const taskArn = `${clusterArn.replace(":cluster/", ":task/")}/${id}`;
  return {
    attachments: [otherAttachment, interfaceOf(address)],
    attributes: [{ name: "ecs.cpu-architecture", value: "x86_64" }],
    availabilityZone: "us-east-1a",
    capacityProviderName: "FARGATE",
    clusterArn,
    connectivity: "CONNECTED",
    connectivityAt: 1795258800.123,
    containers: [container("Main", taskArn, address), container("ecs-service-connect-k2Xq1", taskArn, address)],
    cpu: "256",
    createdAt: 1795258790.001,
    desiredStatus: "RUNNING",
    enableExecuteCommand: false,
    ephemeralStorage: { sizeInGiB: 20 },
    fargateEphemeralStorage: { sizeInGiB: 20 },
    group: `service:${service}`,
    healthStatus: "UNKNOWN",
    lastStatus: address ? "RUNNING" : "PROVISIONING",
    launchType: "FARGATE",
    memory: "512",
    overrides: {
      containerOverrides: [{ name: "Main" }, { name: "ecs-service-connect-k2Xq1" }],
      inferenceAcceleratorOverrides: [],
    },
    platformFamily: "Linux",
    platformVersion: "1.4.0",
    startedBy: "ecs-svc/1234567890123456789",
    tags: [
      { key: "AmazonECSManaged", value: "true" },
      { key: "aws:ecs:serviceName", value: service },
    ],
    taskArn,
    taskDefinitionArn: `arn:aws:ecs:us-east-1:123456789012:task-definition/shop-${service}:7`,
    version: 3,
  };
}

const container = (name: string, taskArn: string, address: string | undefined): object => ({
  containerArn: `${taskArn.replace(":task/", ":container/")}/5b5e0f4a-0d3e-4d5a-8f6c-1a2b3c4d5e6f`,
  cpu: "0",
  healthStatus: "UNKNOWN",
  image: `123456789012.dkr.ecr.us-east-1.amazonaws.com/shop/${name.toLowerCase()}:2026-11-20`,
  imageDigest: "sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
  lastStatus: address ? "RUNNING" : "PENDING",
  managedAgents: [],
  name,
  networkBindings: [],
  networkInterfaces: address
    ? [{ attachmentId: "2f5b1c8e-6a6d-4c55-8a53-6a5f3f6f9c3b", privateIpv4Address: address }]
    : [],
  runtimeId: "0f0e0d0c0b0a-1234567890",
  taskArn,
});

/** The address other tasks reach it at, if it has one. */
export const addressOf = ({ attachments }: Task): string | undefined =>
  attachments.find(({ type }) => type === ENI)?.details.find(({ name }) => name === "privateIPv4Address")?.value;

/** EventBridge's event of a task's change: there the interface's attachment is called `eni`. */
export const changeEvent = (changed: Task): object => ({
  version: "0",
  id: "3317b2af-7005-947d-b652-f55e762e571a",
  "detail-type": "ECS Task State Change",
  source: "aws.ecs",
  account: "123456789012",
  time: "2026-11-21T10:00:00Z",
  region: "us-east-1",
  resources: [changed.taskArn],
  detail: {
    ...changed,
    attachments: changed.attachments.map((each) => (each.type === ENI ? { ...each, type: "eni" } : each)),
  },
});
