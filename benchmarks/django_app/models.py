"""The tables of the networks, as Django sees them."""

from django.db import models


class Organisation(models.Model):
    """A named organisation, such as a municipality."""

    id = models.CharField(primary_key=True, max_length=32)
    name = models.CharField(max_length=120)
    country = models.CharField(max_length=2)
    aliases = models.JSONField()
    latitude = models.FloatField(null=True)
    longitude = models.FloatField(null=True)
    population = models.IntegerField(null=True)

    class Meta:
        managed = False
        db_table = "organisation"


class Network(models.Model):
    """A network of cities."""

    id = models.CharField(primary_key=True, max_length=32)
    version = models.IntegerField()
    updated_at = models.DateTimeField()
    slug = models.CharField(max_length=120, unique=True)
    state = models.CharField(max_length=40)
    life = models.CharField(max_length=40)
    origin = models.CharField(max_length=40)
    published_at = models.DateTimeField(null=True)
    name = models.JSONField()
    long_name = models.JSONField(null=True)
    label = models.JSONField()
    summary = models.JSONField()
    abbreviation = models.CharField(max_length=60, null=True)
    name_variants = models.JSONField()
    keywords = models.JSONField()
    category = models.CharField(max_length=40)
    founding_type = models.CharField(max_length=40)
    typology = models.CharField(max_length=40, null=True)
    founded = models.CharField(max_length=10, null=True)
    founded_year = models.IntegerField(null=True)
    end_year = models.IntegerField(null=True)
    duration_kind = models.CharField(max_length=40, null=True)
    geographic_scope = models.CharField(max_length=40)
    member_count = models.IntegerField(null=True)
    member_count_qualifier = models.CharField(max_length=40, null=True)
    countries_reached = models.IntegerField(null=True)
    work_formats = models.JSONField()
    funding = models.JSONField()
    outputs = models.JSONField()
    emails = models.JSONField()
    websites = models.JSONField()
    result_links = models.JSONField()
    founding_place = models.JSONField(null=True)
    profile = models.JSONField()
    sources = models.JSONField()
    sort_name = models.CharField(max_length=80)

    class Meta:
        managed = False
        db_table = "network"
        ordering = ("sort_name", "id")


class Member(models.Model):
    """A named member of a network."""

    id = models.CharField(primary_key=True, max_length=32)
    network = models.ForeignKey(Network, models.CASCADE, related_name="members")
    position = models.IntegerField(null=True)
    name = models.CharField(max_length=300)
    country = models.CharField(max_length=2, null=True)
    kind = models.CharField(max_length=40)
    role = models.CharField(max_length=60, null=True)
    organisation = models.ForeignKey(Organisation, models.CASCADE, null=True)

    class Meta:
        managed = False
        db_table = "membership"
        ordering = ("position",)


class TopicLink(models.Model):
    """That a network works on a topic."""

    pk = models.CompositePrimaryKey("network_id", "topic_id")
    network = models.ForeignKey(Network, models.CASCADE, related_name="topic_links")
    topic_id = models.CharField(max_length=64)
    position = models.IntegerField()

    class Meta:
        managed = False
        db_table = "network_topic"
        ordering = ("position",)


class Relation(models.Model):
    """A relation to another network or to an organisation."""

    id = models.CharField(primary_key=True, max_length=32)
    network = models.ForeignKey(Network, models.CASCADE, related_name="relations")
    position = models.IntegerField()
    kind = models.CharField(max_length=40)
    target = models.ForeignKey(Network, models.CASCADE, null=True, related_name="incoming")
    organisation = models.JSONField(null=True)
    note = models.JSONField(null=True)

    class Meta:
        managed = False
        db_table = "network_relation"
        ordering = ("position",)
