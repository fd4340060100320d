"""Starts the emulator of AWS with five things that it lacks: answers without the network's delay, functions that start though
another is being unpacked, CloudFront's functions without a process for each request, streams that go on after a restart, and
policies by item.

The emulator authorizes every call, but does not know dynamodb:LeadingKeys, the condition by which each function's policy names
the items that it may touch. Without it such a condition holds for everything, so a policy that forgets an item would fail in
AWS alone. Here the condition has the partition keys of the call, and in a transaction those of each part, as in AWS.
"""

import errno
import json
import re
import socketserver
import subprocess
import threading
import time

from ministack.core import cloudfront_js, iam_actions, iam_evaluator
from ministack.services import dynamodb, lambda_svc

LEADING_KEYS = "dynamodb:LeadingKeys"


class Popen(subprocess.Popen):
    """A process whose program may still be open for writing: in a child that was forked while it was unpacked, until that
    child runs its own program. Linux refuses to run it meanwhile, so it is tried again."""

    def __init__(self, *args, **kwargs):
        for delay in (0.02, 0.05, 0.1, 0.2, 0.4, 0.8):
            try:
                return super().__init__(*args, **kwargs)
            except OSError as refused:
                if refused.errno != errno.ETXTBSY:
                    raise
            time.sleep(delay)
        super().__init__(*args, **kwargs)


def few_at_once(evaluate, at_once=2):
    """CloudFront's functions take a millisecond. The emulator starts a process of Node wherever none is free, which on a burst
    of requests costs more than all else and runs into its own limit of 5 seconds; here they wait for one that is free."""
    free = threading.Semaphore(at_once)

    def evaluated(*args, **kwargs):
        with free:
            return evaluate(*args, **kwargs)

    return evaluated


def but_of_tables(restore):
    """How far a function had read a table's stream is kept over a restart, but the stream itself is not: it would wait until as
    much has been written anew. Without it, it begins with what is written next."""

    def restored(positions, kept):
        if positions is not lambda_svc._dynamodb_stream_positions:
            restore(positions, kept)

    return restored


class ActionOnItem(str):
    """A part of a transaction: its action, which knows the key that it acts on."""

    leading_keys: list


def table_of(name):
    return dynamodb._tables.get(name.rsplit("/", 1)[-1]) or {}


def partition_key(table_name, item):
    """The partition key in an item or a key, as a list of none or one."""
    value = (item or {}).get(table_of(table_name).get("pk_name"))
    return list(value.values()) if value else []


def queried_key(request):
    """The partition key that a query asks for, of the table or of the index that it names."""
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
    """The partition keys of a call that isn't a transaction."""
    if "KeyConditionExpression" in request:
        return queried_key(request)
    if isinstance(request.get("RequestItems"), dict):
        keys = []
        for name, wanted in request["RequestItems"].items():
            asked = wanted.get("Keys", []) if isinstance(wanted, dict) else [
                write.get("PutRequest", {}).get("Item") or write.get("DeleteRequest", {}).get("Key") for write in wanted
            ]
            keys += [key for one in asked for key in partition_key(name, one)]
        return keys
    if "TableName" in request:
        return partition_key(request["TableName"], request.get("Key") or request.get("Item"))
    return []


def with_leading_keys(service_context):
    def context(body):
        found = service_context(body)
        try:
            keys = leading_keys(json.loads(body or b"{}"))
        except (ValueError, AttributeError, KeyError, TypeError):
            return found  # the service itself refuses what is malformed
        if keys:
            found[LEADING_KEYS] = keys
        return found

    return context


def with_items(transaction_checks):
    def checks(iam_action, body, region, account_id):
        found = transaction_checks(iam_action, body, region, account_id)
        if not found:
            return found
        parts = [part for item in json.loads(body)["TransactItems"] for part in item.values()]
        known = []
        for (action, arn), part in zip(found, parts, strict=True):
            on_item = ActionOnItem(action)
            on_item.leading_keys = partition_key(part["TableName"], part.get("Key") or part.get("Item"))
            known.append((on_item, arn))
        return known

    return checks


def by_item(enforce):
    def enforced(access_key_id, iam_action, service, region, resource_arn="*", service_context=None):
        if isinstance(iam_action, ActionOnItem):
            service_context = {**(service_context or {}), LEADING_KEYS: iam_action.leading_keys}
        return enforce(access_key_id, iam_action, service, region, resource_arn=resource_arn, service_context=service_context)

    return enforced


if __name__ == "__main__":
    from ministack.app import main

    # A function's answer waits up to 40 ms for the network's acknowledgement otherwise.
    socketserver.StreamRequestHandler.disable_nagle_algorithm = True
    subprocess.Popen = Popen
    cloudfront_js.evaluate = few_at_once(cloudfront_js.evaluate)
    lambda_svc._restore_esm_positions = but_of_tables(lambda_svc._restore_esm_positions)
    iam_actions.dynamodb_service_context = with_leading_keys(iam_actions.dynamodb_service_context)
    iam_actions.dynamodb_transaction_checks = with_items(iam_actions.dynamodb_transaction_checks)
    iam_evaluator.enforce = by_item(iam_evaluator.enforce)
    main()
