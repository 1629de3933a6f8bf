"""Datasette on the same networks, in production settings: an immutable file, no facet suggestions."""

import os
from typing import Any

from datasette.app import Datasette

_server = Datasette(
    immutables=[os.environ["BENCH_FILE"]],
    settings={"suggest_facets": False, "default_page_size": 25, "allow_download": False},
    metadata={"databases": {"peers": {"tables": {"network": {"fts_table": "network_fts", "sort": "sort_name"}}}}},
)
app: Any = _server.app()
