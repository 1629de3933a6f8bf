"""Forms of paths that several rooms have."""

from starlette.convertors import StringConvertor, register_url_convertor


class _Other(StringConvertor):
    """An id in the path of a method that ``/machine`` does not have, so that there it is refused as a method."""

    regex = "(?!machine$)[^/]+"


register_url_convertor("other", _Other())
OTHER_ID = "{id:other}"
