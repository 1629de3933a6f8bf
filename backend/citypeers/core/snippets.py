"""The text around what was found, with the matched words marked."""

from collections.abc import Mapping, Sequence

import tantivy
from tantivy import Occur, Query

from citypeers.core.text import LANGUAGES

SNIPPET_CHARACTERS = 220


class Marker:
    """Cuts the text around a match, in whichever language the record has it."""

    def __init__(
        self,
        searcher: tantivy.Searcher,
        asked: Sequence[str],
        analyzers: Mapping[str, tantivy.TextAnalyzer],
        schema: tantivy.Schema,
    ) -> None:
        self._searcher, self._asked, self._analyzers, self._schema = searcher, asked, analyzers, schema
        self._generators: dict[str, tantivy.SnippetGenerator] = {}

    def cut(self, document: tantivy.Document, language: str) -> tuple[str, list[tuple[int, int]]]:
        """The fragment and its marked ranges in characters; the beginning of the text where nothing is marked."""
        for tag in dict.fromkeys((language, *LANGUAGES)):
            text = document.get_first(f"text_{tag}")
            if text:
                break
        else:
            return "", []
        if tag not in self._generators:
            stems = [stem for word in self._asked for stem in self._analyzers[tag].analyze(word)]
            query = Query.boolean_query([(Occur.Should, Query.term_query(self._schema, f"text_{tag}", stem)) for stem in stems])
            self._generators[tag] = tantivy.SnippetGenerator.create(self._searcher, query, self._schema, f"text_{tag}")
            self._generators[tag].set_max_num_chars(SNIPPET_CHARACTERS)
        snippet = self._generators[tag].snippet_from_doc(document)
        fragment = snippet.fragment()
        if not fragment:
            return (text if len(text) <= SNIPPET_CHARACTERS else text[:SNIPPET_CHARACTERS].rsplit(" ", 1)[0] + " …"), []
        raw = fragment.encode()
        return fragment, [(len(raw[: each.start].decode()), len(raw[: each.end].decode())) for each in snippet.highlighted()]
