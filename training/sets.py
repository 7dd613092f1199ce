"""What the weights were fitted on, with the licences, as the manifest and the card say it."""

DATA = [
    {"name": "PolNeAR train", "licence": "none written; see docs/accuracy.md"},
    {"name": "UD English EWT train", "licence": "CC BY-SA 4.0"},
    {"name": "UDS-IH2 train", "licence": "CC BY-SA 4.0"},
    {
        "name": "GUM train without the genre conversation",
        "licence": "annotation CC BY 4.0; texts CC BY, CC BY-SA or public domain, by genre",
    },
    {"name": "CrossNER politics train", "licence": "MIT"},
    {"name": "re3d", "licence": "by publisher: public domain, OGL 3, CC BY 3.0 AU, CC BY-SA 3.0"},
    {"name": "MegaVeridicality train", "licence": "none written; see docs/accuracy.md"},
    {"name": "ECB+ train", "licence": "annotation CC BY 3.0; none written for the news"},
    {"name": "ClaimDiff train, four topics of five", "licence": "none written"},
    {
        "name": "3,887 labelled pairs of claims, training/corpora/pairs",
        "licence": "labels ours; none written for the news",
    },
]
