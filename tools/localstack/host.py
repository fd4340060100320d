"""Starts LocalStack from its Python packages, on a machine that can download nothing else. LocalStack would download or pull three
more parts. The environment names their replacements:

- MESA_LAMBDA_INIT: the folder with the program that runs a function in its container (tools/localstack/lambdainit).
- MESA_DYNAMODB_LOCAL: the script that runs DynamoDB Local (tools/dynamodb-local.sh), by the machine's own Java.
- The image of the functions' runtime: tools/docker.sh creates it, so LocalStack does not pull it.

LocalStack ignores the hosts in GATEWAY_LISTEN and listens on all addresses. Here it listens only on those hosts.
"""

import os
from functools import partial
from pathlib import Path

from localstack.runtime.main import main
from localstack.runtime.server import twisted as gateway_server
from localstack.services.dynamodb.server import DynamodbServer
from localstack.services.lambda_.invocation import docker_runtime_executor
from localstack.utils.common import TMP_THREADS, ShellCommandThread
from twisted.internet import endpoints


class Endpoints:
    """Replaces the endpoints of LocalStack's server with those that listen on one host."""

    def __init__(self, host):
        self.TCP4ServerEndpoint = partial(endpoints.TCP4ServerEndpoint, interface=host)
        self.TCP6ServerEndpoint = endpoints.TCP6ServerEndpoint


def listen_on_hosts(register):
    """Registers the gateway for each host and port of GATEWAY_LISTEN."""

    def registered(server, gateway, listen, ssl_creds=None):
        for address in listen:
            gateway_server.endpoints = Endpoints(address.host)
            register(server, gateway, [address], ssl_creds)

    return registered


def start_dynamodb_local(server):
    thread = ShellCommandThread(
        # Java ends with LocalStack, even if LocalStack is killed.
        ["setpriv", "--pdeathsig", "KILL", os.environ["MESA_DYNAMODB_LOCAL"], str(server.port)],
        auto_restart=True,
        name="dynamodb-local",
    )
    TMP_THREADS.append(thread)
    thread.start()
    return thread


if __name__ == "__main__":
    gateway_server.TwistedRuntimeServer.register = listen_on_hosts(gateway_server.TwistedRuntimeServer.register)
    DynamodbServer.do_start_thread = start_dynamodb_local
    docker_runtime_executor.get_runtime_client_path = lambda: Path(os.environ["MESA_LAMBDA_INIT"])
    docker_runtime_executor._ensure_runtime_image_present = lambda image, platform: None
    main()
