"""ECS Express Mode in front of moto, which has none of it.

Answered here: Create-, Describe-, Update- and DeleteExpressGatewayService, and List- and DescribeServiceDeployments of
Express services. Everything that a service is made of is really made in moto and can be asked for there: the shared
load balancer, its listener, the host's rule and certificate, two target groups, security groups, scaling target and
policy, rollback alarm, task definition, log group, and the ECS service itself.

Imitated from the ECS Developer Guide and API reference:
- a service is ACTIVE at once, while its ingress path appears and its deployment ends later: after so many questions here,
  so that a test does not depend on time;
- defaults; up to 25 services on a load balancer, for each VPC and scheme; the scheme follows the subnets' routes;
- environment and secrets are returned sorted, a security group of its own is added to those that are given;
- an update is a new revision whose traffic moves to the other target group;
- a deletion goes over DRAINING to INACTIVE, and stays in DRAINING while the infrastructure role or its policy is missing.
The load balancer goes with its last service.

Assumed, because nothing public tells: that DescribeServices names the production listener rule, that task definitions stay,
the names of alarm and security groups. Not imitated: tasks, health checks, the steps of a canary, rollback, permissions.

Tests steer it by calls to the target `ExpressTest`: see `CONTROLS`.
"""

import secrets
import threading
import time

import express_parts as parts_of
from express_parts import Refused

OPERATIONS = (
    "CreateExpressGatewayService",
    "DescribeExpressGatewayService",
    "UpdateExpressGatewayService",
    "DeleteExpressGatewayService",
    "ListServiceDeployments",
    "DescribeServiceDeployments",
)
SERVICES_PER_LOAD_BALANCER = 25
QUESTIONS_UNTIL_DEPLOYED = 2
DEFAULTS = {"cpu": "1024", "memory": "2048", "healthCheckPath": "/"}
SCALING = {"minTaskCount": 1, "maxTaskCount": 20, "autoScalingMetric": "AVERAGE_CPU", "autoScalingTargetValue": 60}
REVISED = ("executionRoleArn", "taskRoleArn", "cpu", "memory", "healthCheckPath", "primaryContainer", "networkConfiguration")


class Express:
    """The Express services of one account and region."""

    def __init__(self):
        self.lock = threading.RLock()
        self.clients = {}
        self.endpoint = None
        self.services = {}
        self.balancers = []
        self.failures = []
        self.stuck = False

    def aws(self, service):
        """A client of moto."""
        import boto3

        if service not in self.clients:
            secret = {"aws_access_key_id": "test", "aws_secret_access_key": "test"}
            self.clients[service] = boto3.client(service, endpoint_url=self.endpoint, region_name="us-east-1", **secret)
        return self.clients[service]

    def answer(self, operation, request):
        """Status and answer of one call."""
        with self.lock:
            try:
                self.fail_on_demand(operation)
                return "200 OK", getattr(self, operation)(request)
            except Refused as refused:
                return "400 Bad Request", {"__type": refused.code, "message": str(refused)}

    # What ECS has.

    def CreateExpressGatewayService(self, request):
        cluster = self.cluster(request.get("cluster", "default"))
        name = request.get("serviceName") or f"express-{secrets.token_hex(4)}"
        arn = cluster.replace(":cluster/", ":service/") + f"/{name}"
        before = self.services.get(arn)
        if before and before["status"] == "DRAINING":
            raise Refused("InvalidParameterException", "Unable to Start a service that is still Draining.")
        if before and before["status"] == "ACTIVE":
            raise Refused("InvalidParameterException", "Creation of service was not idempotent.")
        service = {
            "arn": arn,
            "name": name,
            "cluster": cluster,
            "role": request["infrastructureRoleArn"],
            "tags": request.get("tags", []),
            "status": "ACTIVE",
            "revision": 0,
            "deployments": [],
            "host": f"{name[:2]}-{secrets.token_hex(16)}.ecs.us-east-1.on.aws",
        }
        service["wanted"] = with_defaults(request, name, cluster)
        self.make(service)
        self.services[arn] = service
        answer = describe(service)
        answer["activeConfigurations"][0]["ingressPaths"] = []
        return {"service": answer}

    def DescribeExpressGatewayService(self, request):
        service = self.find(request["serviceArn"])
        if service["status"] == "DRAINING":
            self.clean_up(service)
        return {"service": describe(service, request.get("include", []))}

    def UpdateExpressGatewayService(self, request):
        service = self.active(request["serviceArn"])
        wanted = {**service["wanted"], **{name: value for name, value in request.items() if name != "serviceArn"}}
        wanted = with_defaults(wanted, service["name"], service["cluster"])
        before, service["wanted"] = service["wanted"], wanted
        if any(before.get(name) != wanted.get(name) for name in REVISED):
            self.deploy(service, before)
        if before["scalingTarget"] != wanted["scalingTarget"]:
            parts_of.unscale(self.aws, self.scaled(service), service["name"])
            parts_of.scale(self.aws, self.scaled(service), service["name"], wanted["scalingTarget"])
        configuration = {"targetConfiguration": describe(service)["activeConfigurations"][0]}
        return {"service": {**describe(service), **configuration}}

    def DeleteExpressGatewayService(self, request):
        service = self.active(request["serviceArn"])
        service["status"] = "DRAINING"
        return {"service": describe(service)}

    def ListServiceDeployments(self, request):
        arn = self.cluster(request["cluster"]).replace(":cluster/", ":service/") + "/" + request["service"].split("/")[-1]
        return {"serviceDeployments": [dict(each) for each in reversed(self.find(arn)["deployments"])]}

    def DescribeServiceDeployments(self, request):
        found = [each for service in self.services.values() for each in service["deployments"] if each["serviceDeploymentArn"] in request["serviceDeploymentArns"]]
        for deployment in found:
            deployment["questions"] += 1
            if deployment["questions"] >= QUESTIONS_UNTIL_DEPLOYED and not self.stuck:
                deployment["status"] = "SUCCESSFUL"
        return {"serviceDeployments": [dict(each) for each in found]}

    # Making, changing and removing.

    def make(self, service):
        wanted, aws = service["wanted"], self.aws
        where = parts_of.place(aws, wanted["networkConfiguration"]["subnets"])
        port, path = wanted["primaryContainer"]["containerPort"], wanted["healthCheckPath"]
        parts_of.ensure_log_group(aws, wanted["primaryContainer"]["awsLogsConfiguration"]["logGroup"])
        service["parts"] = parts_of.make_parts(aws, service["name"], service["host"], port, path, where["vpc"])
        self.join(service, self.balancer_for(where))
        aws("ecs").create_service(
            cluster=service["cluster"],
            serviceName=service["name"],
            taskDefinition=self.task_definition(service),
            desiredCount=wanted["scalingTarget"]["minTaskCount"],
            loadBalancers=self.served(service),
            networkConfiguration=self.network(service),
            capacityProviderStrategy=[{"capacityProvider": "FARGATE", "base": 1, "weight": 1}],
            availabilityZoneRebalancing="ENABLED",
            healthCheckGracePeriodSeconds=300,
            enableECSManagedTags=True,
            propagateTags="SERVICE",
            tags=service["tags"],
        )
        parts_of.scale(aws, self.scaled(service), service["name"], wanted["scalingTarget"])
        self.begin_deployment(service)

    def balancer_for(self, where):
        """One of the VPC and scheme with room, or a new one."""
        for balancer in self.balancers:
            same = all(balancer["where"][key] == where[key] for key in ("vpc", "internal"))
            if same and len(self.behind(balancer)) < SERVICES_PER_LOAD_BALANCER:
                return balancer
        self.balancers.append(parts_of.make_load_balancer(self.aws, where))
        return self.balancers[-1]

    def behind(self, balancer):
        return [each for each in self.services.values() if each["status"] != "INACTIVE" and each["balancer"] is balancer]

    def join(self, service, balancer):
        service["balancer"] = balancer
        port = service["wanted"]["primaryContainer"]["containerPort"]
        parts_of.put_behind(self.aws, service["parts"], balancer, service["host"], port)
        parts_of.watch(self.aws, service["name"], balancer)

    def leave(self, service):
        balancer = service["balancer"]
        others = [each["parts"] for each in self.behind(balancer) if each is not service]
        port = service["wanted"]["primaryContainer"]["containerPort"]
        parts_of.take_from_behind(self.aws, service["parts"], balancer, port, others)
        if not others:
            parts_of.remove_load_balancer(self.aws, balancer)
            self.balancers.remove(balancer)

    def deploy(self, service, before):
        """A new revision: other tasks behind the other target group."""
        parts, wanted, balancer = service["parts"], service["wanted"], service["balancer"]
        parts["live"], parts["idle"] = parts["idle"], parts["live"]
        self.aws("elbv2").modify_rule(RuleArn=parts["rule"], Actions=parts_of.forward(parts))
        for group in (parts["live"], parts["idle"]):
            self.aws("elbv2").modify_target_group(TargetGroupArn=group, HealthCheckPath=wanted["healthCheckPath"])
        old, new = (each["primaryContainer"]["containerPort"] for each in (before, wanted))
        if old != new:
            parts_of.disconnect(self.aws, parts, balancer, old)
            parts_of.connect(self.aws, parts, balancer, new)
        self.change_service(service, taskDefinition=self.task_definition(service), networkConfiguration=self.network(service))
        self.begin_deployment(service)

    def clean_up(self, service):
        """The end of a deletion, which ECS makes in the infrastructure role."""
        if not parts_of.may_clean_up(self.aws, service["role"]):
            return
        parts_of.unscale(self.aws, self.scaled(service), service["name"])
        self.aws("ecs").delete_service(cluster=service["cluster"], service=service["name"], force=True)
        self.leave(service)
        parts_of.remove_parts(self.aws, service["parts"])
        self.aws("cloudwatch").delete_alarms(AlarmNames=[parts_of.alarm(service["name"])])
        service["status"] = "INACTIVE"

    def task_definition(self, service):
        wanted, container = service["wanted"], service["wanted"]["primaryContainer"]
        logs = container["awsLogsConfiguration"]
        main = {
            "name": "Main",
            "image": container["image"],
            "essential": True,
            "portMappings": [{"containerPort": container["containerPort"], "protocol": "tcp", "name": "main"}],
            "logConfiguration": {
                "logDriver": "awslogs",
                "options": {"awslogs-group": logs["logGroup"], "awslogs-stream-prefix": logs["logStreamPrefix"], "awslogs-region": "us-east-1"},
            },
            **{name: container[name] for name in ("command", "environment", "secrets") if name in container},
        }
        roles = {name: wanted[name] for name in ("executionRoleArn", "taskRoleArn") if name in wanted}
        made = self.aws("ecs").register_task_definition(
            family=f"{service['cluster'].split('/')[-1]}-{service['name']}",
            networkMode="awsvpc",
            requiresCompatibilities=["FARGATE"],
            cpu=wanted["cpu"],
            memory=wanted["memory"],
            containerDefinitions=[main],
            **roles,
        )
        return made["taskDefinition"]["taskDefinitionArn"]

    def begin_deployment(self, service):
        service["revision"] += 1
        of = service["arn"].replace(":service/", ":service-deployment/")
        service["deployments"].append(
            {"serviceDeploymentArn": f"{of}/{secrets.token_hex(8)}", "status": "IN_PROGRESS", "questions": 0, "createdAt": time.time()}
        )
        self.count_tasks(service)

    def change_service(self, service, **changes):
        self.aws("ecs").update_service(cluster=service["cluster"], service=service["name"], loadBalancers=self.served(service), **changes)

    def served(self, service):
        parts = service["parts"]
        advanced = {"alternateTargetGroupArn": parts["idle"], "productionListenerRule": parts["rule"], "roleArn": service["role"]}
        port = service["wanted"]["primaryContainer"]["containerPort"]
        return [{"targetGroupArn": parts["live"], "containerName": "Main", "containerPort": port, "advancedConfiguration": advanced}]

    def network(self, service):
        given = service["wanted"]["networkConfiguration"]
        return {
            "awsvpcConfiguration": {
                "subnets": given["subnets"],
                "securityGroups": [*given.get("securityGroups", []), service["parts"]["group"]],
                "assignPublicIp": "DISABLED" if service["balancer"]["where"]["internal"] else "ENABLED",
            }
        }

    def scaled(self, service):
        return f"service/{service['cluster'].split('/')[-1]}/{service['name']}"

    def cluster(self, name):
        found = self.aws("ecs").describe_clusters(clusters=[name])["clusters"]
        if not any(cluster["status"] == "ACTIVE" for cluster in found):
            if name != "default":
                raise Refused("ClusterNotFoundException", "Cluster not found.")
            found = [self.aws("ecs").create_cluster(clusterName="default")["cluster"]]
        return found[0]["clusterArn"]

    def find(self, arn):
        if arn not in self.services:
            raise Refused("ResourceNotFoundException", "Resource not found")
        return self.services[arn]

    def active(self, arn):
        service = self.find(arn)
        if service["status"] == "INACTIVE":
            raise Refused("ServiceNotActiveException", "Cannot perform this operation on a service in INACTIVE status")
        if service["status"] == "DRAINING":
            raise Refused("ServiceNotActiveException", "Service is in DRAINING status")
        return service

    # What only tests have.

    def control(self, operation, request):
        with self.lock:
            return "200 OK", CONTROLS[operation](self, **request) or {}

    def fail(self, operation, code, message, times):
        """The next calls of an operation are refused."""
        self.failures = [each for each in self.failures if each["operation"] != operation]
        self.failures.append({"operation": operation, "code": code, "message": message, "times": times})

    def fail_on_demand(self, operation):
        for failure in self.failures:
            if failure["operation"] == operation and failure["times"] > 0:
                failure["times"] -= 1
                raise Refused(failure["code"], failure["message"])

    def stick(self, stuck):
        """No task starts any more, so that no deployment ends; or all of them do."""
        self.stuck = stuck
        for service in self.services.values():
            self.count_tasks(service)

    def count_tasks(self, service):
        """Moto starts a task with the service; it has no operation that stops one."""
        from moto.core import DEFAULT_ACCOUNT_ID
        from moto.ecs.models import ecs_backends

        known = ecs_backends[DEFAULT_ACCOUNT_ID]["us-east-1"].services.get(":".join(service["arn"].split("/")[-2:]))
        if known and service["status"] == "ACTIVE":
            known.running_count = 0 if self.stuck else service["wanted"]["scalingTarget"]["minTaskCount"]

    def move(self, services=None):
        """AWS moves services, or all of them, to a new load balancer. An old one without a service goes."""
        moved = [each for each in self.services.values() if each["status"] == "ACTIVE" and (services is None or each["name"] in services)]
        self.balancers.append(parts_of.make_load_balancer(self.aws, moved[0]["balancer"]["where"]))
        for service in moved:
            self.leave(service)
            self.join(service, self.balancers[-1])
            self.change_service(service)
        return {"loadBalancerArn": self.balancers[-1]["arn"]}


CONTROLS = {"Fail": Express.fail, "Stick": Express.stick, "Move": Express.move}


def with_defaults(request, name, cluster):
    """What the service is to be, with what was not written filled in."""
    container = {"containerPort": 80, **request["primaryContainer"]}
    prefix = {"logGroup": f"/aws/ecs/{cluster.split('/')[-1]}/{name}-{secrets.token_hex(2)}", "logStreamPrefix": "ecs"}
    container["awsLogsConfiguration"] = {**prefix, **container.get("awsLogsConfiguration", {})}
    for sorted_by_name in ("environment", "secrets"):
        if sorted_by_name in container:
            container[sorted_by_name] = sorted(container[sorted_by_name], key=lambda each: each["name"])
    given = {name: request[name] for name in REVISED if name in request}
    scaling = {**SCALING, **request.get("scalingTarget", {})}
    return {**DEFAULTS, **given, "primaryContainer": container, "scalingTarget": scaling}


def describe(service, include=()):
    """The service as the API tells it."""
    wanted = service["wanted"]
    network = wanted["networkConfiguration"]
    configuration = {
        **wanted,
        "serviceRevisionArn": service["arn"].replace(":service/", ":service-revision/") + f"/{10**18 + service['revision']}",
        "networkConfiguration": {**network, "securityGroups": [*network.get("securityGroups", []), service["parts"]["group"]]},
        "ingressPaths": [{"accessType": "PRIVATE" if service["balancer"]["where"]["internal"] else "PUBLIC", "endpoint": f"https://{service['host']}"}],
    }
    told = {
        "cluster": service["cluster"],
        "serviceName": service["name"],
        "serviceArn": service["arn"],
        "infrastructureRoleArn": service["role"],
        "status": {"statusCode": service["status"]},
        "activeConfigurations": [configuration],
    }
    running = [each["serviceDeploymentArn"] for each in service["deployments"] if each["status"] == "IN_PROGRESS"]
    return {**told, **({"currentDeployment": running[-1]} if running else {}), **({"tags": service["tags"]} if "TAGS" in include else {})}
