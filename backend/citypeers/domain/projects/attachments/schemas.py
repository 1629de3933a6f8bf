"""What is written and read of attachments."""

from typing import Annotated

from pydantic import ConfigDict, Field

from citypeers.core.dates import Instant
from citypeers.core.files.pictures import Width
from citypeers.core.forms import Form, Part, PartId
from citypeers.core.rows import Id
from citypeers.core.text import LanguageMap, Line

LanguageTag = Annotated[str, Field(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$", max_length=40)]


class Attachment(Part):
    """A file as a version of a project shows it: a picture or a document."""

    id: PartId
    file: Id
    """The uploaded file."""
    title: LanguageMap
    alt: LanguageMap | None = None
    """What a picture shows, in words; a picture is not published without."""
    licence: Line | None = None
    credit: Line | None = None
    """Who made it, as they want to be named."""
    language: LanguageTag | None = None
    """In which a document is written."""


class FileFacts(Form):
    """What is known of an uploaded file."""

    name: str
    media_type: str
    size: int
    """In bytes."""
    width: int | None
    """Of a picture, in pixels."""
    height: int | None
    href: str
    thumbnail: str | None
    """Where a picture is served small."""


class AttachmentOut(Attachment, FileFacts):
    """An attachment with what is known of its file."""


class FileOut(FileFacts):
    """An uploaded file."""

    id: str
    uploaded_at: Instant


class UploadQuery(Form):
    """What is said of a file beside its bytes."""

    model_config = ConfigDict(extra="forbid")

    name: Annotated[Line, Field(max_length=255)]
    """As it is called where it comes from; what kind of file it is, its bytes say."""


class ThumbnailQuery(Form):
    """How wide a picture is wanted."""

    model_config = ConfigDict(extra="forbid")

    width: Width = Width.small
    """In pixels; a picture that is narrower stays as it is."""
