"""The text index (Tantivy): one local copy a host, the same for both databases; it knows no noun.

Queries are built by hand from analysed terms: the library's parsers would expose field syntax and crash on
deep nesting. One process writes (a second is refused by the lock file); every reader reloads when the files change.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import tantivy
from pydantic_core import from_json, to_json
from tantivy import Occur, Query

from citypeers.core.snippets import Marker
from citypeers.core.text import LANGUAGES, fold, fold_german, spoken, words

STEMMERS = {"en": "english", "de": "german", "es": "spanish", "pt": "portuguese"}
SCHEMA_VERSION = 4
MAX_QUERY_CHARACTERS = 300
MAX_QUERY_WORDS = 12
WRITER_HEAP = 30_000_000
TITLE_WEIGHT = 3
"""How often a word of a title counts against one of a text."""
TELLING_LETTERS = 4
"""A shorter word of a title says little about a record."""
RARE, FEW = 50, 5
"""A word tells something where at most one title in so many has it, or so few."""
KEPT = 5_000
"""Names and labels whose folded words are remembered."""
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
    marks: Sequence[str] = ()
    """What it has in common with others, word for word, such as ``topic:mobility``; no reader's words ask for these."""


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
    builder.add_bytes_field("shown", stored=True)
    builder.add_bytes_field("id", stored=True)
    builder.add_text_field("title", tokenizer_name="folded", index_option="freq")
    builder.add_text_field("words", tokenizer_name="folded", index_option="freq")
    builder.add_text_field("marks", tokenizer_name="raw", index_option="basic")
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


def _forms(text: str) -> dict[str, None]:
    """The words of a text in both of its foldings, each once."""
    folded = dict.fromkeys((fold(text), fold_german(text)))
    return dict.fromkeys(word for each in folded for word in words(each))


_forms_again = lru_cache(maxsize=KEPT)(_forms)
"""The same, of names and labels that many records share."""


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
        marker = Marker(searcher, self._asked(text), self._analyzers, self._schema)
        return [_hit(searcher.doc(address), language, marker) for _, address in found.hits], _count(found)

    def ids(self, text: str, kind: str, limit: int = 10_000) -> list[str]:
        """The ids of the best records of one kind, best first."""
        searcher = self._searcher()
        found = self._ask(searcher, text, [kind], limit, 0)
        if found is None:
            return []
        return _ids(searcher, found)

    def alike(
        self, kind: str, needed: Mapping[str, int], welcome: Mapping[str, int], title: str, each: int, limit: int
    ) -> list[str]:
        """The ids of the records with the most points by marks in common, best first; welcome ones alone are not enough.

        A word of ``title`` that few titles have is worth ``each``, and enough.
        """
        searcher = self._searcher()
        enough = [self._point("marks", mark, points) for mark, points in needed.items()]
        enough += [self._point("title", word, each) for word in self._telling(searcher, title)]
        if not enough:
            return []
        must = [(Occur.Must, Query.boolean_query(enough)), (Occur.Must, Query.const_score_query(self._of_kind([kind]), 0.0))]
        asked = Query.boolean_query([*must, *(self._point("marks", mark, points) for mark, points in welcome.items())])
        return _ids(searcher, searcher.search(asked, limit, count=False))

    def telling(self, title: str) -> list[str]:
        """The words of a title that few titles have, folded."""
        return self._telling(self._searcher(), title)

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
            must.append((Occur.Must, Query.const_score_query(self._of_kind(kinds), 0.0)))
        return Query.boolean_query(must)

    def _of_kind(self, kinds: Sequence[str]) -> Query:
        return Query.boolean_query([(Occur.Should, Query.term_query(self._schema, "kind", kind)) for kind in kinds])

    def _point(self, field: str, term: str, points: int) -> tuple[Occur, Query]:
        return Occur.Should, Query.const_score_query(Query.term_query(self._schema, field, term), float(points))

    @staticmethod
    def _telling(searcher: tantivy.Searcher, title: str) -> list[str]:
        most = max(searcher.num_docs // RARE, FEW)
        known = dict.fromkeys(word for word in words(fold(title)) if len(word) >= TELLING_LETTERS)
        return [word for word in known if searcher.doc_freq("title", word) <= most][:MAX_QUERY_WORDS]

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

    def write(self, records: Iterable[Searchable], about: Iterable[tuple[str, str]], position: int) -> None:
        """Take in records, with the position of the log that they stand for, in the place of all that is held ``about`` some.

        Those are named by kind and id; what is named and not taken in is gone.
        """
        with self._commit():
            for kind, id in about:
                self._writer.delete_documents_by_term("key", f"{kind}:{id}")
            self._writer.delete_documents_by_term("key", _POSITION)
            self._add(records, position)

    def rebuild(self, records: Iterable[Searchable], position: int) -> int:
        """Replace the whole index in one commit; readers see the old one until then. Returns the number of records."""
        with self._commit():
            self._writer.delete_all_documents()
            return self._add(records, position)

    def _add(self, records: Iterable[Searchable], position: int) -> int:
        number = 0
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
        shown = {"kind": record.kind, "id": record.id, "slug": record.slug, "href": record.href, "titles": record.titles}
        texts = {f"text_{language}": text for language, text in record.texts.items() if language in LANGUAGES}
        titles: dict[str, None] = {}
        for title in record.titles.values():
            titles |= _forms_again(title)
        return tantivy.Document(
            key=key,
            kind=record.kind,
            id=record.id.encode(),
            shown=to_json(shown),
            title=" ".join(titles | _forms(record.slug)),
            words=" ".join(self._found_by(record, titles)),
            marks=list(record.marks),
            **texts,
        )

    def _found_by(self, record: Searchable, titles: Mapping[str, None]) -> list[str]:
        """Every form in which a word finds the record: as written, folded both ways, and its stem in the text's language.

        One field for all of them: a word that is asked for is then one list to walk, not a union over many fields.
        """
        forms = dict(titles)
        for text in record.texts.values():
            forms |= _forms(text)
        for name in record.words:
            forms |= _forms_again(name)
        found = list(forms)
        for language, analyzer in self._analyzers.items():
            said = " ".join(filter(None, (record.titles.get(language), record.texts.get(language))))
            if said:
                found += analyzer.analyze(said)
        return found + list(titles) * (TITLE_WEIGHT - 1)


def _ids(searcher: tantivy.Searcher, found: tantivy.SearchResult) -> list[str]:
    """Of the records that were found, in their order."""
    return [_stored(searcher.doc(address), "id").decode() for _, address in found.hits]


def _stored(document: tantivy.Document, field: str) -> bytes:
    """What is kept of a record, but not searched."""
    kept: bytes = document.get_first(field)  # type: ignore[assignment]  # every record has it
    return kept


def _hit(document: tantivy.Document, language: str, marker: Marker) -> Hit:
    shown = from_json(_stored(document, "shown"))
    served, title = spoken(shown["titles"], [language])
    snippet, highlights = marker.cut(document, language)
    return Hit(shown["kind"], shown["id"], shown["slug"], shown["href"], title, served, snippet, highlights)


def _count(found: tantivy.SearchResult) -> int:
    count: int = found.count  # type: ignore[attr-defined]  # missing in the library's stub
    return count
