"""Transforms template.yaml as CloudFormation does, and creates its resources in moto.

    emulate.py transform <template> <region> [Parameter=value ...]   prints the transformed template
    emulate.py create <template> <region> [Parameter=value ...]      prints what there is then

Everything in this process; no network, no cloud. Exits with 3 where a package is missing.
"""

import io
import json
import os
import sys
import zipfile

try:
    import boto3
    from moto import mock_aws
    from samtranslator.translator.transform import transform as sam
    from samtranslator.yaml_helper import yaml_parse
except ImportError as missing:
    sys.exit((print(missing, file=sys.stderr), 3)[1])

CODE = "code"


class NoPolicies:
    """The managed policies of AWS by name: the template names none."""

    def load(self):
        return {}


def packaged(template):
    """The jars' and definitions' places as `sam package` writes them."""
    for resource in template["Resources"].values():
        if resource["Type"] == "AWS::Serverless::Function":
            name = resource["Properties"]["CodeUri"].split("/")[1]
            resource["Properties"]["CodeUri"] = {"Bucket": CODE, "Key": name + ".jar"}
        if resource["Type"] == "AWS::Serverless::StateMachine":
            resource["Properties"]["DefinitionUri"] = {"Bucket": CODE, "Key": "run.asl.json"}
    return template


def transformed(path, parameters):
    with open(path, encoding="utf-8") as file:
        template = packaged(yaml_parse(file.read()))
    return sam(template, parameters, NoPolicies())


def without_aliases(template):
    """moto makes no aliases of functions: what is given to one is given to its function."""
    functions = {
        name: each["Properties"]["FunctionName"]
        for name, each in template["Resources"].items()
        if each["Type"] == "AWS::Lambda::Alias"
    }

    def rewritten(node):
        if isinstance(node, list):
            return [rewritten(each) for each in node]
        if not isinstance(node, dict):
            return node
        if node.get("Ref") in functions:
            return functions[node["Ref"]]
        if isinstance(node.get("Fn::Sub"), str):
            text = node["Fn::Sub"]
            for alias, function in functions.items():
                text = text.replace("${" + alias + "}", "${" + function["Ref"] + "}")
            return {"Fn::Sub": text}
        return {key: rewritten(value) for key, value in node.items()}

    return rewritten(template)


def create(template, parameters, region):
    template = without_aliases(template)
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as jar:
        jar.writestr("Handler.class", b"")
    with mock_aws():
        s3 = boto3.client("s3", region)
        s3.create_bucket(
            Bucket=CODE, CreateBucketConfiguration={"LocationConstraint": region}
        )
        for name in template["Resources"].values():
            if name["Type"] == "AWS::Lambda::Function":
                s3.put_object(Bucket=CODE, Key=name["Properties"]["Code"]["S3Key"], Body=archive.getvalue())
        cloud = boto3.client("cloudformation", region)
        cloud.create_stack(
            StackName="zone",
            TemplateBody=json.dumps(template),
            Parameters=[{"ParameterKey": k, "ParameterValue": v} for k, v in parameters.items()],
            Capabilities=["CAPABILITY_IAM"],
        )
        return found(cloud, region)


def found(cloud, region):
    stack = cloud.describe_stacks(StackName="zone")["Stacks"][0]
    resources = {}
    for page in cloud.get_paginator("list_stack_resources").paginate(StackName="zone"):
        for each in page["StackResourceSummaries"]:
            resources[each["LogicalResourceId"]] = {
                "type": each["ResourceType"],
                "id": each["PhysicalResourceId"],
            }
    dynamodb = boto3.client("dynamodb", region)
    sqs = boto3.client("sqs", region)
    for each in resources.values():
        if each["type"] == "AWS::DynamoDB::Table":
            each["table"] = dynamodb.describe_table(TableName=each["id"])["Table"]
        if each["type"] == "AWS::SQS::Queue":
            each["queue"] = sqs.get_queue_attributes(QueueUrl=each["id"], AttributeNames=["All"])["Attributes"]
    return {"status": stack["StackStatus"], "resources": resources}


def main():
    what, path, region, *settings = sys.argv[1:]
    os.environ.update(
        AWS_DEFAULT_REGION=region, AWS_ACCESS_KEY_ID="emulated", AWS_SECRET_ACCESS_KEY="emulated"
    )
    parameters = dict(setting.split("=", 1) for setting in settings)
    template = transformed(path, dict(parameters))
    result = template if what == "transform" else create(template, parameters, region)
    json.dump(result, sys.stdout, default=str)


main()
