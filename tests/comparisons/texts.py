"""Two invented pieces about an invented accident, one list of sentences per paragraph."""

from __future__ import annotations

from comparer.analysis.report import Role

Text = list[tuple[Role, list[str]]]

LEFT: Text = [
    ("title", ["Ferry runs aground off Karsund with 212 on board"]),
    ("body", ["The operator says that the Aurelia followed every rule; investigators have opened an inquiry."]),
    (
        "body",
        [
            "A passenger ferry carrying 212 people ran aground on a reef off the island of Karsund early on Tuesday, injuring at least 14 of them, the coastguard said.",
            "The Aurelia struck the Grey Teeth reef at 5:40 a.m., about two kilometres south of Karsund harbour.",
            "Rescue boats brought all passengers ashore within three hours.",
        ],
    ),
    (
        "body",
        [
            "“The vessel was sound, and the crew did what they were trained to do,” said Mara Ostrel, a spokeswoman for Velmar Lines.",
            "She said that the ship had passed its yearly inspection in March.",
            "Velmar Lines did not delay its call for help, according to the company.",
        ],
    ),
    (
        "body",
        [
            "The captain, Jonas Feld, 58, was on the bridge at the time, the coastguard said.",
            "A person familiar with the inquiry said that an autopilot fault was likely.",
            "Officials have not ruled out human error.",
        ],
    ),
    ("heading", ["Fog on the strait"]),
    (
        "body",
        [
            "Fog had cut visibility to less than 200 metres, the weather service said.",
            "Two smaller boats stayed in harbour that morning because of it.",
            "Ferries on the route are required to slow down in fog, but no speed limit is written into the harbour rules.",
        ],
    ),
    (
        "post",
        [
            "Our thoughts are with everyone on the Aurelia. Divers from K�rsund are on the way.",
            "— Karsund Coastguard (@karsundcoast) May 6, 2031",
        ],
    ),
    ("heading", ["What it costs"]),
    (
        "body",
        [
            "Salvage will cost about 4 million crowns, Transport Minister Ilse Brandt said on Wednesday.",
            "Brandt called the grounding “a serious accident” and asked islanders to be patient.",
            "The ministry has ordered checks of the four other ships of the class.",
        ],
    ),
    (
        "body",
        [
            "Some 30 islanders gathered at the quay to ask for a second lifeboat.",
            "Velmar Lines has run the route since 1998 and carries more than 150,000 people a year.",
            "The company has offered each passenger a refund and a free crossing.",
        ],
    ),
    (
        "body",
        [
            "The wreck was leaking a small amount of fuel on Wednesday, the environment agency said.",
            "Booms were laid around the reef to hold it.",
            "The agency expects no lasting harm to the seal colony nearby.",
        ],
    ),
]

RIGHT: Text = [
    ("title", ["‘An accident waiting to happen’: 19 hurt as ageing Karsund ferry hits reef"]),
    (
        "body",
        [
            "At least 19 people were hurt when the 41-year-old ferry Aurelia smashed into a reef near Karsund on 6 May, the island’s hospital said.",
            "The ship was carrying more than 200 passengers and crew from Lindhavn.",
            "It hit the Widow’s Rock reef shortly before dawn.",
        ],
    ),
    (
        "body",
        [
            "It took nearly five hours to bring the last of them ashore.",
            "Passengers described chaos on deck, with children handed down ropes into fishing boats.",
            "“Nobody told us anything. We put on the jackets ourselves,” said Petra Halm, 34, a nurse.",
        ],
    ),
    ("heading", ["A floating relic"]),
    (
        "body",
        [
            "Velmar Lines, the island’s monopoly operator, claimed that the “vessel was sound and the crew did as they were trained”.",
            "Its spokeswoman Mara Ostrel insisted that the ship had passed an inspection in April.",
            "Records seen by the Chronicle show that inspectors listed eleven faults, among them a worn steering gear.",
            "The company waited 25 minutes before it called for help.",
        ],
    ),
    (
        "body",
        [
            "The first mate, Tomas Reik, was alone on the bridge, two crew members said.",
            "An autopilot fault caused the grounding.",
            "The captain was asleep in his cabin.",
        ],
    ),
    (
        "body",
        [
            "There was thick fog over the strait, and other boats had been told to stay in port.",
            "The so-called fog rule obliges ferries to slow to six knots.",
        ],
    ),
    ("heading", ["Anger on the quay"]),
    (
        "body",
        [
            "Hundreds of furious islanders marched to the quay on Wednesday evening to demand a second lifeboat.",
            "“We have begged for years,” said the island’s mayor, Henrik Aas.",
            "Transport Minister Ilse Brandt admitted that the grounding was “a very serious accident”.",
            "She put the bill for the salvage at 6 million crowns.",
            "Brandt ignored a question on who would pay.",
        ],
    ),
    (
        "body",
        [
            "Velmar has been criticised before: in 2027 its ferry Lucia drifted for a night with 90 people on board.",
            "The firm, which has held the route since 1998, carries over 150,000 passengers each year.",
            "It has offered those on board their money back.",
        ],
    ),
    (
        "body",
        [
            "By Thursday oil had spread along three kilometres of the shore, the environment agency said.",
            "Volunteers were washing seals on the beach at Norra.",
        ],
    ),
]
