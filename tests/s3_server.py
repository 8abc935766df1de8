"""An S3 server on this machine alone (moto), in a thread, with a bucket."""

from __future__ import annotations

import io
import json
import os
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any
from unittest.mock import patch

import boto3
from moto.moto_server.werkzeug_app import DomainDispatcherApplication, create_backend_app
from werkzeug.serving import make_server

if TYPE_CHECKING:
    from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

KEYS = {"AWS_ACCESS_KEY_ID": "test", "AWS_SECRET_ACCESS_KEY": "test", "AWS_DEFAULT_REGION": "us-east-1"}
BUCKET = "mein-buero"


@contextmanager
def s3_running() -> Iterator[str]:
    """The server's address; the process has keys for it meanwhile."""
    server = make_server("127.0.0.1", 0, whole_bodies(DomainDispatcherApplication(create_backend_app)), threaded=True)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        with patch.dict(os.environ, KEYS):
            yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def whole_bodies(application: WSGIApplication) -> WSGIApplication:
    """S3 keeps nothing of an upload that was cut off, be it in its head; moto alone would keep what has come."""

    def answer(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        length = int(environ.get("CONTENT_LENGTH") or 0)
        body = environ["wsgi.input"].read(length) if length else b""
        is_cut = environ["REQUEST_METHOD"] == "PUT" and "CONTENT_LENGTH" not in environ
        if is_cut or len(body) < length:
            start_response("400 Bad Request", [("Content-Type", "application/xml")])
            return [b"<Error><Code>IncompleteBody</Code></Error>"]
        return application({**environ, "wsgi.input": io.BytesIO(body)}, start_response)

    return answer


class Bucket:
    """A bucket, looked at with a client of the tests' own."""

    def __init__(self, endpoint: str, name: str) -> None:
        self.endpoint = endpoint
        self.name = name
        self.client: Any = boto3.client("s3", endpoint_url=endpoint)
        self.client.create_bucket(Bucket=name)

    def files(self) -> dict[str, bytes]:
        """Every object."""
        listed = self.client.list_objects_v2(Bucket=self.name).get("Contents", ())
        return {one["Key"]: self.client.get_object(Bucket=self.name, Key=one["Key"])["Body"].read() for one in listed}

    def headers(self, key: str) -> dict[str, str]:
        """What a visitor's browser is told about an object."""
        said: dict[str, Any] = self.client.head_object(Bucket=self.name, Key=key)
        return {name: said[name] for name in ("ContentType", "CacheControl")}

    def put(self, key: str, content: bytes) -> None:
        self.client.put_object(Bucket=self.name, Key=key, Body=content)

    def let_all_read(self) -> None:
        """Whether strangers may is the bucket's affair; here they may."""
        policy = {
            "Statement": [
                {
                    "Effect": "Allow",
                    "Principal": "*",
                    "Action": "s3:GetObject",
                    "Resource": f"arn:aws:s3:::{self.name}/*",
                }
            ]
        }
        self.client.put_bucket_policy(Bucket=self.name, Policy=json.dumps(policy))
