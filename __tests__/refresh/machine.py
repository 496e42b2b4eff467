"""Runs the workflow that deploys callers anew, in the registrar's interpreter, with services and names for a world.

What ECS and Cloud Map answer is made here: a service has a moment in which it was made, a deployment that is PRIMARY and
one that is not (the workflow must tell them apart), and a name in Cloud Map if it serves. Time is a number of seconds
that the test says; `UpdateService` makes a new deployment a second later.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "registrar"))
import machine as interpreter  # noqa: E402


class World(interpreter.World):
    ANSWERED = ("DescribeServices", "UpdateService", "GetService")

    def reset(self):
        super().reset()
        self.now = 0
        self.services = {}
        self.names = {}

    def DescribeServices(self, wanted):
        if wanted["cluster"] != self.cluster:
            return 400, {"__type": "ClusterNotFoundException", "message": "Cluster not found."}
        found = [self.described(arn) for arn in wanted["services"] if arn in self.services]
        missing = [{"arn": arn, "reason": "MISSING"} for arn in wanted["services"] if arn not in self.services]
        return 200, {"services": found, "failures": missing}

    def described(self, arn):
        service = self.services[arn]
        name = service.get("name")
        resources = [{"discoveryName": name, "discoveryArn": f"arn:aws:servicediscovery:us-east-1:123456789012:service/srv-{name}"}] if name else []
        old = {"id": "ecs-svc/1", "status": "ACTIVE", "createdAt": 1, "serviceConnectResources": []}
        primary = {"id": "ecs-svc/2", "status": "PRIMARY", "createdAt": service["deployed"], "serviceConnectResources": resources}
        return {"serviceArn": arn, "status": service["status"], "createdAt": service["created"], "deployments": [old, primary] if service["status"] == "ACTIVE" else []}

    def UpdateService(self, wanted):
        if self.services[wanted["service"]]["status"] != "ACTIVE":
            return 400, {"__type": "ServiceNotActiveException", "message": "Service was not ACTIVE."}
        self.now += 1
        self.services[wanted["service"]]["deployed"] = self.now
        return 200, {"service": self.described(wanted["service"])}

    def GetService(self, wanted):
        if wanted["Id"] not in self.names:
            return 400, {"__type": "ServiceNotFound", "message": "no such name"}
        return 200, {"Service": {"Id": wanted["Id"], "Name": wanted["Id"][4:], "CreateDate": self.names[wanted["Id"]]}}


class Machine(interpreter.Shipped):
    def begin(self, cluster, **shipped):
        self.ship(**shipped)
        interpreter.WORLD.cluster = cluster
        return {}

    def put(self, now, services, names):
        interpreter.WORLD.now = now
        interpreter.WORLD.services = services
        interpreter.WORLD.names = names
        return {}

    def services(self):
        return interpreter.WORLD.services


if __name__ == "__main__":
    interpreter.WORLD = World()
    interpreter.main(Machine())
