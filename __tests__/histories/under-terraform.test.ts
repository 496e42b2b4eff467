import { terraform } from "../support/tools";
import { everyHistory } from "./every-history";

everyHistory("terraform", terraform);
