"""Prints the templates as JSON: the root template as SAM translates it for CloudFormation, the nested templates, and the
functions that `sam deploy --guided` would ask about. It needs no AWS account."""

import json
import sys
from pathlib import Path

from samcli.commands.deploy.auth_utils import auth_per_resource
from samcli.lib.providers.sam_stack_provider import SamLocalStackProvider
from samcli.yamlhelper import yaml_parse
from samtranslator.parser.parser import Parser
from samtranslator.translator.translator import Translator

root = Path(sys.argv[1])
template = yaml_parse((root / "template.yaml").read_text())
for resource in template["Resources"].values():
    if resource["Type"] == "AWS::Serverless::Function":  # the translator accepts only uploaded code
        resource["Properties"]["CodeUri"] = "s3://bucket/key"
managed = {"AWSLambdaBasicExecutionRole": "arn:aws:iam::aws:policy/AWSLambdaBasicExecutionRole"}
translator = Translator(managed, Parser())
stacks, _ = SamLocalStackProvider.get_stacks(str(root / "template.yaml"))
functions = auth_per_resource(stacks)
print(json.dumps({
    "root": translator.translate(template, {}),
    "nested": {path.stem: yaml_parse(path.read_text()) for path in sorted((root / "infra").glob("*.yaml"))},
    "asked": [name for name, authorized in functions if not authorized],
    "functions": len(functions),
}))
