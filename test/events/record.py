"""Records the events in this folder from the running stack. For each background function, it writes an event that the
emulator sent to the function: the records of a ticket that a requester opened, or the event of a schedule. The emulator records
events if MESA_RECORDED_EVENTS contains the path of a folder when it starts. `make events` does both."""

import http.cookiejar
import json
import os
import pathlib
import time
import urllib.request
import uuid

import boto3

FOLDER = pathlib.Path(__file__).parent
RECORDED = pathlib.Path(os.environ["MESA_RECORDED_EVENTS"])
STACK = json.loads(pathlib.Path(os.environ.get("MESA_STACK") or FOLDER.parent.parent / ".local/stack.json").read_text())
TIMEOUT = 180


def open_ticket():
    """Opens a ticket as the requester of the demo and returns its number."""
    requester = next(person for person in STACK["people"] if person["username"] == "usuario.mesa")
    browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar()))

    def post(path, body):
        headers = {"Content-Type": "application/json", "Idempotency-Key": str(uuid.uuid4())}
        request = urllib.request.Request(STACK["api"] + path, json.dumps(body).encode(), headers)
        return json.load(browser.open(request))

    post("/session", {"username": requester["username"], "password": requester["password"]})
    detail = "<p>Un ticket para los eventos de prueba.</p>"
    return post("/tickets", {"topicId": "sipot", "subject": "Eventos de prueba", "detail": detail, "entity": "FEDERACION"})["number"]


def recorded(function):
    """Returns the recorded events of a function."""
    file = RECORDED / f"{STACK['stack']}-{function}.jsonl"
    return [json.loads(line) for line in file.read_text().splitlines()] if file.exists() else []


def event_with(function, number):
    """Returns the first event of a function that contains the number of a ticket, with only the records that contain it, or None."""
    for event in recorded(function):
        found = [record for record in event["Records"] if number in json.dumps(record)]
        if found:
            return {"Records": found}
    return None


def wait_for(description, find):
    """Waits until find returns a value, and returns it."""
    end = time.monotonic() + TIMEOUT
    while time.monotonic() < end:
        if found := find():
            return found
        time.sleep(0.5)
    raise TimeoutError(f"{description}: no event within {TIMEOUT} s")


def main():
    aws = {"endpoint_url": STACK["aws"], "region_name": "us-east-1", "aws_access_key_id": "test", "aws_secret_access_key": "test"}
    schedules = boto3.client("events", **aws)
    rules = [rule for rule in schedules.list_rules()["Rules"] if "ScheduleExpression" in rule]
    for rule in rules:  # the emulator would wait up to an hour
        schedules.put_rule(Name=rule["Name"], ScheduleExpression="rate(1 minute)")
    try:
        number = open_ticket()
        events = {name: wait_for(name, lambda name=name: event_with(name, number)) for name in ("route", "notify", "send-mail")}
        for name in ("check-deadlines", "close-resolved"):
            events[name] = wait_for(name, lambda name=name: recorded(name))[-1]
    finally:
        for rule in rules:
            schedules.put_rule(Name=rule["Name"], ScheduleExpression=rule["ScheduleExpression"])
    for name, event in events.items():
        (FOLDER / f"{name}.json").write_text(json.dumps(event, indent=2, ensure_ascii=False) + "\n")
        print(f"test/events/{name}.json")


if __name__ == "__main__":
    main()
