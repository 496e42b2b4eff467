/** The services that are measured: a chain of pairs, each second one calling the one before, like dashboard and api. */

export interface BenchService {
  readonly name: string;
  readonly port: number;
  /** The services it calls. */
  readonly connectsTo: readonly { readonly name: string; readonly port: number }[];
}

export const IMAGE = "public.ecr.aws/nginx/nginx:1.29";
export const HEALTH_CHECK_PATH = "/healthz";
export const ALLOWED_CIDR = "203.0.113.0/24";
export const ZONES = ["us-east-1a", "us-east-1b"] as const;

const nameOf = (number: number): string => `svc-${String(number).padStart(4, "0")}`;

const place = (i: number) => ({ name: nameOf(i + 1), port: 1025 + i });

/** So many services, `svc-0001` and on, on ports of their own. */
export const someServices = (count: number): BenchService[] =>
  Array.from({ length: count }, (_, i) => ({ ...place(i), connectsTo: i % 2 ? [place(i - 1)] : [] }));
