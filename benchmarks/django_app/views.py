"""List, one and search."""

from django.db import connection
from rest_framework import generics, pagination, serializers
from rest_framework.response import Response
from rest_framework.views import APIView

from benchmarks.django_app.models import Member, Network, Relation

LIST_FIELDS = (
    "slug",
    "name",
    "long_name",
    "label",
    "summary",
    "abbreviation",
    "category",
    "founding_type",
    "typology",
    "founded",
    "end_year",
    "duration_kind",
    "geographic_scope",
    "member_count",
    "member_count_qualifier",
    "countries_reached",
    "keywords",
    "work_formats",
    "funding",
    "life",
    "id",
    "founded_year",
    "updated_at",
)
MORE_FIELDS = (
    "origin",
    "name_variants",
    "outputs",
    "emails",
    "websites",
    "result_links",
    "founding_place",
    "profile",
    "sources",
    "version",
    "state",
    "published_at",
)
COMPUTED = ("topics", "german_municipalities", "countries", "not_stated", "readings", "display")


class NetworkInList(serializers.ModelSerializer):
    """A network in a list."""

    topics = serializers.SerializerMethodField()
    german_municipalities = serializers.SerializerMethodField()
    countries = serializers.SerializerMethodField()
    not_stated = serializers.SerializerMethodField()
    readings = serializers.SerializerMethodField()
    display = serializers.SerializerMethodField()

    class Meta:
        model = Network
        fields = (*LIST_FIELDS, *COMPUTED)

    def get_topics(self, network):
        return [link.topic_id for link in network.topic_links.all()]

    def get_german_municipalities(self, network):
        german = [each for each in network.members.all() if each.kind == "municipality" and each.country == "DE"]
        return list(dict.fromkeys(each.organisation.name if each.organisation else each.name for each in german))

    def get_countries(self, network):
        return sorted({each.country for each in network.members.all() if each.country})

    def get_not_stated(self, network):
        return [entry["field"] for entry in network.profile if entry["status"] == "not_stated"]

    def get_readings(self, network):
        return [entry["field"] for entry in network.profile if entry["readings"]]

    def get_display(self, network):
        language = "en" if network.name.get("en") else next(iter(network.name))
        return {
            "language": language,
            "name": network.name[language],
            "long_name": (network.long_name or {}).get(language),
            "summary": network.summary[language],
        }


class MemberInNetwork(serializers.ModelSerializer):
    """A named member with its place."""

    aliases = serializers.SerializerMethodField()
    latitude = serializers.SerializerMethodField()
    longitude = serializers.SerializerMethodField()
    population = serializers.SerializerMethodField()

    class Meta:
        model = Member
        fields = ("name", "country", "kind", "role", "aliases", "latitude", "longitude", "population")

    def get_aliases(self, member):
        place = _place(member)
        return place.aliases if place else []

    def get_latitude(self, member):
        return getattr(_place(member), "latitude", None)

    def get_longitude(self, member):
        return getattr(_place(member), "longitude", None)

    def get_population(self, member):
        return getattr(_place(member), "population", None)


def _place(member):
    return member.organisation if member.kind == "municipality" else None


class NamedNetwork(serializers.ModelSerializer):
    """A network as others name it."""

    class Meta:
        model = Network
        fields = ("slug", "name", "label")


class RelationInNetwork(serializers.ModelSerializer):
    """A relation of a network."""

    network = NamedNetwork(source="target")

    class Meta:
        model = Relation
        fields = ("kind", "network", "organisation", "note")


class WholeNetwork(NetworkInList):
    """One network."""

    members = MemberInNetwork(many=True)
    relations = RelationInNetwork(many=True)
    licence = serializers.SerializerMethodField()

    class Meta:
        model = Network
        fields = (*LIST_FIELDS, *MORE_FIELDS, *COMPUTED, "members", "relations", "licence")

    def get_licence(self, network):
        return "CC-BY-4.0"


class Pages(pagination.LimitOffsetPagination):
    """Pages of our shape."""

    default_limit = 25
    max_limit = 100

    def get_paginated_response(self, data):
        return Response({"items": data, "next": self.get_next_link(), "total": self.count, "facets": None})


class NetworkPages(generics.ListAPIView):
    """The list."""

    serializer_class = NetworkInList
    pagination_class = Pages
    columns = {"category": "category", "founding_type": "founding_type", "typology": "typology"} | {
        "scope": "geographic_scope",
        "duration": "duration_kind",
        "topic": "topic_links__topic_id",
    }

    def get_queryset(self):
        given = self.request.query_params
        found = Network.objects.prefetch_related("members__organisation", "topic_links")
        found = found.filter(**{column: given[name] for name, column in self.columns.items() if name in given})
        if "country" in given:
            found = found.filter(pk__in=Member.objects.filter(country=given["country"]).values("network_id"))
        return found


class OneNetwork(generics.RetrieveAPIView):
    """One record by its slug."""

    serializer_class = WholeNetwork
    lookup_field = "slug"
    queryset = Network.objects.prefetch_related("members__organisation", "topic_links", "relations__target")


class Search(APIView):
    """SQLite's full text, as raw SQL, which Django has no words for."""

    def get(self, request):
        words = " ".join(f'"{word}"' for word in request.query_params["q"].replace('"', " ").split())
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM network_fts WHERE network_fts MATCH %s", [words])
            total = cursor.fetchone()[0]
            cursor.execute(
                "SELECT n.id, snippet(network_fts, -1, '<mark>', '</mark>', '…', 30) FROM network_fts f "
                "JOIN network n ON n.rowid = f.rowid WHERE network_fts MATCH %s ORDER BY f.rank LIMIT 25",
                [words],
            )
            snippets = dict(cursor.fetchall())
        networks = Network.objects.only("id", "slug", "name").in_bulk(list(snippets))
        items = [
            {
                "kind": "network",
                "id": key,
                "slug": networks[key].slug,
                "title": networks[key].name["en"],
                "href": f"/networks/{networks[key].slug}",
                "snippet": snippet,
            }
            for key, snippet in snippets.items()
        ]
        return Response({"items": items, "total": total})
