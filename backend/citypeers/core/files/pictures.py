"""Pictures as they are kept and shown: without what a camera writes beside them, and small ones for pages."""

import io
from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING, Any

from citypeers.core.files.refusals import FileRefused

if TYPE_CHECKING:
    from PIL import Image

MOST_PIXELS = 40_000_000
"""A picture of 25 MiB may unfold to any size; this many take 160 MB while they are looked at."""
_TALLEST = 4
"""How many times as tall as wide a small one may be."""
_FORMATS = {"image/png": "PNG", "image/jpeg": "JPEG", "image/webp": "WEBP"}


class Width(IntEnum):
    """How wide small pictures are."""

    small = 320
    large = 1280


@dataclass(frozen=True)
class Picture:
    """A picture written anew, with its small ones by width."""

    content: bytes
    width: int
    height: int
    small: dict[Width, bytes]


def written_anew(content: bytes, media_type: str) -> Picture:
    """The first frame of a picture, turned upright, with nothing but its pixels and their colour space."""
    from PIL import Image, ImageOps  # here, so that a process that is given no picture does not carry it

    Image.MAX_IMAGE_PIXELS = None  # which warns and goes on; the bound above refuses
    form = _FORMATS[media_type]
    try:
        with Image.open(io.BytesIO(content), formats=[form]) as opened:
            if opened.width * opened.height > MOST_PIXELS:
                raise FileRefused("file_unfolds")
            opened.load()
            colours = opened.info.get("icc_profile")
            picture = _bare(ImageOps.exif_transpose(opened), form)
    except (OSError, SyntaxError, ValueError):
        raise FileRefused("file_broken") from None
    quality = {} if form == "PNG" else {"quality": 90}
    return Picture(
        content=_saved(picture, form, icc_profile=colours, **quality),
        width=picture.width,
        height=picture.height,
        small={width: _small(picture, width, colours) for width in Width},
    )


def _bare(picture: "Image.Image", form: str) -> "Image.Image":
    """In a mode that every format here knows, with nothing beside its pixels."""
    if picture.mode.startswith(("I", "F")):
        picture = picture.convert("I").point(lambda value: value / 256).convert("L")
    elif picture.mode not in ("RGB", "RGBA", "L"):
        is_clear = "transparency" in picture.info or picture.mode in ("LA", "PA", "La", "RGBa")
        picture = picture.convert("RGBA" if is_clear and form != "JPEG" else "RGB")
    picture.info = {}
    return picture


def _small(picture: "Image.Image", width: int, colours: bytes | None) -> bytes:
    small = picture.copy()
    small.thumbnail((width, width * _TALLEST))
    return _saved(small, "WEBP", icc_profile=colours, quality=80)


def _saved(picture: "Image.Image", form: str, **how: Any) -> bytes:
    kept = io.BytesIO()
    picture.save(kept, form, **how)
    return kept.getvalue()
