"""Starts the AWS emulator with six corrections:

- Responses are sent without the delay of Nagle's algorithm.
- The start of a function is retried if its program is still open for writing.
- The number of concurrent processes for CloudFront functions is limited.
- Functions that read a table's stream continue after a restart.
- The gateway responses in the OpenAPI document of an API are imported, as API Gateway does. So an unknown route has a problem
  document. The emulator imports only those that are resources of a template.
- Policies with the condition dynamodb:LeadingKeys are evaluated. The emulator authorizes every call, but treats this condition
  as always true, so a policy that lacks an item would fail only in AWS. The corrected condition compares the partition keys of
  the call, and of each part of a transaction, as AWS does (docs/adr/0003-item-policies-locally.md).

If MESA_RECORDED_CALLS contains the path of a folder, the calls that functions make are recorded in it. If MESA_RECORDED_EVENTS
contains the path of a folder, the events of functions that no person waits for are recorded in it (test/events/record.py).
"""

import errno
import json
import os
import re
import socketserver
import subprocess
import threading
import time

from ministack.core import cloudfront_js, iam_actions, iam_evaluator
from ministack.services import apigateway_v1, dynamodb, lambda_svc, sts

LEADING_KEYS = "dynamodb:LeadingKeys"
ATTRIBUTES = "dynamodb:Attributes"


class Popen(subprocess.Popen):
    """Retries if Linux refuses to run a program that is open for writing. The emulator may fork another child process while it
    unpacks the program. That child inherits the open file, and closes it only when it starts its own program."""

    def __init__(self, *args, **kwargs):
        for delay in (0.02, 0.05, 0.1, 0.2, 0.4, 0.8):
            try:
                return super().__init__(*args, **kwargs)
            except OSError as refused:
                if refused.errno != errno.ETXTBSY:
                    raise
            time.sleep(delay)
        super().__init__(*args, **kwargs)


def limit_concurrency(evaluate, limit=2):
    """Limits the concurrent Node processes for CloudFront functions. A function takes a millisecond, but the emulator starts a
    new process if no process is free. In a burst of requests this is slower than waiting for a free process, and exceeds the
    emulator's limit of 5 seconds."""
    free = threading.Semaphore(limit)

    def evaluated(*args, **kwargs):
        with free:
            return evaluate(*args, **kwargs)

    return evaluated


def skip_table_streams(restore):
    """Prevents the emulator from restoring the positions of functions in the tables' streams. The emulator saves these positions
    but not the streams. So after a restart a function would skip as many new records as it had read before. A function without a
    position starts with the next record."""

    def restored(positions, kept):
        if positions is not lambda_svc._dynamodb_stream_positions:
            restore(positions, kept)

    return restored


class ActionOnItem(str):
    """The action of one part of a transaction, with its partition keys and the attributes that it names."""

    leading_keys: list
    attributes: list


def with_gateway_responses(import_schemes):
    """Imports the gateway responses of an OpenAPI document, when its security schemes are imported."""

    def imported(api_id, spec):
        for response_type, response in (spec.get("x-amazon-apigateway-gateway-responses") or {}).items():
            apigateway_v1._put_gateway_response(api_id, response_type, response)
        return import_schemes(api_id, spec)

    return imported


def table_of(name):
    """Returns the emulator's data of a table, or an empty dictionary. The name may be an ARN."""
    return dynamodb._tables.get(name.rsplit("/", 1)[-1]) or {}


def partition_key(table_name, item):
    """Returns a list with the partition key of an item or a key, or an empty list if there is none."""
    value = (item or {}).get(table_of(table_name).get("pk_name"))
    return list(value.values()) if value else []


def queried_key(request):
    """Returns a list with the partition key of a query on the table or on an index, or an empty list."""
    table = table_of(request["TableName"])
    schemas = {index["IndexName"]: index["KeySchema"] for index in table.get("GlobalSecondaryIndexes") or []}
    schema = schemas.get(request.get("IndexName"), table.get("KeySchema", []))
    hash_name = next((part["AttributeName"] for part in schema if part["KeyType"] == "HASH"), None)
    names = request.get("ExpressionAttributeNames") or {}
    for name, value in re.findall(r"([#\w]+)\s*=\s*(:\w+)", request.get("KeyConditionExpression", "")):
        if names.get(name, name) == hash_name:
            return list(request["ExpressionAttributeValues"][value].values())
    return []


def leading_keys(request):
    """Returns the partition keys of a call that is not a transaction."""
    if "KeyConditionExpression" in request:
        return queried_key(request)
    if isinstance(request.get("RequestItems"), dict):
        keys = []
        for name, requested in request["RequestItems"].items():
            items = requested.get("Keys", []) if isinstance(requested, dict) else [
                write.get("PutRequest", {}).get("Item") or write.get("DeleteRequest", {}).get("Key") for write in requested
            ]
            keys += [key for item in items for key in partition_key(name, item)]
        return keys
    if "TableName" in request:
        return partition_key(request["TableName"], request.get("Key") or request.get("Item"))
    return []


def updated_attributes(request):
    """Returns the names of the attributes in the key and the expressions of an update. The expressions of the functions name each
    attribute by a placeholder. AWS also compares the attributes that the update returns; here dynamodb:ReturnValues has no value."""
    if "UpdateExpression" not in request:
        return []
    return sorted({*(request.get("Key") or {}), *(request.get("ExpressionAttributeNames") or {}).values()})


def with_leading_keys(service_context):
    """Adds the partition keys of a call, and the attributes of an update, to the values with which its policy is evaluated."""

    def context(body):
        found = service_context(body)
        try:
            request = json.loads(body or b"{}")
            keys, attributes = leading_keys(request), updated_attributes(request)
        except (ValueError, AttributeError, KeyError, TypeError):
            return found  # the service refuses malformed requests itself
        if attributes:
            found[ATTRIBUTES] = attributes
        if keys:
            found[LEADING_KEYS] = keys
        return found

    return context


def with_items(transaction_checks):
    """Adds the partition keys of each part of a transaction to the action for which the part is authorized."""

    def checks(iam_action, body, region, account_id):
        found = transaction_checks(iam_action, body, region, account_id)
        if not found:
            return found
        parts = [part for item in json.loads(body)["TransactItems"] for part in item.values()]
        known = []
        for (action, arn), part in zip(found, parts, strict=True):
            on_item = ActionOnItem(action)
            on_item.leading_keys = partition_key(part["TableName"], part.get("Key") or part.get("Item"))
            on_item.attributes = updated_attributes(part)
            known.append((on_item, arn))
        return known

    return checks


class RecordedCalls:
    """Appends each distinct allowed call of a function to a file, as wiringtest does (shared/wiring/wiringtest)."""

    def __init__(self, path, stack):
        self.file, self.stack, self.lock, self.lines = open(path, "a", buffering=1), stack, threading.Lock(), set()

    def add(self, caller, action, resource, keys):
        """Records an allowed call if a function made it. The name of the role's session contains the function's name."""
        role, _, session = caller.rpartition("/")
        if ":assumed-role/" not in role or not session.startswith(self.stack + "-"):
            return
        function, index = session.removeprefix(self.stack + "-"), resource.partition("/index/")[2]
        object_key = resource.partition("/")[2] if action.startswith("s3:") else ""
        for key in keys or [object_key]:
            self.write(json.dumps({"function": function, "action": action, "index": index, "key": key}) + "\n")

    def write(self, line):
        with self.lock:
            if line not in self.lines:
                self.lines.add(line)
                self.file.write(line)


def by_item(enforce, calls):
    """Evaluates the policy of each part of a transaction with its partition keys, and records allowed calls."""

    def enforced(access_key_id, iam_action, service, region, resource_arn="*", service_context=None):
        if isinstance(iam_action, ActionOnItem):
            service_context = {**(service_context or {}), LEADING_KEYS: iam_action.leading_keys}
            if iam_action.attributes:
                service_context[ATTRIBUTES] = iam_action.attributes
        denied = enforce(access_key_id, iam_action, service, region, resource_arn=resource_arn, service_context=service_context)
        if calls and denied is None:
            calls.add((sts._sessions.get(access_key_id) or {}).get("Arn", ""), iam_action, resource_arn, (service_context or {}).get(LEADING_KEYS))
        return denied

    return enforced


def record_events(execute, folder):
    """Appends the events of each function, except requests to the API, to a file with the function's name."""
    lock = threading.Lock()

    def executed(function, event):
        if "httpMethod" not in event:
            with lock, open(os.path.join(folder, function["config"]["FunctionName"] + ".jsonl"), "a") as file:
                file.write(json.dumps(event) + "\n")
        return execute(function, event)

    return executed


if __name__ == "__main__":
    from ministack.app import main

    # Otherwise Nagle's algorithm delays responses by up to 40 ms.
    socketserver.StreamRequestHandler.disable_nagle_algorithm = True
    subprocess.Popen = Popen
    cloudfront_js.evaluate = limit_concurrency(cloudfront_js.evaluate)
    lambda_svc._restore_esm_positions = skip_table_streams(lambda_svc._restore_esm_positions)
    apigateway_v1._import_security_schemes = with_gateway_responses(apigateway_v1._import_security_schemes)
    iam_actions.dynamodb_service_context = with_leading_keys(iam_actions.dynamodb_service_context)
    iam_actions.dynamodb_transaction_checks = with_items(iam_actions.dynamodb_transaction_checks)
    folder = os.environ.get("MESA_RECORDED_CALLS")
    calls = RecordedCalls(os.path.join(folder, "emulator.jsonl"), os.environ["STACK_NAME"]) if folder else None
    iam_evaluator.enforce = by_item(iam_evaluator.enforce, calls)
    recorded_events = os.environ.get("MESA_RECORDED_EVENTS")
    if recorded_events:
        lambda_svc._execute_function = record_events(lambda_svc._execute_function, recorded_events)
    main()
