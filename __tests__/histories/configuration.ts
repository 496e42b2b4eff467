import { MODES, type Mode } from "../../modules/kit/capability";
import { withDefaults } from "../../modules/kit/resolve";
import { schemaOf } from "../../modules/kit/schema";
import { input as spec } from "../../modules/spec/input";
import { inputProblems } from "../../modules/spec/validate";

/** Tags of the image. */
export const IMAGES = ["1.29", "1.30"] as const;

/** What a step changes: few words, so that histories meet in the same configurations. */
export interface Configuration {
  readonly mode: Mode;
  /** The track that `api` is overridden to. */
  readonly override: Mode | null;
  readonly standby: Mode | null;
  readonly traffic: Readonly<Partial<Record<Mode, number>>> | null;
  readonly image: (typeof IMAGES)[number];
  /** Whether there is a third service, whose name sorts first. */
  readonly third: boolean;
}

export const FIRST: Configuration = {
  mode: "express",
  override: null,
  standby: null,
  traffic: null,
  image: "1.29",
  third: false,
};

export const otherImage = (image: string) => IMAGES.find((each) => each !== image)!;

export const other = (mode: Mode): Mode => MODES.find((each) => each !== mode)!;

export const GROUP = "shop";
export const DOMAIN = "example.com";
export const ALLOWED_CIDRS = ["203.0.113.0/24", "2001:db8::/32"];

/** The third service. */
export const THIRD = "admin";

/** The root module, whose input is in a file beside it. */
export const MAIN = `
provider "aws" {}
locals { input = jsondecode(file("\${path.module}/input.json")) }
resource "aws_route53_zone" "this" { name = "${DOMAIN}" }
module "shop" {
  source        = "\${modules}/switchyard"
  name          = "${GROUP}"
  mode          = local.input.mode
  standby_mode  = local.input.standby_mode
  traffic       = local.input.traffic
  allowed_cidrs = ${JSON.stringify(ALLOWED_CIDRS)}
  network       = { availability_zones = ["us-east-1a", "us-east-1b"] }
  domain        = { name = "${DOMAIN}", zone = { id = aws_route53_zone.this.zone_id } }
  services      = local.input.services
}
`;

/** The input that says it. */
export function inputOf({ mode, override, standby, traffic, image, third }: Configuration) {
  const at = { image: `public.ecr.aws/nginx/nginx:${image}` };
  return {
    mode,
    ...(standby && { standby_mode: standby }),
    ...(traffic && { traffic }),
    services: {
      ...(third && { [THIRD]: { ...at, port: 9000, connects_to: ["api"] } }),
      dashboard: { ...at, port: 3000, health_check_path: "/healthz", connects_to: ["api"] },
      api: { ...at, port: 8080, health_check_path: "/health", ...(override && { mode: override }) },
    },
  };
}

/** `input.json`: what is left out is null, since the root module names it. */
export const inputFile = (configuration: Configuration): string =>
  JSON.stringify({ standby_mode: null, traffic: null, ...inputOf(configuration) });

/** The names that must answer. */
export const namesOf = (configuration: Configuration): string[] =>
  Object.keys(inputOf(configuration).services).map((service) => `${service}.${DOMAIN}`);

const SCHEMA = schemaOf(spec);
const answers = new Map<string, boolean>();

/** Whether the module refuses it. */
export function isRefused(configuration: Configuration): boolean {
  const key = JSON.stringify(configuration);
  const known = answers.get(key);
  if (known !== undefined) return known;
  const rest = { name: GROUP, allowed_cidrs: ALLOWED_CIDRS, domain: { name: DOMAIN, zone: { id: "Z0" } } };
  const refused = inputProblems(withDefaults(SCHEMA, { ...rest, ...inputOf(configuration) })).length > 0;
  answers.set(key, refused);
  return refused;
}
