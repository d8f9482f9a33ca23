//! What verbs that attribute go on with, and how often they attribute at all.

use super::literal;

/// One bit for each way to go on, and two for how often a verb attributes.
pub(crate) mod frame {
    /// A clause: “argued (that) it was late”.
    pub(crate) const CLAUSE: u8 = 1;
    /// Somebody’s words: “he shrugged”.
    pub(crate) const QUOTE: u8 = 2;
    /// A thing that is itself what is said: “denied the charge”, “demanded a recount”.
    pub(crate) const THING: u8 = 4;
    /// An infinitive: “urged them to leave”.
    pub(crate) const ACT: u8 = 8;
    /// A thing behind a preposition: “warned of floods”, “called for calm”.
    pub(crate) const MATTER: u8 = 16;
    /// Nearly always attributes.
    pub(crate) const FIRM: u8 = 32;
    /// Mostly means something else.
    pub(crate) const LOOSE: u8 = 64;
    /// Attributes only with its particle: “played down”, “took exception”.
    pub(crate) const PHRASAL: u8 = 128;
}

use frame::{ACT, CLAUSE, FIRM, LOOSE, MATTER, QUOTE, THING};

/// Lemmas by what they go on with.
pub(super) const FRAMES: [(u8, &str); 7] = [
    (
        CLAUSE,
        "say add note signal signalise hear foresee explain announce report state declare stress emphasize emphasise reiterate repeat \
         remark observe comment mention recall recount relate disclose confirm acknowledge admit concede affirm agree answer reply \
         respond counter retort reassure assure inform tell notify remind testify conclude clarify specify underline underscore \
         highlight joke quip opine whisper shout mutter confide reveal proclaim pronounce hint imply intimate boast brag \
         lament bemoan \
         complain protest caution warn alert advise predict forecast project calculate estimate reckon guess speculate theorize \
         theorise allow grant confess swear certify attest vouch stress claim allege argue insist contend maintain assert profess \
         purport submit suggest propose posit postulate charge aver insinuate conjecture avow plead pretend deny dispute question \
         recommend regret believe think expect fear hope suspect feel doubt consider assume presume suppose anticipate \
         understand know \
         imagine figure deem judge trust worry sense realise realize remember ask wonder inquire enquire query demand order urge \
         request promise pledge vow threaten guarantee bet write tweet post blog text message e-mail email show find indicate \
         determine demonstrate prove establish record rule decide hold reason muse ponder marvel read see communicate divulge \
         deduce reaffirm recollect envisage envision foretell corroborate verify learn hypothesise hypothesize \
         extrapolate infer own weigh assess interpret",
    ),
    (
        QUOTE,
        "say add note explain announce report state declare stress reiterate repeat remark observe comment recall recount relate \
         disclose confirm acknowledge admit concede agree answer reply respond counter retort tell testify continue conclude joke \
         deadpan parry chant sing quip laugh smile sigh grin shrug nod snap whisper shout yell scream cry exclaim mutter murmur \
         mumble thunder grumble groan moan chuckle interject interrupt offer volunteer muse reflect summarise begin confide reveal \
         proclaim boast brag crow enthuse lament complain protest rage fume seethe gripe warn caution predict guess plead beg \
         sniff \
         scoff sneer breathe rejoin confess apologise apologize blurt boom gasp growl hiss holler howl intone opine roar \
         shriek snarl \
         stammer claim argue insist contend maintain assert submit suggest think wonder ask inquire enquire demand order urge \
         write \
         tweet post text message e-mail email read call describe label brand dub term quote cite name go demur object heckle \
         bark bellow reminisce recollect sputter splutter snort squeal stutter wheeze pontificate quibble weigh chip \
         fire shoot hit push",
    ),
    (
        THING,
        "deny reject dismiss dispute rebut refute rebuff repudiate disavow disclaim question challenge contest oppose decry deplore \
         contradict criticise criticize condemn denounce regret recommend announce disclose detail outline cite lament bemoan \
         reveal express voice reiterate demand seek foresee predict forecast project estimate propose promise pledge vow guarantee \
         confirm admit acknowledge concede allege claim suggest urge request threaten advise fear expect anticipate report \
         call describe label brand dub term deem reprove blame fault slam blast highlight stress underline identify list \
         attribute advocate plead divulge quantify reaffirm float moot dispel recant uphold debunk play walk stand minimise \
         minimize belittle extol \
         set lay spell raise exclude corroborate bear",
    ),
    (
        ACT,
        "urge order call ask request beg implore beseech entreat plead appeal exhort advise counsel direct instruct command demand \
         encourage invite recommend tell warn lobby petition remind require compel challenge forbid promise pledge vow threaten \
         swear undertake commit offer refuse agree propose claim profess hope expect enjoin dare nudge pressure",
    ),
    (
        MATTER,
        "warn call point speak complain accuse blame describe attribute ascribe appeal plead ask boast brag apologise apologize hint \
         refer characterise characterize portray depict dismiss denounce condemn decry deride criticise criticize fault \
         praise hail \
         laud object protest insist agree disagree talk express voice advise regard see deem treat liken compare suspect \
         estimate put \
         commit press reproach classify class value gauge peg interpret bill coin assess render phrase advertise adjudge \
         admonish clear exonerate \
         own take pour heap sum place come rib",
    ),
    (
        FIRM,
        "say add explain announce state declare stress emphasize emphasise reiterate remark comment recall disclose acknowledge admit \
         concede affirm reply respond retort assure inform tell testify conclude quip joke opine whisper mutter murmur \
         exclaim confide \
         proclaim boast lament bemoan complain caution warn predict estimate claim allege argue insist contend assert profess \
         posit \
         aver avow deny dispute rebut refute accuse believe think hope fear suspect wonder urge promise pledge vow write tweet \
         demand recommend suggest criticise criticize condemn denounce note reckon speculate recount divulge reaffirm \
         recollect hypothesise hypothesize extol recant enjoin",
    ),
    (
        LOOSE,
        "go hold make let draw run put give hear see read cast turn back wave brush shrug pin trace attach rule count provide \
         define end allow grant bar permit task press summon offer refuse decline bet plan intend want wish sign type pen print \
         invite require oblige treat name paint style register record list detail document oppose defend justify echo \
         sing smile laugh sigh grin nod chuckle begin continue project measure rate rank identify feel know figure view regard \
         judge agree correct relay credit convict indict lobby press query commit compel lash object communicate learn verify \
         update deduce float moot bill coin render translate place link bear value class classify \
         advertise clear dare pressure nudge phone cable hammer push fire shoot hit take stand come set lay play walk row own \
         weigh chip \
         spell sum pour raise heap sound uphold chart gauge exclude",
    ),
];

/// The verbs that attribute only with one of these words behind them, an article aside.
pub(crate) const PARTICLES: [(&str, &[u32]); 22] = [
    ("play", &[literal("down"), literal("up")]),
    ("hit", &[literal("out"), literal("back")]),
    ("fire", &[literal("back")]),
    ("shoot", &[literal("back")]),
    ("push", &[literal("back")]),
    ("walk", &[literal("back")]),
    ("row", &[literal("back")]),
    ("own", &[literal("up")]),
    ("sum", &[literal("up")]),
    ("spell", &[literal("out")]),
    ("set", &[literal("out")]),
    ("lay", &[literal("out")]),
    ("weigh", &[literal("in")]),
    ("chip", &[literal("in")]),
    ("come", &[literal("out"), literal("under")]),
    ("stand", &[literal("by")]),
    ("take", &[literal("exception"), literal("issue"), literal("aim"), literal("view")]),
    ("pour", &[literal("scorn"), literal("cold")]),
    ("heap", &[literal("praise"), literal("scorn"), literal("blame")]),
    ("sound", &[literal("alarm"), literal("warning")]),
    (
        "raise",
        &[
            literal("possibility"),
            literal("question"),
            literal("questions"),
            literal("doubts"),
            literal("concerns"),
            literal("concern"),
            literal("fears"),
            literal("alarm"),
            literal("prospect"),
        ],
    ),
    ("bear", &[literal("out")]),
];
