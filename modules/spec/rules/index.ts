import { MODES, type Mode } from "../../kit/capability";
import type { InputRule } from "../input";
import { adopted } from "./adopted";
import { cidrs } from "./cidrs";
import { connections } from "./connections";
import { containers } from "./containers";
import { deployment, rollingOnly } from "./deployment";
import { expressDomain } from "./express-domain";
import { frontDoor } from "./front-door";
import { group } from "./group";
import { loadBalancer } from "./load-balancer";
import { images } from "./images";
import { networkAcl } from "./network-acl";
import { privateOnExpress } from "./private-subnets";
import { refusals } from "./refusals";
import { scaling } from "./scaling";
import { securityGroup } from "./security-group";
import { noAccessLogs, serviceConnect } from "./service-connect";
import { sizes } from "./sizes";
import { traffic } from "./traffic";

const onEveryTrack: readonly InputRule[] = [
  ...group,
  ...adopted,
  ...images,
  ...cidrs,
  ...sizes,
  ...scaling,
  ...deployment,
  ...connections,
  ...containers,
  ...loadBalancer,
  ...frontDoor,
  ...securityGroup,
  ...serviceConnect,
  ...traffic,
  ...refusals(),
];

/** Every rule that spans several values, for a module that holds the given tracks. */
export const rules = (tracks: readonly Mode[] = MODES): InputRule[] => [
  ...onEveryTrack,
  ...(tracks.includes("express")
    ? [...networkAcl, ...expressDomain, privateOnExpress]
    : [...rollingOnly, noAccessLogs]),
];
