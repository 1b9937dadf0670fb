"""Words that come with names of places, and words that look like names of places and are none."""

from __future__ import annotations

import re

from comparer.analysis.places.sites import site_table
from comparer.analysis.times.phrases import MONTH, WEEKDAY

REGION_WORDS = frozenset({
    "region", "oblast", "province", "state", "district", "county", "governorate", "prefecture", "canton", "republic",
    "territory", "municipality", "raion",
})  # fmt: skip
NATURE_WORDS = frozenset({
    "valley", "river", "peninsula", "island", "islands", "bay", "strait", "desert", "mountain", "mountains", "forest",
    "coast", "gulf", "sea", "lake", "delta", "plateau", "hills", "canyon", "sound", "reef", "creek", "glacier", "plain", "pass",
    "fjord", "lagoon", "gorge", "ridge", "marsh", "marshes", "moor", "channel", "ocean", "estuary", "archipelago", "volcano",
    "cape", "headland", "cave", "caves", "waterfall", "isle", "heath", "steppe", "canal", "bight", "firth", "hill",
})  # fmt: skip
TOWN_WORDS = frozenset({
    "city", "town", "village", "suburb", "neighborhood", "neighbourhood", "quarter", "square", "street", "avenue", "road",
    "airport", "dam", "bridge", "camp", "port", "harbor", "harbour", "crossing", "borough", "base", "stadium", "station",
    "hamlet", "township", "settlement", "commune", "parish",
})  # fmt: skip
SETTLEMENTS = frozenset({"city", "town", "village", "hamlet", "township", "settlement", "commune", "parish"})
TOWN_PARTS = frozenset(
    {"district", "quarter", "neighborhood", "neighbourhood", "suburb", "borough", "ward", "arrondissement"}
)
"""Before or after a name these say that it lies in some town: the Altona district is not a town called Altona."""
SITE_WORDS = (
    (TOWN_WORDS | site_table().typed)
    - SETTLEMENTS
    - {"port", "suburb", "borough", "camp", "crossing", "quarter", "base"}
)
TYPE_WORDS = REGION_WORDS | NATURE_WORDS | TOWN_WORDS | SITE_WORDS
WHOLES = frozenset({
    "region", "oblast", "province", "state", "district", "county", "city", "town", "village", "port", "capital", "suburb",
    "coast", "outskirt", "outskirts", "part", "east", "west", "north", "south", "center", "centre", "area", "island",
    "territory", "border", "shore", "edge", "heart", "street", "streets", "side", "valley", "airport", "harbor", "harbour",
    "republic", "municipality", "base", "downtown", "governorate", "prefecture", "community", "neighborhood", "resort",
    "hamlet", "neighbourhood", "settlement", "township", "commune", "parish", "borough", "quarter", "archipelago", "enclave",
    "peninsula", "suburbs", "entrance", "gate", "gates", "waters", "foot", "slope", "slopes", "top", "bank", "banks", "mouth",
    "bottom", "bed", "front", "middle",
})  # fmt: skip
"""What is in the port of a town is in the town."""
SITES_BEFORE_NAME = frozenset(
    {"hotel", "villa", "café", "château", "schloss", "rue", "via", "piazza", "calle", "plaza", "stade"}
)
BEFORE_NAME = frozenset({"lake", "mount", "mt.", "port", "cape", "fort", "river", "camp", "isle"}) | SITES_BEFORE_NAME
WATERS_AND_HEIGHTS = frozenset({"lake", "mount", "mt.", "cape", "river", "isle"})
"""Of these, what is never a town."""
OF_NAME = frozenset(
    {"gulf", "bay", "strait", "straits", "sea", "isle", "firth", "sound", "bight", "cape", "mouth", "channel"}
)
"""With "of" and a name they make one: "the Gulf of Finland" is not in Finland."""
DIRECTIONS = frozenset({
    "northern", "southern", "eastern", "western", "central", "northeastern", "northwestern", "southeastern", "southwestern",
})  # fmt: skip
TAKE_IN = frozenset({
    "believe", "confide", "trust", "invest", "specialise", "specialize", "interest", "interested", "deal", "result", "faith",
    "post", "file", "tag", "publish", "confidence", "belief", "stake", "share", "investment", "engage", "involve",
})  # fmt: skip
SIDES = frozenset({
    "north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest", "center", "centre", "outskirts",
})  # fmt: skip
GOING = frozenset({
    "travel", "fly", "sail", "divert", "drive", "march", "head", "bind", "flee", "evacuate", "deport", "extradite", "commute",
    "tow", "airlift", "cycle", "ride", "depart", "arrive", "train", "flight", "bus", "ferry", "route", "road", "journey", "trip",
    "motorway", "tram", "coach", "line", "pipeline", "path", "run",
})  # fmt: skip
"""Words whose "to" and "from" lead to places."""
WAYS = frozenset({"to", "from", "via", "towards", "toward"})
LOCATIVE = frozenset({"in", "near", "outside", "around", "at"})
NOT_NAMES = frozenset({
    "parliament", "congress", "senate", "house", "court", "council", "english", "french", "german", "spanish", "russian",
    "chinese", "arabic", "hebrew", "reuters", "bloomberg",
    "god", "christ", "islam", "christianity", "covid", "ai", "nato", "eu", "un",
    "chapter", "dc", "week", "windows", "outlook", "telecom",
    "article", "section", "phase", "group", "series", "class", "grade", "mr.", "ms.", "mrs.", "dr.", "twitter", "facebook",
    "instagram", "tiktok", "telegram", "whatsapp", "internet", "olympics", "euro", "gmt", "premier", "league",
})  # fmt: skip


PLACE_LABELS = frozenset({"", "GPE", "LOC"})
OTHER_LABELS = PLACE_LABELS | {"PERSON", "ORG", "DATE", "FAC", "PRODUCT"}
TIME_WORD = re.compile(rf"{WEEKDAY}s?|{MONTH}|Christmas|Easter|Ramadan|Thanksgiving|Passover")
