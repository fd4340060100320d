"""Writes the log of a function to the log group of its configuration. The free edition of LocalStack ignores this setting. LocalStack
runs this script when it starts."""

from localstack.services.lambda_.invocation.execution_environment import ExecutionEnvironment


def log_group(environment):
    version = environment.function_version
    return version.config.logging_config.get("LogGroup") or f"/aws/lambda/{version.id.function_name}"


ExecutionEnvironment.get_log_group_name = log_group
