const HOSTS =
  "module.dns_records has them by host name instead of service: callers write the moved blocks of CHANGELOG.md";
const BY_SERVICE = "service_arns takes all services; switchyard, which alone is likely to call the module, gives them";

/** What the previous release had and this one has not, or asks for and that one did not: `module: name`, and why. */
export const decisions: Readonly<Record<string, string>> = {
  "alb: aws_route53_record.a[for_each]": HOSTS,
  "alb: aws_route53_record.aaaa[for_each]": HOSTS,
  "express-load-balancer: enabled": BY_SERVICE,
  "express-load-balancer: service_arn": BY_SERVICE,
};
