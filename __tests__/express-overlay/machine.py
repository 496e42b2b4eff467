"""Runs the workflow of the Express overlay in the registrar's interpreter, with services and task definitions for a world.

What ECS answers is made here. `UpdateService` begins a deployment, which the test ends, well or by a rollback to the task
definition before it. What Express Mode does at an update of its own is imitated by `express_revises`: another revision of its family,
made of its own settings and not of what runs.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "registrar"))
import machine as interpreter  # noqa: E402

TASK_DEFINITIONS = "arn:aws:ecs:us-east-1:123456789012:task-definition/"


class World(interpreter.World):
    ANSWERED = ("DescribeServices", "ListServiceDeployments", "DescribeTaskDefinition", "RegisterTaskDefinition", "UpdateService", "TagResource")

    def reset(self):
        super().reset()
        self.services = {}
        self.revisions = []

    def DescribeServices(self, wanted):
        found = [self.described(arn) for arn in wanted["services"] if arn in self.services]
        missing = [{"arn": arn, "reason": "MISSING"} for arn in wanted["services"] if arn not in self.services]
        return 200, {"services": found, "failures": missing}

    def described(self, arn):
        service = self.services[arn]
        return {"serviceArn": arn, "status": service["status"], "taskDefinition": service["runs"], "deployments": []}

    def ListServiceDeployments(self, wanted):
        if wanted["service"] not in self.services:
            return 400, {"__type": "ServiceNotFoundException", "message": "Service not found."}
        past = [{"serviceDeploymentArn": "d0", "status": "SUCCESSFUL"}, {"serviceDeploymentArn": "d1", "status": "ROLLBACK_SUCCESSFUL"}]
        now = self.services[wanted["service"]].get("under_way")
        all_of_them = [*past, *([{"serviceDeploymentArn": "d2", "status": now}] if now else [])]
        return 200, {"serviceDeployments": [each for each in all_of_them if each["status"] in wanted.get("status", [each["status"]])]}

    def revision(self, name):
        """By ARN, or the newest of a family."""
        found = [each for each in self.revisions if name in (each["definition"]["taskDefinitionArn"], each["definition"]["family"])]
        return found[-1] if found else None

    def DescribeTaskDefinition(self, wanted):
        found = self.revision(wanted["taskDefinition"])
        if not found:
            return 400, {"__type": "ClientException", "message": "Unable to describe task definition."}
        # ECS leaves an empty list of tags out.
        tags = found["tags"] if "TAGS" in wanted.get("include", []) else []
        return 200, {"taskDefinition": found["definition"], **({"tags": tags} if tags else {})}

    def RegisterTaskDefinition(self, wanted):
        tags = wanted.pop("tags", [])
        return 200, {"taskDefinition": self.register(wanted, tags), "tags": tags}

    def register(self, wanted, tags):
        number = 1 + sum(each["definition"]["family"] == wanted["family"] for each in self.revisions)
        added = {
            "taskDefinitionArn": f"{TASK_DEFINITIONS}{wanted['family']}:{number}",
            "revision": number,
            "status": "ACTIVE",
            "compatibilities": ["EC2", "FARGATE"],
            "requiresAttributes": [{"name": "ecs.capability.task-eni"}],
            "registeredAt": 1795258800,
            "registeredBy": "arn:aws:sts::123456789012:assumed-role/somebody",
        }
        self.revisions.append({"definition": {**wanted, **added}, "tags": tags})
        return self.revisions[-1]["definition"]

    def UpdateService(self, wanted):
        service = self.services[wanted["service"]]
        if service["status"] != "ACTIVE":
            return 400, {"__type": "ServiceNotActiveException", "message": "Service was not ACTIVE."}
        service.update(before=service["runs"], runs=wanted["taskDefinition"], under_way="IN_PROGRESS")
        return 200, {"service": self.described(wanted["service"])}

    def TagResource(self, wanted):
        found = self.revision(wanted["resourceArn"])
        found["tags"] = [*found["tags"], *wanted["tags"]]
        return 200, {}


class Machine(interpreter.Shipped):
    def begin(self, **shipped):
        self.ship(**shipped)
        return {}

    def express_revises(self, service, definition, status="ACTIVE", under_way=None):
        """A revision of Express Mode's own, made and running."""
        made = interpreter.WORLD.register(definition, [{"key": "AmazonECSManaged", "value": "true"}])
        interpreter.WORLD.services[service] = {"status": status, "runs": made["taskDefinitionArn"], "under_way": under_way}
        return {}

    def ends(self, service, rolled_back=False):
        """The service's deployment is over."""
        state = interpreter.WORLD.services[service]
        state["under_way"] = None
        if rolled_back:
            state["runs"] = state["before"]
        return {}

    def put_on(self, service, revision):
        """A revision that another version of the workflow made, running."""
        tags = [{"key": key, "value": value} for key, value in revision.pop("tags").items()]
        interpreter.WORLD.revisions.append({"definition": revision, "tags": tags})
        interpreter.WORLD.services[service]["runs"] = revision["taskDefinitionArn"]
        return {}

    def runs(self, service):
        """The running task definition, with its tags."""
        return interpreter.WORLD.revision(interpreter.WORLD.services[service]["runs"])


if __name__ == "__main__":
    interpreter.WORLD = World()
    interpreter.main(Machine())
