"""What ECS Express Mode makes around a service, made in moto: names, defaults and tags as the ECS guide or public
configurations show them. See express_on_moto.py for what is known of them and what is not."""

import secrets

MANAGED = {"AmazonECSManaged": "true"}
POLICY = "arn:aws:iam::aws:policy/service-role/AmazonECSInfrastructureRoleforExpressGatewayServices"
SCALING = {
    "AVERAGE_CPU": "ECSServiceAverageCPUUtilization",
    "AVERAGE_MEMORY": "ECSServiceAverageMemoryUtilization",
    "REQUEST_COUNT_PER_TARGET": "ALBRequestCountPerTarget",
}


class Refused(Exception):
    """An error as AWS answers it."""

    def __init__(self, code, message):
        super().__init__(message)
        self.code = code


def keys(tags=MANAGED):
    return [{"Key": key, "Value": value} for key, value in tags.items()]


def tagged(kind):
    return [{"ResourceType": kind, "Tags": keys()}]


def place(aws, subnet_ids):
    """VPC, scheme and IP family, which follow from the subnets and their routes."""
    subnets = aws("ec2").describe_subnets(SubnetIds=subnet_ids)["Subnets"]
    if len({subnet["AvailabilityZone"] for subnet in subnets}) < 2:
        raise Refused("InvalidParameterException", "At least two subnets in two different Availability Zones must be specified")
    public = {is_public(aws, subnet) for subnet in subnets}
    if len(public) > 1:
        raise Refused("InvalidParameterException", "mixed subnet type: all subnets must be public or all must be private")
    return {
        "vpc": subnets[0]["VpcId"],
        "subnets": subnet_ids,
        "internal": not public.pop(),
        "family": "dualstack" if all(subnet["Ipv6CidrBlockAssociationSet"] for subnet in subnets) else "ipv4",
    }


def is_public(aws, subnet):
    def tables(name, value):
        return aws("ec2").describe_route_tables(Filters=[{"Name": name, "Values": [value]}])["RouteTables"]

    own = tables("association.subnet-id", subnet["SubnetId"])
    mains = [table for table in tables("vpc-id", subnet["VpcId"]) if any(each.get("Main") for each in table["Associations"])]
    return any(route.get("GatewayId", "").startswith("igw-") for table in own or mains for route in table["Routes"])


def make_load_balancer(aws, where):
    """A load balancer that several services share. Its group admits HTTPS from everywhere, whatever the subnets' ACL says."""
    name = f"ecs-express-gateway-alb-{secrets.token_hex(4)}"
    group = make_group(aws, name, "ECS Express Gateway load balancer", where["vpc"])
    aws("ec2").revoke_security_group_egress(GroupId=group, IpPermissions=[{"IpProtocol": "-1", "IpRanges": [{"CidrIp": "0.0.0.0/0"}]}])
    world = {"IpRanges": [{"CidrIp": "0.0.0.0/0"}], "Ipv6Ranges": [{"CidrIpv6": "::/0"}]}
    aws("ec2").authorize_security_group_ingress(GroupId=group, IpPermissions=[{"IpProtocol": "tcp", "FromPort": 443, "ToPort": 443, **world}])
    made = aws("elbv2").create_load_balancer(
        Name=name,
        Type="application",
        Scheme="internal" if where["internal"] else "internet-facing",
        Subnets=where["subnets"],
        SecurityGroups=[group],
        IpAddressType=where["family"],
        Tags=keys(),
    )
    return {"arn": made["LoadBalancers"][0]["LoadBalancerArn"], "group": group, "listener": None, "where": where}


def make_group(aws, name, description, vpc):
    return aws("ec2").create_security_group(GroupName=name, Description=description, VpcId=vpc, TagSpecifications=tagged("security-group"))["GroupId"]


def remove_load_balancer(aws, balancer):
    """AWS takes a web ACL off a load balancer that goes; moto would remember it."""
    aws("wafv2").disassociate_web_acl(ResourceArn=balancer["arn"])
    if balancer["listener"]:
        aws("elbv2").delete_listener(ListenerArn=balancer["listener"])
    aws("elbv2").delete_load_balancer(LoadBalancerArn=balancer["arn"])
    aws("ec2").delete_security_group(GroupId=balancer["group"])


def make_parts(aws, name, host, port, path, vpc):
    """What a service has of its own, before it is put behind a load balancer."""
    check = {"HealthCheckPath": path, "HealthCheckIntervalSeconds": 30, "HealthCheckTimeoutSeconds": 5, "HealthyThresholdCount": 5}

    def target_group():
        made = aws("elbv2").create_target_group(
            Name=f"ecs-gateway-tg-{secrets.token_hex(9)[:17]}", Protocol="HTTP", Port=port, VpcId=vpc, TargetType="ip", Tags=keys(), **check
        )
        return made["TargetGroups"][0]["TargetGroupArn"]

    return {
        "live": target_group(),
        "idle": target_group(),
        "group": make_group(aws, f"ecs-express-gateway-{secrets.token_hex(4)}", f"ECS Express Gateway service {name}", vpc),
        "certificate": aws("acm").request_certificate(DomainName=host, ValidationMethod="DNS", Tags=keys())["CertificateArn"],
    }


def put_behind(aws, parts, balancer, host, port):
    """The host's certificate and rule, and the way from the load balancer's security group to the service's."""
    certificate = [{"CertificateArn": parts["certificate"]}]
    if balancer["listener"] is None:
        nobody = [{"Type": "fixed-response", "FixedResponseConfig": {"StatusCode": "404", "ContentType": "text/plain"}}]
        made = aws("elbv2").create_listener(
            LoadBalancerArn=balancer["arn"], Protocol="HTTPS", Port=443, Certificates=certificate, DefaultActions=nobody, Tags=keys()
        )
        balancer["listener"] = made["Listeners"][0]["ListenerArn"]
    else:
        aws("elbv2").add_listener_certificates(ListenerArn=balancer["listener"], Certificates=certificate)
    rules = aws("elbv2").describe_rules(ListenerArn=balancer["listener"])["Rules"]
    made = aws("elbv2").create_rule(
        ListenerArn=balancer["listener"],
        Conditions=[{"Field": "host-header", "HostHeaderConfig": {"Values": [host]}}],
        Priority=max([int(rule["Priority"]) for rule in rules if not rule["IsDefault"]], default=0) + 1,
        Actions=forward(parts),
        Tags=keys(),
    )
    parts["rule"] = made["Rules"][0]["RuleArn"]
    connect(aws, parts, balancer, port)


def forward(parts):
    """All traffic to the live target group; the idle one stays in the rule."""
    groups = [{"TargetGroupArn": parts["live"], "Weight": 100}, {"TargetGroupArn": parts["idle"], "Weight": 0}]
    return [{"Type": "forward", "ForwardConfig": {"TargetGroups": groups}}]


def way(group, port):
    return [{"IpProtocol": "tcp", "FromPort": port, "ToPort": port, "UserIdGroupPairs": [{"GroupId": group}]}]


def connect(aws, parts, balancer, port):
    aws("ec2").authorize_security_group_egress(GroupId=balancer["group"], IpPermissions=way(parts["group"], port))
    aws("ec2").authorize_security_group_ingress(GroupId=parts["group"], IpPermissions=way(balancer["group"], port))


def disconnect(aws, parts, balancer, port):
    aws("ec2").revoke_security_group_egress(GroupId=balancer["group"], IpPermissions=way(parts["group"], port))
    aws("ec2").revoke_security_group_ingress(GroupId=parts["group"], IpPermissions=way(balancer["group"], port))


def take_from_behind(aws, parts, balancer, port, others):
    """Takes a service off a load balancer; the listener's own certificate is another service's from then on."""
    aws("elbv2").delete_rule(RuleArn=parts["rule"])
    if others:
        aws("elbv2").modify_listener(ListenerArn=balancer["listener"], Certificates=[{"CertificateArn": others[0]["certificate"]}])
        aws("elbv2").remove_listener_certificates(ListenerArn=balancer["listener"], Certificates=[{"CertificateArn": parts["certificate"]}])
    disconnect(aws, parts, balancer, port)


def remove_parts(aws, parts):
    for group in (parts["live"], parts["idle"]):
        aws("elbv2").delete_target_group(TargetGroupArn=group)
    aws("acm").delete_certificate(CertificateArn=parts["certificate"])
    aws("ec2").delete_security_group(GroupId=parts["group"])


def scale(aws, resource, service, target):
    of = {"ServiceNamespace": "ecs", "ResourceId": resource, "ScalableDimension": "ecs:service:DesiredCount"}
    metric = target["autoScalingMetric"]
    aws("application-autoscaling").register_scalable_target(**of, MinCapacity=target["minTaskCount"], MaxCapacity=target["maxTaskCount"])
    aws("application-autoscaling").put_scaling_policy(
        **of,
        PolicyName=service + SCALING[metric],
        PolicyType="TargetTrackingScaling",
        TargetTrackingScalingPolicyConfiguration={
            "TargetValue": target["autoScalingTargetValue"],
            "PredefinedMetricSpecification": {"PredefinedMetricType": SCALING[metric]},
        },
    )


def unscale(aws, resource, service):
    of = {"ServiceNamespace": "ecs", "ResourceId": resource, "ScalableDimension": "ecs:service:DesiredCount"}
    for policy in aws("application-autoscaling").describe_scaling_policies(ServiceNamespace="ecs", ResourceId=resource)["ScalingPolicies"]:
        aws("application-autoscaling").delete_scaling_policy(**of, PolicyName=policy["PolicyName"])
    aws("application-autoscaling").deregister_scalable_target(**of)


def watch(aws, name, balancer):
    """The alarm that rolls a deployment back: more than 1 % of answers are 4xx or 5xx, in 2 of 3 minutes."""
    dimensions = [{"Name": "LoadBalancer", "Value": balancer["arn"].split(":loadbalancer/")[1]}]

    def count(id, metric):
        stat = {"Metric": {"Namespace": "AWS/ApplicationELB", "MetricName": metric, "Dimensions": dimensions}, "Period": 60, "Stat": "Sum"}
        return {"Id": id, "MetricStat": stat, "ReturnData": False}

    metrics = [count("bad", "HTTPCode_Target_4XX_Count"), count("worse", "HTTPCode_Target_5XX_Count"), count("all", "RequestCount")]
    aws("cloudwatch").put_metric_alarm(
        AlarmName=alarm(name),
        ComparisonOperator="GreaterThanThreshold",
        Threshold=1,
        EvaluationPeriods=3,
        DatapointsToAlarm=2,
        TreatMissingData="notBreaching",
        Metrics=[*metrics, {"Id": "share", "Expression": "100 * (bad + worse) / all", "ReturnData": True}],
        Tags=keys(),
    )


def alarm(name):
    return f"{name}-rollback"


def may_clean_up(aws, role):
    """Whether the infrastructure role is there and has its policy."""
    try:
        attached = aws("iam").list_attached_role_policies(RoleName=role.split("/")[-1])["AttachedPolicies"]
    except aws("iam").exceptions.NoSuchEntityException:
        return False
    return any(policy["PolicyArn"] == POLICY for policy in attached)


def ensure_log_group(aws, name):
    if not any(group["logGroupName"] == name for group in aws("logs").describe_log_groups(logGroupNamePrefix=name)["logGroups"]):
        aws("logs").create_log_group(logGroupName=name, tags=MANAGED)
