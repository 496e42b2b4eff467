import type { SwitchyardProps } from "../../modules/switchyard/props";
import { ALLOWED_CIDR, HEALTH_CHECK_PATH, IMAGE, someServices } from "../services";

/** The reference input, or so many services on the plain track. */
export const propsOf = (count: string | undefined): SwitchyardProps =>
  count === undefined ? reference : many(Number(count));

const reference: SwitchyardProps = {
  name: "shop",
  mode: "express",
  allowedCidrs: [ALLOWED_CIDR],
  services: {
    dashboard: { image: IMAGE, port: 3000, healthCheckPath: "/healthz", connectsTo: ["api"] },
    api: { image: IMAGE, port: 8080, healthCheckPath: "/health" },
  },
};

/** A load balancer without a domain has a listener for each public service, and 50 listeners at the most. */
const PUBLIC = 50;

const many = (count: number): SwitchyardProps => ({
  name: "shop",
  mode: "ecs",
  allowedCidrs: [ALLOWED_CIDR],
  services: Object.fromEntries(
    someServices(count).map(({ name, port, connectsTo }, i) => [
      name,
      {
        image: IMAGE,
        port,
        public: i < PUBLIC,
        healthCheckPath: HEALTH_CHECK_PATH,
        connectsTo: connectsTo.map((target) => target.name),
      },
    ]),
  ),
});
