//! The claims of the real article, by hand.

/// A statement, and who makes it.
pub(crate) struct Statement {
    /// Its words, as they stand in one block of the article.
    pub(crate) words: &'static str,
    /// A source's name, or one of the two below.
    pub(crate) speaker: &'static str,
}

/// The article itself.
pub(crate) const OWN_VOICE: &str = "Article’s own voice";

const fn claim(speaker: &'static str, words: &'static str) -> Statement {
    Statement { words, speaker }
}

/// What the article reports, in its order.
pub(crate) const CLAIMS: &[Statement] = &[
    claim(
        "Kremlin",
        "The Russian president and his Belarusian counterpart Tuesday discussed the migrants’ situation on the Belarusian-Polish border",
    ),
    claim(
        "Kremlin",
        "Vladimir Putin and Alexander Lukashenko exchanged views on the migration crisis on the borders of Belarus with the EU countries",
    ),
    claim(
        "Belarusian press service",
        "Putin and Lukashenko discussed “joint actions to defend the borders of the Union State.”",
    ),
    claim(
        "Belarusian press service",
        "The situation in Ukraine and the unscheduled military exercises by Ukraine and the United States near the borders of the Russian Federation and in the Black Sea also came under discussion",
    ),
    claim(
        OWN_VOICE,
        "On Monday, Lukashenko and Merkel discussed ways and prospects of solving the migration crisis and humanitarian support for refugees.",
    ),
    claim("Lavrov", "Poland’s “unacceptable behavior” towards migrants"),
    claim(
        "Lavrov",
        "the country’s law enforcement forces use tear gas, water cannons, and warning shots against migrants",
    ),
    claim(
        "Lavrov",
        "Poland’s authorities are hiding their actions from the media and the EU’s relevant migration agencies, not allowing them to the zone of the crisis",
    ),
    claim(
        "Lavrov",
        "“The EU has a Border and Coast Guard Agency, Europol, and an Asylum Support Bureau. These are official EU mechanisms that were created to deal with such situations,”",
    ),
    claim(
        "Lavrov",
        "the EU bodies “would very much like to visit the border from the Polish side, but they are not allowed to send their experts there so that they do not form an objective picture and develop recommendations for Brussels.”",
    ),
    claim("EU", "“using irregular migration as a tool”"),
    claim(
        "Lukashenko",
        "migrants are using Belarus to enter the EU because it has a visa-free regime with countries “destroyed by the Western military ventures.”",
    ),
    claim(
        "EU",
        "7,935 people tried to enter the bloc via the Belarusian-EU border in 2021, up sharply from just 150 last year",
    ),
    claim(
        OWN_VOICE,
        "Polish authorities stepped up border protection last week and mobilized more than 12,000 troops",
    ),
];
