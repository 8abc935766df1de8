"""An S3 server on this machine alone (moto), in a thread, with a bucket."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from unittest.mock import patch

import boto3
from moto.server import ThreadedMotoServer

KEYS = {"AWS_ACCESS_KEY_ID": "test", "AWS_SECRET_ACCESS_KEY": "test", "AWS_DEFAULT_REGION": "us-east-1"}
BUCKET = "mein-buero"


@contextmanager
def s3_running() -> Iterator[str]:
    """The server's address; the process has keys for it meanwhile."""
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    try:
        with patch.dict(os.environ, KEYS):
            host, port = server.get_host_and_port()
            yield f"http://{host}:{port}"
    finally:
        server.stop()


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
