"""Moto as the endpoint of every AWS service, mended where the AWS provider needs more than moto has.

    python3 moto_server.py serve <seconds>                                  prints the port; ends after `seconds`, or when its input is closed
    python3 moto_server.py ask <endpoint> <service> <operation> <input>     prints an answer, in boto3's words
    python3 moto_server.py left <endpoint>                                  prints what exists besides what every account has

What is mended:

- Managed policies of IAM are loaded, which moto leaves out unless it is told to. Without them an attachment is refused.
- A new service has a running task at once. Moto starts none, so waiting for a steady state would never end.
- A certificate is issued at once, not after a minute.
- Tags of Application Auto Scaling can be read and written. Moto keeps none, and the provider goes on asking for them for
  many minutes.
- Every definition of a state machine is found valid, and none has versions; Moto has neither call, and the provider makes
  both. A state machine keeps its type, which moto takes for STANDARD.
- A subnet's IPv6 range can be looked up by its association, and its state is a word. The provider waits for that word.
- A service keeps its capacity providers and the fields in `KEPT`, and a security group's rule for another group keeps
  its description. Moto forgets them, which a second plan would report as changes made outside of Terraform.

What is added: the operations of ECS Express Mode, which are in express_on_moto.py.
"""

import io
import json
import os
import sys
import threading

from express_on_moto import OPERATIONS as EXPRESS
from express_on_moto import Express

SETTINGS = {
    "MOTO_IAM_LOAD_MANAGED_POLICIES": "true",
    "MOTO_ECS_SERVICE_RUNNING": "1",
    "MOTO_ACM_VALIDATION_WAIT": "0",
}
KEPT = {
    "availabilityZoneRebalancing": "DISABLED",
    "capacityProviderStrategy": [],
    "enableECSManagedTags": False,
    "enableExecuteCommand": False,
    "healthCheckGracePeriodSeconds": 0,
}
STATE_MACHINES = {
    "ValidateStateMachineDefinition": {"result": "OK", "diagnostics": []},
    "ListStateMachineVersions": {"stateMachineVersions": []},
}


class Mended:
    """Moto's own application, with requests looked at on their way in and answers on their way out."""

    def __init__(self, moto, express):
        self.moto = moto
        self.express = express
        self.scaling_tags = {}
        self.services = {}
        self.types = {}

    def __call__(self, environ, start_response):
        api, _, operation = environ.get("HTTP_X_AMZ_TARGET", "").partition(".")
        if api == "ExpressTest":
            return answer(start_response, *self.express.control(operation, read(environ)))
        if api == "AnyScaleFrontendService":
            return self.scaling(operation, environ, start_response)
        if api.startswith("AmazonEC2ContainerService"):
            return self.containers(operation, environ, start_response)
        if api == "AWSStepFunctions":
            return self.state_machines(operation, environ, start_response)
        return self.moto(environ, start_response)

    def scaling(self, operation, environ, start_response):
        request = read(environ)
        tags = self.scaling_tags.setdefault(request.get("ResourceARN"), {})
        if operation == "ListTagsForResource":
            return answer(start_response, "200 OK", {"Tags": tags})
        if operation == "TagResource":
            tags.update(request["Tags"])
            return answer(start_response, "200 OK", {})
        if operation == "UntagResource":
            self.scaling_tags[request["ResourceARN"]] = {key: value for key, value in tags.items() if key not in request["TagKeys"]}
            return answer(start_response, "200 OK", {})
        if operation == "RegisterScalableTarget":
            status, response = self.ask(environ)
            if "ScalableTargetARN" in response and "Tags" in request:
                self.scaling_tags[response["ScalableTargetARN"]] = request["Tags"]
            return answer(start_response, status, response)
        return self.moto(environ, start_response)

    def containers(self, operation, environ, start_response):
        if operation in EXPRESS:
            return answer(start_response, *self.express.answer(operation, read(environ)))
        if operation not in ("CreateService", "UpdateService", "DescribeServices"):
            return self.moto(environ, start_response)
        request = read(environ)
        status, response = self.ask(environ)
        if operation != "DescribeServices" and "service" in response:
            arn = response["service"]["serviceArn"]
            before = KEPT if operation == "CreateService" else self.services[arn]
            self.services[arn] = {name: value if request.get(name) is None else request[name] for name, value in before.items()}
        for service in [response["service"]] if "service" in response else response.get("services", []):
            service.update(self.services[service["serviceArn"]])
            if service["capacityProviderStrategy"]:
                service.pop("launchType", None)
        return answer(start_response, status, response)

    def state_machines(self, operation, environ, start_response):
        if operation in STATE_MACHINES:
            return answer(start_response, "200 OK", STATE_MACHINES[operation])
        request = read(environ)
        status, response = self.ask(environ)
        if operation == "CreateStateMachine":
            self.types[response["stateMachineArn"]] = request["type"]
        if operation == "DescribeStateMachine" and "stateMachineArn" in response:
            response["type"] = self.types[response["stateMachineArn"]]
        return answer(start_response, status, response)

    def ask(self, environ):
        """Moto's answer."""
        caught = []
        body = b"".join(self.moto(environ, lambda status, headers, *_: caught.append(status)))
        return caught[-1], json.loads(body or b"{}")


def read(environ):
    """The request, which is left readable for moto."""
    body = environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0))
    environ["wsgi.input"] = io.BytesIO(body)
    return json.loads(body or b"{}")


def answer(start_response, status, response):
    body = json.dumps(response).encode()
    start_response(status, [("Content-Type", "application/x-amz-json-1.1"), ("Content-Length", str(len(body)))])
    return [body]


def mend_subnets():
    from moto.ec2.models.subnets import Subnet

    value_without, set_without = Subnet.get_filter_value, Subnet.ipv6_cidr_block_association_set.fget

    def get_filter_value(self, filter_name, method_name=None):
        if filter_name == "ipv6-cidr-block-association.association-id":
            return list(self.ipv6_cidr_block_associations)
        return value_without(self, filter_name, method_name)

    def association_set(self):
        return [{**each, "ipv6CidrBlockState": each["ipv6CidrBlockState"]["state"]} for each in set_without(self)]

    Subnet.get_filter_value = get_filter_value
    Subnet.ipv6_cidr_block_association_set = property(association_set)


def mend_security_groups():
    from moto.ec2.models.security_groups import SecurityGroupRule

    SecurityGroupRule.description = property(lambda self: self.ip_range.get("Description") or self.source_group.get("Description"))


def serve(seconds):
    os.environ.update(SETTINGS)
    import logging

    from moto.moto_server.werkzeug_app import DomainDispatcherApplication, create_backend_app
    from werkzeug.serving import make_server

    mend_subnets()
    mend_security_groups()
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    express = Express()
    server = make_server("127.0.0.1", 0, Mended(DomainDispatcherApplication(create_backend_app), express), threaded=True)
    express.endpoint = f"http://127.0.0.1:{server.server_port}"
    threading.Timer(seconds, os._exit, [1]).start()
    threading.Thread(target=lambda: (sys.stdin.read(), os._exit(0)), daemon=True).start()
    print(server.server_port, flush=True)
    server.serve_forever()


def ask(endpoint, service, operation, arguments):
    import boto3

    client = boto3.client(service, endpoint_url=endpoint, region_name="us-east-1", aws_access_key_id="test", aws_secret_access_key="test")
    return getattr(client, operation)(**arguments)


def left(endpoint):
    """What Terraform could have left behind, by kind. What is only remembered as deleted is nothing left."""

    def every(service, operation, key, field=None, unless=lambda each: False, **arguments):
        listed = ask(endpoint, service, operation, arguments).get(key, [])
        return [each[field] if field else each for each in listed if not unless(each)]

    listed = every("ecs", "list_clusters", "clusterArns")
    clusters = every("ecs", "describe_clusters", "clusters", "clusterArn", lambda cluster: cluster["status"] == "INACTIVE", clusters=listed)
    found = {
        "VPCs": every("ec2", "describe_vpcs", "Vpcs", "VpcId", lambda vpc: vpc["IsDefault"]),
        "subnets": every("ec2", "describe_subnets", "Subnets", "SubnetId", lambda subnet: subnet["DefaultForAz"]),
        "security groups": every("ec2", "describe_security_groups", "SecurityGroups", "GroupId", lambda group: group["GroupName"] == "default"),
        "network ACLs": every("ec2", "describe_network_acls", "NetworkAcls", "NetworkAclId", lambda acl: acl["IsDefault"]),
        "NAT gateways": every("ec2", "describe_nat_gateways", "NatGateways", "NatGatewayId", lambda gateway: gateway["State"] == "deleted"),
        "VPC endpoints": every("ec2", "describe_vpc_endpoints", "VpcEndpoints", "VpcEndpointId", lambda each: each["State"] == "deleted"),
        "internet gateways": every("ec2", "describe_internet_gateways", "InternetGateways", "InternetGatewayId"),
        "addresses": every("ec2", "describe_addresses", "Addresses", "AllocationId"),
        "load balancers": every("elbv2", "describe_load_balancers", "LoadBalancers", "LoadBalancerArn"),
        "target groups": every("elbv2", "describe_target_groups", "TargetGroups", "TargetGroupArn"),
        "web ACLs": every("wafv2", "list_web_acls", "WebACLs", "Name", Scope="REGIONAL"),
        "IP sets": every("wafv2", "list_ip_sets", "IPSets", "Name", Scope="REGIONAL"),
        "clusters": clusters,
        "services": [arn for cluster in clusters for arn in every("ecs", "list_services", "serviceArns", cluster=cluster)],
        "task definitions": every("ecs", "list_task_definitions", "taskDefinitionArns", status="ACTIVE"),
        "scaling targets": every("application-autoscaling", "describe_scalable_targets", "ScalableTargets", "ResourceId", ServiceNamespace="ecs"),
        "scaling policies": every("application-autoscaling", "describe_scaling_policies", "ScalingPolicies", "PolicyName", ServiceNamespace="ecs"),
        "namespaces": every("servicediscovery", "list_namespaces", "Namespaces", "Name"),
        "roles": every("iam", "list_roles", "Roles", "RoleName"),
        "log groups": every("logs", "describe_log_groups", "logGroups", "logGroupName"),
        # Moto keeps the alarms that it made for a target tracking policy; AWS deletes them with the policy.
        "alarms": every("cloudwatch", "describe_alarms", "MetricAlarms", "AlarmName", lambda alarm: alarm["AlarmName"].startswith("TargetTracking-")),
        "dashboards": every("cloudwatch", "list_dashboards", "DashboardEntries", "DashboardName"),
        "hosted zones": every("route53", "list_hosted_zones", "HostedZones", "Name"),
        "buckets": every("s3", "list_buckets", "Buckets", "Name"),
        "certificates": every("acm", "list_certificates", "CertificateSummaryList", "DomainName"),
    }
    return {kind: names for kind, names in found.items() if names}


if __name__ == "__main__":
    command, *words = sys.argv[1:]
    if command == "serve":
        serve(float(words[0]))
    else:
        answered = left(*words) if command == "left" else ask(*words[:3], json.loads(words[3]))
        print(json.dumps(answered, default=str))
