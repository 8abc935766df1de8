"""Object storage that speaks S3, with boto3: several files at once, each with its type and how long it may be kept.

An object is replaced in one stroke, so no temporary names are needed. What has arrived is known by the MD5 that the
service itself reports; where it reports another digest (some encrypt), files are sent again, nothing worse.
"""

from __future__ import annotations

import hashlib
import mimetypes
from collections.abc import Callable, Collection, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from queue import Empty, SimpleQueue
from types import TracebackType
from typing import TYPE_CHECKING, Any, Final, Self, TypeVar

from sitegen.features.headers.caching import ASKED, KEPT, is_kept
from sitegen.publish.pulse import Pulse
from sitegen.publish.records import OURS
from sitegen.publish.target import Parcel, PublishError, Sending, refused
from sitegen.settings import publish as settings

if TYPE_CHECKING:
    from botocore.client import BaseClient

_AT_ONCE: Final = 8
_DELETED_AT_ONCE: Final = 1000
"""As many as one request of the protocol may name."""
_SECONDS: Final = 20
_TYPES: Final = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".xml": "application/xml; charset=utf-8",
    ".json": "application/json",
    ".webmanifest": "application/manifest+json",
    ".svg": "image/svg+xml",
    ".avif": "image/avif",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
    ".wasm": "application/wasm",
    ".ico": "image/x-icon",
}
"""What systems call differently, or do not know at all; the rest is looked up."""
_UNKNOWN_TYPE: Final = "application/octet-stream"

T = TypeVar("T")


def content_type(path: str) -> str:
    """What a browser is told that a file is."""
    ending = Path(path).suffix.lower()
    return _TYPES.get(ending) or mimetypes.guess_type(path)[0] or _UNKNOWN_TYPE


def cache_control(path: str) -> str:
    """How long a browser may keep a file: for good where its name changes with its content."""
    return KEPT if is_kept(path) else ASKED


class S3Target:
    """The objects of a bucket whose names begin with a folder."""

    def __init__(self, said: settings.S3Target) -> None:
        self._said = said
        self._prefix = f"{said.folder.strip('/')}/" if said.folder.strip("/") else ""
        self._client: Any = None

    @property
    def key(self) -> str:
        """Service, bucket and folder."""
        return f"s3:{self._said.endpoint}/{self._said.bucket}/{self._prefix}"

    @property
    def name(self) -> str:
        """The bucket."""
        return self._said.bucket

    def __enter__(self) -> Self:
        self._client = self._safely(self._connected)
        self._safely(lambda: self._client.head_bucket(Bucket=self._said.bucket))
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._client.close()

    def read(self, path: str) -> bytes | None:
        """The bytes; None where there is no such object."""

        def get() -> bytes | None:
            try:
                answer = self._client.get_object(Bucket=self._said.bucket, Key=self._at(path))
            except self._client.exceptions.NoSuchKey:
                return None
            content: bytes = answer["Body"].read()
            return content

        return self._safely(get)

    def write(self, path: str, content: bytes) -> None:
        """As an object that nothing in between may keep."""
        self._safely(lambda: self._put_record(path, content))

    def create(self, path: str, content: bytes) -> bool:
        """With the condition that there is none; a service that knows no conditions is asked first."""
        from botocore.exceptions import ClientError

        def make() -> bool:
            try:
                self._put_record(path, content, IfNoneMatch="*")
            except ClientError as error:
                status = _status(error)
                if status in {409, 412}:
                    return False
                if status == 501:  # noqa: PLR2004 -- „not implemented"
                    return self._make_unconditionally(path, content)
                raise
            return True

        return self._safely(make)

    def existing(self, paths: Collection[str]) -> frozenset[str]:
        """By listing the folder."""
        return frozenset(paths) & self._listed().keys() if paths else frozenset()

    def arrived(self, parcels: Sequence[Parcel], *, since: int) -> frozenset[str]:  # noqa: ARG002 -- digests say more than times
        """Those whose MD5 the service reports."""
        listed = self._listed() if parcels else {}
        return frozenset(parcel.path for parcel in parcels if listed.get(parcel.path) == _md5(parcel.source))

    def put(self, parcels: Sequence[Parcel], sending: Sending) -> None:
        """Several at once, from threads; boto3's clients may be shared by them."""
        finished: SimpleQueue[Future[None]] = SimpleQueue()
        pulse = Pulse(sending.beat, self.write)
        with ThreadPoolExecutor(_AT_ONCE) as workers:
            waiting = {workers.submit(self._put, parcel): parcel for parcel in parcels}
            for future in waiting:
                future.add_done_callback(finished.put)
            try:
                while waiting:
                    with suppress(Empty):
                        future = finished.get(timeout=pulse.left)
                        sending.arrived(_finished(future, waiting.pop(future)))
                    pulse.keep()
            finally:
                for future in waiting:
                    future.cancel()

    def delete(self, paths: Sequence[str]) -> None:
        """In requests of a thousand."""
        for begin in range(0, len(paths), _DELETED_AT_ONCE):
            objects = [{"Key": self._at(path)} for path in paths[begin : begin + _DELETED_AT_ONCE]]
            self._safely(
                lambda objects=objects: self._client.delete_objects(  # type: ignore[misc]
                    Bucket=self._said.bucket, Delete={"Objects": objects, "Quiet": True}
                )
            )

    def sweep(self, folders: Collection[str]) -> None:
        """Nothing is left behind: an object is there whole or not at all."""

    def _connected(self) -> BaseClient:
        import boto3
        from botocore.config import Config

        config = Config(
            connect_timeout=_SECONDS,
            read_timeout=_SECONDS * 3,
            retries={"mode": "standard", "max_attempts": 3},
            max_pool_connections=_AT_ONCE,
            request_checksum_calculation="when_required",  # other services than Amazon's know no newer ones
            response_checksum_validation="when_required",
        )
        client: BaseClient = boto3.session.Session().client(
            "s3", endpoint_url=self._said.endpoint or None, region_name=self._said.region or None, config=config
        )
        return client

    def _put(self, parcel: Parcel) -> None:
        def send() -> None:
            with parcel.source.open("rb") as body:
                self._client.put_object(
                    Bucket=self._said.bucket,
                    Key=self._at(parcel.path),
                    Body=body,
                    ContentType=content_type(parcel.path),
                    CacheControl=cache_control(parcel.path),
                )

        self._safely(send)

    def _put_record(self, path: str, content: bytes, **conditions: str) -> None:
        self._client.put_object(
            Bucket=self._said.bucket,
            Key=self._at(path),
            Body=content,
            ContentType="application/json",
            CacheControl="no-store",
            **conditions,
        )

    def _make_unconditionally(self, path: str, content: bytes) -> bool:
        if self.read(path) is not None:
            return False
        self._put_record(path, content)
        return True

    def _listed(self) -> dict[str, str]:
        """Every object in the folder but our records, with its MD5 as reported."""

        def pages() -> dict[str, str]:
            paginator = self._client.get_paginator("list_objects_v2")
            return dict(self._objects(paginator.paginate(Bucket=self._said.bucket, Prefix=self._prefix)))

        return self._safely(pages)

    def _objects(self, pages: Any) -> Iterator[tuple[str, str]]:  # noqa: ANN401 -- boto3 has no types
        for page in pages:
            for one in page.get("Contents", ()):
                path = one["Key"][len(self._prefix) :]
                if not path.startswith(OURS):
                    yield path, one["ETag"].strip('"')

    def _at(self, path: str) -> str:
        return f"{self._prefix}{path}"

    def _safely(self, act: Callable[[], T]) -> T:
        from botocore.exceptions import BotoCoreError, ClientError

        try:
            return act()
        except (BotoCoreError, ClientError, OSError) as error:
            raise self._fault(error) from error

    def _fault(self, error: Exception) -> PublishError:
        from botocore.exceptions import ClientError, NoCredentialsError, PartialCredentialsError

        place = self._said.endpoint or "Amazon S3"
        if isinstance(error, NoCredentialsError | PartialCredentialsError):
            return refused("SG669", target=place, variable="AWS_ACCESS_KEY_ID")
        if not isinstance(error, ClientError):
            return refused("SG656", target=place)
        code = error.response.get("Error", {}).get("Code", "")
        if code in {"InvalidAccessKeyId", "SignatureDoesNotMatch", "ExpiredToken", "InvalidToken"}:
            return refused("SG655", target=place)
        if code in {"QuotaExceeded", "InsufficientStorage", "EntityTooLarge"}:
            return refused("SG665", target=place)
        if _status(error) >= 500:  # noqa: PLR2004 -- their fault, and passing
            return refused("SG656", target=place)
        return refused("SG666", bucket=self._said.bucket, target=place)


def _finished(future: Future[None], parcel: Parcel) -> Parcel:
    future.result()
    return parcel


def _status(error: Any) -> int:  # noqa: ANN401 -- botocore has no types
    status: int = error.response.get("ResponseMetadata", {}).get("HTTPStatusCode", 0)
    return status


def _md5(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, lambda: hashlib.md5(usedforsecurity=False)).hexdigest()
