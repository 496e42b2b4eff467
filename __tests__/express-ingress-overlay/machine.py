"""Runs the workflow that closes Express Mode's security group, in the registrar's interpreter, with moto's EC2 and ELB.

These two APIs put their calls in forms, not in JSON, so the interpreter's way of answering is not for them: faults are moto's own place.
"""

import sys
from pathlib import Path
from urllib.parse import parse_qs

import boto3

sys.path.insert(0, str(Path(__file__).parent.parent / "registrar"))
import machine as interpreter  # noqa: E402
from moto.stepfunctions.parser.asl.component.state.exec.state_task.service import state_task_service  # noqa: E402

state_task_service.StateTaskService._SERVICE_NAME_SFN_TO_BOTO_OVERRIDES["elasticloadbalancingv2"] = "elbv2"


class World(interpreter.World):
    def on_the_way(self, request):
        form = {key: value[0] for key, value in parse_qs(request.body.decode() if isinstance(request.body, bytes) else request.body).items()}
        with self.lock:
            self.calls.append({"action": form.pop("Action"), "parameters": form})
            left = self.faults.get(self.calls[-1]["action"], {"times": 0})
            if left["times"] > 0:
                left["times"] -= 1
                fault = f"<Error><Code>{left['error']}</Code><Message>injected</Message></Error>"
                ec2 = f"<Response><Errors>{fault}</Errors><RequestID>recorded</RequestID></Response>"
                elb = f"<ErrorResponse>{fault}<RequestId>recorded</RequestId></ErrorResponse>"
                error = ec2 if "ec2." in request.url else elb
                return interpreter.AWSResponse(request.url, 400, {"Content-Type": "text/xml"}, interpreter.MockRawResponse(error.encode()))
        return None


class Machine(interpreter.Shipped):
    def begin(self, managed=True, **shipped):
        """Express Mode's load balancer with two groups, of which one is somebody else's."""
        self.ship(**shipped)
        self.ec2 = boto3.client("ec2", interpreter.REGION)
        vpc = self.ec2.create_vpc(CidrBlock="10.0.0.0/16")["Vpc"]["VpcId"]
        tags = [{"ResourceType": "security-group", "Tags": [{"Key": "AmazonECSManaged", "Value": "true"}]}]
        self.groups = {
            "express": self.ec2.create_security_group(GroupName="express", Description="x", VpcId=vpc, **({"TagSpecifications": tags} if managed else {}))["GroupId"],
            "theirs": self.ec2.create_security_group(GroupName="theirs", Description="x", VpcId=vpc)["GroupId"],
        }
        for group in self.groups:
            self.admit(group, "0.0.0.0/0")
        zones = ("us-east-1a", "us-east-1b")
        subnets = [self.ec2.create_subnet(VpcId=vpc, CidrBlock=f"10.0.{i}.0/24", AvailabilityZone=zone)["Subnet"]["SubnetId"] for i, zone in enumerate(zones)]
        balancers = boto3.client("elbv2", interpreter.REGION)
        for old in balancers.describe_load_balancers()["LoadBalancers"]:
            balancers.delete_load_balancer(LoadBalancerArn=old["LoadBalancerArn"])
        made = balancers.create_load_balancer(Name="express", Subnets=subnets, SecurityGroups=list(self.groups.values()))
        placeholder, arn = "LOAD_BALANCER", made["LoadBalancers"][0]["LoadBalancerArn"]
        self.definition = self.definition.replace(placeholder, arn)
        return {}

    def admit(self, group, cidr, description=None, port=443):
        family, name = ("Ipv6Ranges", "CidrIpv6") if ":" in cidr else ("IpRanges", "CidrIp")
        block = {name: cidr, **({"Description": description} if description else {})}
        self.ec2.authorize_security_group_ingress(GroupId=self.groups[group], IpPermissions=[{"IpProtocol": "tcp", "FromPort": port, "ToPort": port, family: [block]}])
        return {}

    def rules(self, group):
        found = self.ec2.describe_security_group_rules(Filters=[{"Name": "group-id", "Values": [self.groups[group]]}])["SecurityGroupRules"]
        admitted = [f"{rule.get('CidrIpv4') or rule.get('CidrIpv6')} {rule['FromPort']}" for rule in found if not rule["IsEgress"]]
        return {"rules": sorted(admitted), "egress": len(found) - len(admitted)}


if __name__ == "__main__":
    interpreter.WORLD = World()
    interpreter.main(Machine())
