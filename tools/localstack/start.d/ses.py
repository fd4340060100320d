"""Adds SendEmail of SES's API v2 to LocalStack, whose free edition has only API v1. LocalStack runs this script when it starts. The
mails are stored with those of API v1, so the path /_aws/ses returns them."""

import base64
import email
import email.policy
import uuid

from localstack.services.edge import ROUTER
from localstack.services.ses import provider


def send_email(request):
    sent = request.get_json(force=True)
    message = email.message_from_bytes(base64.b64decode(sent["Content"]["Raw"]["Data"]), policy=email.policy.default)
    bodies = {kind: message.get_body(preferencelist=(kind,)) for kind in ("plain", "html")}
    texts = {kind: body.get_content() if body else "" for kind, body in bodies.items()}
    identifier = str(uuid.uuid4())
    provider.save_for_retrospection({
        "Id": identifier,
        "Source": sent["FromEmailAddress"],
        "Destination": sent["Destination"],
        "Subject": str(message["Subject"]),
        "Body": {"text_part": texts["plain"], "html_part": texts["html"]},
    })
    return {"MessageId": identifier}


ROUTER.add("/v2/email/outbound-emails", send_email, methods=["POST"])
provider.register_ses_api_resource()
