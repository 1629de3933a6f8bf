"""Why a file is not taken."""

from citypeers.core.problems import Invalid


class FileRefused(Invalid):
    """The file is of no kind that is taken, or something is wrong with it; the code says what."""

    name = "file-refused"

    def __init__(self, code: str) -> None:
        super().__init__([("", code)])
