// Generated from the module's inputs by `npm run generate`; edit those.
import type { IResolvable } from "cdktf";

/** The certificate of the group's domain, for the load balancers of both tracks: made or given. */
export interface CertificateProps {
  /**
   * A domain for the public services: HTTPS, one host name for each service that is the same in both modes.
   * Mode `express`: approximated: a workflow puts the names on Express Mode's own listener rules, within a minute of the apply; nothing answers on port 80.
   *
   * @default - plain HTTP on the track `ecs`, with a warning; Express Mode has HTTPS on a generated name
   */
  readonly domain?: CertificateDomainProps | IResolvable;

  /** The names to cover, known at plan; without one no certificate is made. Names outside the domain are left out: a made certificate could not be validated for them. */
  readonly hostNames: readonly string[];

  /**
   * Tags of everything that is made.
   *
   * @default {}
   */
  readonly tags?: { readonly [name: string]: string } | IResolvable;
}

/** A domain for the public services: HTTPS, one host name for each service that is the same in both modes. */
export interface CertificateDomainProps {
  /** The domain; service `api` of `example.com` is `https://api.example.com`. */
  readonly name: string;

  /**
   * The Route 53 zone for the names and the certificate's validation.
   *
   * @default - no record is made: point the names at the output `load_balancer_dns_names`
   */
  readonly zone?: CertificateDomainZoneProps | IResolvable;

  /**
   * An ACM certificate that covers the names.
   *
   * @default - one is made and validated in `zone`
   */
  readonly certificate?: CertificateDomainCertificateProps | IResolvable;
}

/** The Route 53 zone for the names and the certificate's validation. */
export interface CertificateDomainZoneProps {
  /** The public hosted zone's id. */
  readonly id: string;
}

/** An ACM certificate that covers the names. */
export interface CertificateDomainCertificateProps {
  /** The certificate's ARN. */
  readonly arn: string;
}
