import type { Construct } from "constructs";
import { moved } from "../kit/moved";

/** What has moved from one of the modules inside to another; a move within a module stands there. */
export function movedBetweenModules(scope: Construct): void {
  // 0.2.0: a domain has a certificate in both modes.
  for (const resource of ["aws_acm_certificate.this", "aws_acm_certificate_validation.this"])
    moved(scope, { from: `module.alb.${resource}`, to: `module.certificate.${resource}` });
  moved(scope, {
    from: "module.alb.aws_route53_record.validation[0]",
    to: 'module.certificate.aws_route53_record.validation["*"]',
  });
}
