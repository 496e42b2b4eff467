import { tofu } from "../support/tools";
import { everyHistory } from "./every-history";

everyHistory("tofu", tofu);
