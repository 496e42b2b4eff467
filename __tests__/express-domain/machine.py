"""Runs the workflow that keeps names on Express Mode's listener rules, in the registrar's interpreter. The load balancer,
its listener and the rules are moto's; only faults are answered here.

Besides what the registrar's machine puts right in moto, the name that Step Functions has for Elastic Load Balancing is
known here; the service speaks the query protocol.
"""

import sys
from pathlib import Path
from urllib.parse import parse_qs

import boto3
from botocore.awsrequest import AWSResponse
from moto.core.botocore_stubber import MockRawResponse
from moto.elbv2.models import elbv2_backends
from moto.stepfunctions.parser.asl.component.state.exec.state_task.service.state_task_service import StateTaskService

sys.path.insert(0, str(Path(__file__).parent.parent / "registrar"))
import machine as interpreter  # noqa: E402

StateTaskService._SERVICE_NAME_SFN_TO_BOTO_OVERRIDES["elasticloadbalancingv2"] = "elbv2"
interpreter.sdk._SERVICE_ERROR_NAMES.update(elasticloadbalancingv2="ElasticLoadBalancingV2")


class World(interpreter.World):
    def on_the_way(self, request):
        body = request.body.decode() if isinstance(request.body, bytes) else request.body
        parameters = {key: values[0] for key, values in parse_qs(body).items()}
        action = parameters["Action"]
        with self.lock:
            self.calls.append({"action": action, "parameters": parameters})
            left = self.faults.get(action, {"times": 0})
            change = self.changes.pop(action, None)
            if left["times"] > 0:
                left["times"] -= 1
                text = f"<ErrorResponse><Error><Type>Sender</Type><Code>{left['error']}</Code><Message>injected</Message></Error><RequestId>recorded</RequestId></ErrorResponse>"
                return AWSResponse(request.url, 400, {"Content-Type": "text/xml"}, MockRawResponse(text.encode()))
        if change:
            write(change["rule"], change["host_names"])
        return None


def write(rule, host_names, more=()):
    condition = {"Field": "host-header", "HostHeaderConfig": {"Values": host_names}}
    load_balancing().modify_rule(RuleArn=rule, Conditions=[condition, *more])


def load_balancing():
    return boto3.client("elbv2", interpreter.REGION)


def ground():
    """A load balancer with an HTTPS listener, and two target groups."""
    ec2 = boto3.client("ec2", interpreter.REGION)
    subnets = ec2.describe_subnets()["Subnets"][:2]
    client = load_balancing()
    balancer = client.create_load_balancer(Name="ecs-express-gateway-alb-1", Subnets=[subnet["SubnetId"] for subnet in subnets])["LoadBalancers"][0]
    groups = [
        client.create_target_group(Name=name, Protocol="HTTP", Port=80, VpcId=balancer["VpcId"], TargetType="ip")["TargetGroups"][0]["TargetGroupArn"]
        for name in ("live", "idle")
    ]
    nobody = [{"Type": "fixed-response", "FixedResponseConfig": {"StatusCode": "404"}}]
    listener = client.create_listener(LoadBalancerArn=balancer["LoadBalancerArn"], Protocol="HTTP", Port=443, DefaultActions=nobody)["Listeners"][0]["ListenerArn"]
    return listener, groups


class Machine(interpreter.Shipped):
    def begin(self, rules, **shipped):
        """Rules under the very ARNs that the shipped workflow holds, each with the name that Express Mode generated."""
        self.ship(**shipped)
        elbv2_backends[interpreter.ACCOUNT][interpreter.REGION].reset()
        listener, (live, idle) = ground()
        forward = {"Type": "forward", "ForwardConfig": {"TargetGroups": [{"TargetGroupArn": live, "Weight": 100}, {"TargetGroupArn": idle, "Weight": 0}]}}
        for number, (arn, host) in enumerate(rules.items()):
            made = load_balancing().create_rule(
                ListenerArn=listener, Priority=number + 1, Actions=[forward], Conditions=[{"Field": "host-header", "HostHeaderConfig": {"Values": [host]}}]
            )["Rules"][0]["RuleArn"]
            rename(made, arn)
        return {}

    def put(self, rule, host_names, paths=()):
        write(rule, host_names, [{"Field": "path-pattern", "PathPatternConfig": {"Values": paths}}] if paths else [])
        return {}

    def before(self, action, rule, host_names):
        """Express Mode writes a rule right before the workflow's next call of an action."""
        interpreter.WORLD.changes[action] = {"rule": rule, "host_names": host_names}
        return {}

    def rules(self):
        """What each rule compares and forwards to."""
        listeners = load_balancing().describe_load_balancers()["LoadBalancers"]
        listener = load_balancing().describe_listeners(LoadBalancerArn=listeners[0]["LoadBalancerArn"])["Listeners"][0]["ListenerArn"]
        rules = load_balancing().describe_rules(ListenerArn=listener)["Rules"]
        return {
            rule["RuleArn"]: {
                "host_names": [value for each in rule["Conditions"] if each["Field"] == "host-header" for value in each["HostHeaderConfig"]["Values"]],
                "weights": [group["Weight"] for group in rule["Actions"][0]["ForwardConfig"]["TargetGroups"]],
            }
            for rule in rules
            if not rule["IsDefault"]
        }


def rename(made, wanted):
    for balancer in elbv2_backends[interpreter.ACCOUNT][interpreter.REGION].load_balancers.values():
        for listener in balancer.listeners.values():
            rule = listener._non_default_rules.pop(made)
            rule.arn = wanted
            listener._non_default_rules[wanted] = rule


if __name__ == "__main__":
    interpreter.WORLD = World()
    interpreter.main(Machine())
