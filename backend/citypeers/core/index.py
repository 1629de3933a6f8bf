"""The text index (Tantivy): one local copy a host, the same for both databases; it knows no noun.

Queries are built by hand from analysed terms: the library's parsers would expose field syntax and crash on
deep nesting. One process writes (a second is refused by the lock file); every reader reloads when the files change.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import tantivy
from tantivy import Occur, Query

from citypeers.core.text import LANGUAGES, fold, fold_german, spoken, words

STEMMERS = {"en": "english", "de": "german", "es": "spanish", "pt": "portuguese"}
SCHEMA_VERSION = 2
MAX_QUERY_CHARACTERS = 300
MAX_QUERY_WORDS = 12
SNIPPET_CHARACTERS = 220
WRITER_HEAP = 30_000_000
TITLE_WEIGHT = 3
"""How often a word of a title counts against one of a text."""
_POSITION = "position"


@dataclass(frozen=True)
class Searchable:
    """What of one public record is found: its identity, titles, texts and other words."""

    kind: str
    id: str
    slug: str
    href: str
    titles: Mapping[str, str]
    texts: Mapping[str, str]
    words: Sequence[str] = ()
    """Names and labels in any language that find the record too."""


@dataclass(frozen=True)
class Hit:
    """One found record, with the text around the match and where the matched words stand in it."""

    kind: str
    id: str
    slug: str
    href: str
    title: str
    language: str
    snippet: str
    highlights: list[tuple[int, int]]


def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("key", tokenizer_name="raw", index_option="basic")
    builder.add_text_field("kind", tokenizer_name="raw", index_option="basic")
    builder.add_text_field("shown", stored=True, tokenizer_name="raw", index_option="basic")
    builder.add_text_field("id", stored=True, fast=True, tokenizer_name="raw", index_option="basic")
    builder.add_text_field("title", tokenizer_name="folded", index_option="freq")
    builder.add_text_field("words", tokenizer_name="folded", index_option="freq")
    for language in LANGUAGES:
        builder.add_text_field(f"text_{language}", stored=True, tokenizer_name=language, index_option="freq")
    builder.add_unsigned_field(_POSITION, stored=True)
    return builder.build()


def _analyzer(stemmer: str | None) -> tantivy.TextAnalyzer:
    builder = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple()).filter(tantivy.Filter.remove_long(60))
    builder = builder.filter(tantivy.Filter.lowercase())
    if stemmer:
        builder = builder.filter(tantivy.Filter.stemmer(stemmer))
    return builder.filter(tantivy.Filter.ascii_fold()).build()


def _folded(texts: Iterable[str]) -> str:
    """The words of all texts, each in both of its foldings."""
    found: dict[str, None] = {}
    for text in texts:
        found |= dict.fromkeys(words(fold(text)))
        found |= dict.fromkeys(words(fold_german(text)))
    return " ".join(found)


class TextIndex:
    """Reads the index of one host."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / f"v{SCHEMA_VERSION}"
        self.folder.mkdir(parents=True, exist_ok=True)
        self._schema = _schema()
        self._analyzers = {language: _analyzer(stemmer) for language, stemmer in STEMMERS.items()}
        self._index = tantivy.Index(self._schema, path=str(self.folder))
        self._index.register_tokenizer("folded", _analyzer(None))
        for language, analyzer in self._analyzers.items():
            self._index.register_tokenizer(language, analyzer)
        self._seen = 0

    def search(
        self, text: str, language: str, kinds: Sequence[str] = (), limit: int = 25, offset: int = 0
    ) -> tuple[list[Hit], int]:
        """The best records with the exact total; where no word is found as written, with one or two letters amiss."""
        searcher = self._searcher()
        found = self._ask(searcher, text, kinds, limit, offset)
        if found is None:
            return [], 0
        marker = _Marker(searcher, self._asked(text), self._analyzers, self._schema)
        return [_hit(searcher.doc(address), language, marker) for _, address in found.hits], _count(found)

    def ids(self, text: str, kind: str, limit: int = 10_000) -> list[str]:
        """The ids of the best records of one kind, best first."""
        searcher = self._searcher()
        found = self._ask(searcher, text, [kind], limit, 0)
        if found is None:
            return []
        return [str(searcher.doc(address).get_first("id")) for _, address in found.hits]

    def position(self) -> int:
        """The position of the log up to which the index holds the effects; 0 for a new one."""
        searcher = self._searcher()
        found = searcher.search(Query.term_query(self._schema, "key", _POSITION), 1)
        return int(searcher.doc(found.hits[0][1]).get_first(_POSITION) or 0) if found.hits else 0

    def _searcher(self) -> tantivy.Searcher:
        seen = (self.folder / "meta.json").stat().st_mtime_ns
        if seen != self._seen:
            self._index.reload()
            self._seen = seen
        return self._index.searcher()

    def _ask(
        self, searcher: tantivy.Searcher, text: str, kinds: Sequence[str], limit: int, offset: int
    ) -> tantivy.SearchResult | None:
        asked = self._asked(text)
        if not asked:
            return None
        found = searcher.search(self._query(asked, kinds, amiss=False), limit, offset=offset)
        if not _count(found):
            found = searcher.search(self._query(asked, kinds, amiss=True), limit, offset=offset)
        return found

    @staticmethod
    def _asked(text: str) -> list[str]:
        return words(text[:MAX_QUERY_CHARACTERS].lower())[:MAX_QUERY_WORDS]

    def _query(self, asked: Sequence[str], kinds: Sequence[str], amiss: bool) -> Query:
        last = len(asked) - 1
        must = [(Occur.Must, self._word(word, amiss, begins=place == last)) for place, word in enumerate(asked)]
        if kinds:
            any_kind = [(Occur.Should, Query.term_query(self._schema, "kind", kind)) for kind in kinds]
            must.append((Occur.Must, Query.const_score_query(Query.boolean_query(any_kind), 0.0)))
        return Query.boolean_query(must)

    def _word(self, word: str, amiss: bool, begins: bool) -> Query:
        plain = fold(word)
        forms = {plain, *(stem for analyzer in self._analyzers.values() for stem in analyzer.analyze(word))}
        any_field = [(Occur.Should, Query.term_query(self._schema, "words", form)) for form in sorted(forms)]
        if begins and len(plain) >= 3:
            any_field.append((Occur.Should, Query.fuzzy_term_query(self._schema, "title", plain, distance=0, prefix=True)))
        if amiss and len(plain) >= 4:
            distance = 1 if len(plain) < 8 else 2
            nearly = Query.fuzzy_term_query(self._schema, "title", plain, distance=distance)
            any_field.append((Occur.Should, Query.boost_query(nearly, 5.0)))
            any_field.append((Occur.Should, Query.fuzzy_term_query(self._schema, "words", plain, distance=distance)))
        return Query.boolean_query(any_field)


class IndexBusy(Exception):
    """Another process holds the index's lock."""


class IndexWriter(TextIndex):
    """Writes the index; at most one process at a time may hold one."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        try:
            self._writer = self._index.writer(heap_size=WRITER_HEAP, num_threads=1)
        except ValueError as error:
            raise IndexBusy from error
        self._spoilt = False

    def write(self, changed: Iterable[Searchable], gone: Iterable[tuple[str, str]], position: int) -> None:
        """Take in records and leave out others, together with the position of the log they stand for."""
        with self._commit():
            for kind, id in gone:
                self._writer.delete_documents_by_term("key", f"{kind}:{id}")
            for record in changed:
                key = f"{record.kind}:{record.id}"
                self._writer.delete_documents_by_term("key", key)
                self._writer.add_document(self._document(key, record))
            self._writer.delete_documents_by_term("key", _POSITION)
            self._writer.add_document(tantivy.Document(key=_POSITION, position=position))

    def rebuild(self, records: Iterable[Searchable], position: int) -> int:
        """Replace the whole index in one commit; readers see the old one until then. Returns the number of records."""
        number = 0
        with self._commit():
            self._writer.delete_all_documents()
            for record in records:
                self._writer.add_document(self._document(f"{record.kind}:{record.id}", record))
                number += 1
            self._writer.add_document(tantivy.Document(key=_POSITION, position=position))
        return number

    @contextmanager
    def _commit(self) -> Iterator[None]:
        """All changes of one step, or none: what a failed step left behind is thrown away before the next.

        Tantivy would go on: deletions kept, additions lost without a word, since the thread that writes them has died.
        """
        if self._spoilt:
            self._writer.rollback()
        self._spoilt = True
        yield
        self._writer.commit()
        self._spoilt = False

    def close(self) -> None:
        """Finish merging and let another process write."""
        self._writer.wait_merging_threads()

    def _document(self, key: str, record: Searchable) -> tantivy.Document:
        shown = {"kind": record.kind, "id": record.id, "slug": record.slug, "href": record.href, "titles": dict(record.titles)}
        texts = {f"text_{language}": text for language, text in record.texts.items() if language in LANGUAGES}
        return tantivy.Document(
            key=key,
            kind=record.kind,
            id=record.id,
            shown=json.dumps(shown, ensure_ascii=False),
            title=_folded([*record.titles.values(), record.slug]),
            words=" ".join(self._forms(record)),
            **texts,
        )

    def _forms(self, record: Searchable) -> Iterator[str]:
        """Every form in which a word finds the record: as written, folded both ways, and its stem in the text's language.

        One field for all of them: a word that is asked for is then one list to walk, not a union over many fields.
        """
        yield _folded([*record.titles.values(), *record.texts.values(), *record.words])
        for language, analyzer in self._analyzers.items():
            yield from analyzer.analyze(" ".join((record.titles.get(language, ""), record.texts.get(language, ""))))
        yield from [_folded(record.titles.values())] * (TITLE_WEIGHT - 1)


class _Marker:
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


def _hit(document: tantivy.Document, language: str, marker: _Marker) -> Hit:
    shown = json.loads(str(document.get_first("shown")))
    served, title = spoken(shown["titles"], [language])
    snippet, highlights = marker.cut(document, language)
    return Hit(shown["kind"], shown["id"], shown["slug"], shown["href"], title, served, snippet, highlights)


def _count(found: tantivy.SearchResult) -> int:
    count: int = found.count  # type: ignore[attr-defined]  # missing in the library's stub
    return count
