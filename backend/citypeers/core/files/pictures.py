"""Pictures as they are kept and shown: without what a camera writes beside them, and small ones for pages."""

import io
from dataclasses import dataclass

from PIL import Image, ImageOps, UnidentifiedImageError

from citypeers.core.files.refusals import FileRefused

MOST_PIXELS = 40_000_000
"""A picture of 25 MiB may unfold to any size; this many take 160 MB while they are looked at."""
WIDTHS = (320, 1280)
"""Of the small ones."""
_TALLEST = 4
"""How many times as tall as wide a small one may be."""
_FORMATS = {"image/png": "PNG", "image/jpeg": "JPEG", "image/webp": "WEBP"}
Image.MAX_IMAGE_PIXELS = None  # which warns and goes on; the bound above refuses


@dataclass(frozen=True)
class Picture:
    """A picture written anew, with its small ones by width."""

    content: bytes
    width: int
    height: int
    small: dict[int, bytes]


def written_anew(content: bytes, media_type: str) -> Picture:
    """The first frame of a picture, turned upright, with nothing but its pixels and their colour space."""
    form = _FORMATS[media_type]
    try:
        with Image.open(io.BytesIO(content), formats=[form]) as opened:
            if opened.width * opened.height > MOST_PIXELS:
                raise FileRefused("file_unfolds")
            opened.load()
            colours = opened.info.get("icc_profile")
            picture = ImageOps.exif_transpose(_plain(opened))
    except (OSError, SyntaxError, ValueError, UnidentifiedImageError):
        raise FileRefused("file_broken") from None
    quality = {} if form == "PNG" else {"quality": 90}
    return Picture(
        content=_saved(picture, form, icc_profile=colours, **quality),
        width=picture.width,
        height=picture.height,
        small={width: _small(picture, width, colours) for width in WIDTHS},
    )


def _plain(picture: Image.Image) -> Image.Image:
    """In a mode that every format here knows."""
    if picture.mode in ("RGB", "RGBA", "L"):
        return picture.copy()
    if picture.mode.startswith(("I", "F")):
        return picture.convert("I").point(lambda value: value / 256).convert("L")
    is_clear = "transparency" in picture.info or picture.mode in ("LA", "PA", "RGBa", "La")
    plain = picture.convert("RGBA" if is_clear else "RGB")
    plain.info = {name: value for name, value in picture.info.items() if name == "exif"}
    return plain


def _small(picture: Image.Image, width: int, colours: bytes | None) -> bytes:
    small = picture.copy()
    small.thumbnail((width, width * _TALLEST))
    return _saved(small, "WEBP", icc_profile=colours, quality=80)


def _saved(picture: Image.Image, form: str, **how: object) -> bytes:
    bare = picture.copy()
    bare.info = {}
    if form == "JPEG" and bare.mode == "RGBA":
        bare = bare.convert("RGB")
    kept = io.BytesIO()
    bare.save(kept, form, exif=b"", **how)
    return kept.getvalue()
