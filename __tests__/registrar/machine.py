"""Runs a shipped workflow: reads commands, one JSON object a line, and answers each with one line. This is the registrar's;
`refresh/machine.py` puts another world around the same interpreter.

The interpreter of the Amazon States Language is moto's, and so is Cloud Map. moto's ECS cannot hold a task's attachments
or say that a service does not exist, so two of its actions, ListTasks and DescribeTasks, are answered here, on the
wire, from a list of recorded tasks. Five things about moto are put right, each where it differs from AWS:

* a call's parameters and answer are in PascalCase whatever the API's own case (moto has the code and does not call it),
  and moments in time are texts;
* paths: a path that may match many places answers a list, however many it matches; moto unwraps a single match and
  raises an error for none when the path has a filter;
* the name of a service in an error is `Ecs`, `ServiceDiscovery`;
* registering an instance's id a second time replaces the instance;
* moments in time are compared with their fractions of a second.
"""

import functools
import json
import re
import sys
import threading
import time
from datetime import datetime, timezone
from types import SimpleNamespace

import boto3
from botocore.awsrequest import AWSResponse
from jsonpath_ng.ext import parse
from moto import mock_aws
from moto.core.models import botocore_stubber
from moto.core.botocore_stubber import MockRawResponse
from moto.events.models import EventPattern, EventPatternParser
from moto.servicediscovery.models import ServiceDiscoveryBackend, servicediscovery_backends
from moto.stepfunctions.parser.asl.component.common.retry import retrier_decl
from moto.stepfunctions.parser.asl.component.state.exec.state_task.service import state_task_service_aws_sdk as sdk
from moto.stepfunctions.parser.asl.component.state.choice.comparison.operator.implementations.is_operator import IsTimestamp
from moto.stepfunctions.parser.asl.parse.asl_parser import AmazonStateLanguageParser
from moto.stepfunctions.parser.asl.utils import json_path

REGION = "us-east-1"
ACCOUNT = "123456789012"
# How much faster than on AWS the waits between retries pass.
HURRY = 1000


class World:
    """The recorded tasks, the faults to come, and what was called."""

    # The calls that are answered here; the others are moto's.
    ANSWERED = ("ListTasks", "DescribeTasks")

    def __init__(self):
        self.lock = threading.Lock()
        self.reset()

    def reset(self):
        self.cluster = None
        self.services = []
        self.tasks = []
        self.faults = {}
        self.changes = {}
        self.calls = []
        self.waits = []

    def on_the_way(self, request):
        """Sees each call before it is sent; what it returns is the answer, None passes the call on to moto."""
        action = request.headers["X-Amz-Target"].decode().split(".")[-1]
        parameters = json.loads(request.body)
        with self.lock:
            self.calls.append({"action": action, "parameters": parameters})
            left = self.faults.get(action, {"times": 0})
            if left["times"] > 0:
                left["times"] -= 1
                return respond(request, 400, {"__type": left["error"], "message": "injected"})
            if action not in self.ANSWERED:
                return None
            response = respond(request, *getattr(self, action)(parameters))
            change = self.changes.pop(action, None)
        if change:
            apply_change(change)
        return response

    def ListTasks(self, wanted):
        if wanted["cluster"] != self.cluster:
            return 400, {"__type": "ClusterNotFoundException", "message": "Cluster not found."}
        if wanted["serviceName"] not in self.services:
            return 400, {"__type": "ServiceNotFoundException", "message": "Service not found."}
        group = f"service:{wanted['serviceName']}"
        found = [t["taskArn"] for t in self.tasks if t["group"] == group and t["desiredStatus"] == wanted["desiredStatus"]]
        return 200, {"taskArns": found[:100], **({"nextToken": "more"} if len(found) > 100 else {})}

    def DescribeTasks(self, wanted):
        if wanted["cluster"] != self.cluster:
            return 400, {"__type": "ClusterNotFoundException", "message": "Cluster not found."}
        found = [t for t in self.tasks if t["taskArn"] in wanted["tasks"]]
        missing = set(wanted["tasks"]) - {t["taskArn"] for t in found}
        return 200, {"tasks": found, "failures": [{"arn": arn, "reason": "MISSING"} for arn in missing]}


def respond(request, status, body):
    text = json.dumps(body).encode()
    return AWSResponse(request.url, status, {"Content-Type": "application/x-amz-json-1.1", "x-amzn-RequestId": "recorded"}, MockRawResponse(text))


WORLD = World()
client_of_moto = sdk.boto_client_for


def answer(event_name, request, **_):
    return WORLD.on_the_way(request) or botocore_stubber(event_name, request)


clients = {}


def client_for(region, service, state_credentials=None):
    """One client for all calls of a service, since making one takes longer than the call."""
    with WORLD.lock:
        if service not in clients:
            clients[service] = client_of_moto(region=region, service=service)
            # In moto's place: every handler of a call is run, so a refused call would still reach moto beside this one.
            clients[service].meta.events.unregister("before-send", botocore_stubber)
            clients[service].meta.events.register("before-send", answer)
        return clients[service]


def wait(seconds):
    WORLD.waits.append(seconds)
    time.sleep(seconds / HURRY)


MANY = re.compile(r"\*|\.\.|\?\(|\[[^\]]*[:,][^\]]*\]")
parse_path = functools.cache(parse)


def extract_json(path, data):
    """What AWS answers for a path: a list when it may match many places, else the one value."""
    found = [match.value for match in parse_path(path).find(data)]
    if MANY.search(path):
        return found
    if not found:
        raise json_path.NoSuchJsonPathError(json_path=path, data=data)
    return found[0]


def register_instance(self, service_id, instance_id, creator_request_id, attributes):
    service = self.get_service(service_id)
    service.instances[:] = [known for known in service.instances if known.instance_id != instance_id]
    return register_of_moto(self, service_id, instance_id, creator_request_id, attributes)


register_of_moto = ServiceDiscoveryBackend.register_instance


def shape_of(task, kind):
    """The shape of a task's request or answer, from the SDK's model of the service."""
    model = client_for(REGION, task._get_boto_service_name()).meta.service_model
    operation = task.resource.api_action
    return getattr(model.operation_model(operation[0].upper() + operation[1:]), kind)


def normalise_parameters(self, parameters, *_, **__):
    self._to_boto_request(parameters, shape_of(self, "input_shape"))


def moment_text(moment):
    """A moment in time as AWS writes it: 2026-11-21T10:00:00.000Z."""
    return moment.astimezone(timezone.utc).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def normalise_response(self, response, *_, **__):
    self._from_boto_response(response, shape_of(self, "output_shape"))
    texts = json.loads(json.dumps(response, default=moment_text))
    response.clear()
    response.update(texts)


def put_right():
    sdk.StateTaskServiceAwsSdk._normalise_parameters = normalise_parameters
    sdk.StateTaskServiceAwsSdk._normalise_response = normalise_response
    ServiceDiscoveryBackend.register_instance = register_instance
    IsTimestamp.string_to_timestamp = staticmethod(lambda text: datetime.fromisoformat(text.replace("Z", "+00:00")))
    sdk.boto_client_for = client_for
    AmazonStateLanguageParser.parse = staticmethod(functools.cache(AmazonStateLanguageParser.parse))
    sdk._SERVICE_ERROR_NAMES.update(ecs="Ecs", servicediscovery="ServiceDiscovery")
    retrier_decl.time = SimpleNamespace(sleep=wait)
    original = json_path.extract_json
    for module in list(sys.modules.values()):
        if getattr(module, "extract_json", None) is original:
            module.extract_json = extract_json


def cloud_map():
    return servicediscovery_backends[ACCOUNT][REGION]


def create_names(ids):
    """Services in Cloud Map under the very ids that the shipped workflow holds."""
    client = boto3.client("servicediscovery", REGION)
    client.create_private_dns_namespace(Name="shop.internal", Vpc="vpc-1")
    namespace = client.list_namespaces()["Namespaces"][0]["Id"]
    for wanted in ids:
        made = client.create_service(Name=wanted, NamespaceId=namespace, DnsConfig={"DnsRecords": [{"Type": "A", "TTL": 10}]})["Service"]["Id"]
        service = cloud_map().services.pop(made)
        service.id = wanted
        cloud_map().services[wanted] = service


def apply_change(change):
    if "tasks" in change:
        WORLD.tasks = change["tasks"]
    if "services" in change:
        WORLD.services = change["services"]
    for instance in change.get("register", []):
        cloud_map().register_instance(instance["service"], instance["id"], None, instance["attributes"])
    for instance in change.get("deregister", []):
        cloud_map().deregister_instance(instance["service"], instance["id"])


@functools.cache
def stepfunctions():
    return boto3.client("stepfunctions", REGION)


def execute(definition, given):
    """One execution. Each has a state machine of its own: moto copies the machine with its past executions, and fails."""
    client = stepfunctions()
    machine = client.create_state_machine(name="registrar", definition=definition, roleArn=f"arn:aws:iam::{ACCOUNT}:role/registrar", type="EXPRESS")["stateMachineArn"]
    WORLD.calls, WORLD.waits = [], []
    arn = client.start_execution(stateMachineArn=machine, name="one", input=given)["executionArn"]
    while (done := client.describe_execution(executionArn=arn))["status"] == "RUNNING":
        time.sleep(0.002)
    client.delete_state_machine(stateMachineArn=machine)
    return {**{key: done.get(key) for key in ("status", "output", "error", "cause")}, "calls": WORLD.calls, "waits": WORLD.waits}


def transform(target, event):
    """EventBridge's input transformer: a string outside quotes is put in with quotes of its own."""
    paths = target["input_paths"]
    return re.sub(r"<([\w-]+)>", lambda found: json.dumps(parse_path(paths[found[1]]).find(event)[0].value), target["input_template"])


class Shipped:
    """What is shipped: the workflow, the rule's pattern and target, the schedule's input."""

    def ship(self, definition, pattern, transformer, schedule):
        WORLD.reset()
        self.definition, self.transformer, self.schedule = definition, transformer, schedule
        self.pattern = EventPattern(pattern, EventPatternParser(pattern).parse())

    def fail(self, action, error, times):
        WORLD.faults[action] = {"error": error, "times": times}
        return {}

    def deliver(self, event):
        if not self.pattern.matches_event(event):
            return {"matched": False}
        return {"matched": True, **execute(self.definition, transform(self.transformer, event))}

    def reconcile(self):
        return execute(self.definition, self.schedule)


class Machine(Shipped):
    """The registrar's."""

    def begin(self, cluster, names, **shipped):
        self.ship(**shipped)
        cloud_map().services.clear()
        cloud_map().namespaces.clear()
        WORLD.cluster = cluster
        create_names(names)
        return {}

    def change(self, **change):
        apply_change(change)
        return {}

    def meanwhile(self, after, change):
        """A change of the world right after the next call of an action, while the workflow runs."""
        WORLD.changes[after] = change
        return {}

    def names(self):
        return {key: [{"id": i.instance_id, "attributes": i.attributes} for i in service.instances] for key, service in cloud_map().services.items()}


def main(machine):
    put_right()
    with mock_aws(config={"stepfunctions": {"execute_state_machine": True}}):
        for line in sys.stdin:
            command = json.loads(line)
            try:
                answer = getattr(machine, command.pop("do"))(**command)
            except Exception as error:  # the test shows it
                answer = {"broken": repr(error)}
            print(json.dumps(answer, default=str), flush=True)


if __name__ == "__main__":
    main(Machine())
