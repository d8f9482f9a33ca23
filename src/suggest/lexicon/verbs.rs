//! Verbs that attribute, by class.

use super::Cue;

/// Lemmas of each class. A verb stands in the class that says most about where its content is.
pub(super) const VERBS: [(Cue, &str); 12] = [
    (
        Cue::Say,
        "say add note signal signalise hear foresee make let draw explain announce report state declare stress emphasize emphasise reiterate repeat remark \
         observe comment mention recall recount relate disclose confirm acknowledge admit concede affirm agree \
         answer reply respond counter retort reassure assure inform tell notify brief remind testify continue \
         conclude elaborate clarify specify underline underscore highlight signal quip joke deadpan parry radio chant cheer \
         sing parrot convey apprise opine laugh smile sigh grin \
         shrug nod snap whisper shout yell scream cry exclaim mutter murmur mumble thunder grumble groan moan \
         chuckle interject insert interrupt offer volunteer muse reflect reason summarise summarize argue-back \
         begin confide reveal proclaim pronounce venture hint imply intimate boast brag crow gush enthuse rave \
         lament bemoan complain protest object rage fume seethe gripe grouse whine caution warn alert advise \
         predict forecast project calculate estimate reckon guess speculate theorize theorise speak recite narrate \
         deadpan breathe plead beg sniff scoff sneer marvel ponder vent rejoin allow grant confess apologise apologize \
         blurt boom chorus concur demur exult fret gasp growl hazard hiss holler howl intone interpose jeer jest opine pipe preach \
         prophesy rail rant roar shriek snarl stammer stress surmise tease trumpet utter wail relay recap \
         underscore certify attest vouch inject chime echo correct contradict tout reassert swear hold read go communicate \
         divulge deduce quantify reaffirm heckle bark bellow cable phone telephone reminisce recollect \
         sputter splutter snort squeal stutter wheeze pontificate quibble fulminate inveigh expound elucidate update forewarn \
         envisage envision foretell corroborate verify learn weigh chip own fire shoot hit push lay sum spell set",
    ),
    (
        Cue::Claim,
        "claim allege argue insist contend maintain assert profess purport submit suggest propose posit postulate \
         charge aver insinuate conjecture avow advocate opine plead pretend hypothesise hypothesize extrapolate infer moot float",
    ),
    (
        Cue::Deny,
        "deny reject dismiss dispute rebut refute rebuff repudiate disavow disclaim rule question challenge contest \
         oppose decry deplore contradict discount downplay wave brush shrug concede acknowledge admit confirm \
         welcome criticise criticize condemn denounce regret recommend announce disclose detail outline cite \
         flag query lament bemoan reveal defend justify back endorse stress echo warn oppose cast express voice \
         reiterate highlight demand seek pray rebut accept foresee define oblige reproach lash trace attach turn dispel \
         recant uphold debunk play walk row stand pour take minimise minimize belittle misrepresent exclude raise \
         sound come",
    ),
    (
        Cue::Attack,
        "accuse reproach lash pin blame slam blast slate lambast lambaste attack fault chide rebuke berate censure deride mock ridicule \
         savage castigate excoriate assail pan skewer rip praise hail laud applaud commend thank congratulate \
         pillory disparage vilify denigrate attribute ascribe credit indict suspect convict reprimand scold upbraid rap \
         admonish hammer rib extol malign acclaim damn heap clear exonerate scorn",
    ),
    (
        Cue::Think,
        "believe think expect fear hope suspect feel doubt consider assume presume suppose anticipate understand \
         know want wish reckon imagine figure regard see view deem judge trust worry guess sense realise realize \
         remember intend plan agree disagree",
    ),
    (Cue::Ask, "ask wonder inquire enquire query question quiz demand press"),
    (
        Cue::Urge,
        "urge order call ask request beg implore beseech entreat plead appeal exhort advise counsel direct instruct \
         command demand press encourage invite summon recommend tell warn lobby petition remind require compel \
         challenge task bar forbid permit allow rule enjoin dare nudge pressure",
    ),
    (
        Cue::Promise,
        "promise pledge vow threaten swear undertake commit guarantee offer refuse agree volunteer propose decline bet",
    ),
    (
        Cue::Write,
        "write tweet post blog publish text message e-mail email type scribble sign headline print caption repost \
         retweet pen note scrawl jot inscribe",
    ),
    (
        Cue::Show,
        "show find suggest indicate reveal conclude determine demonstrate prove establish point read list detail \
         describe document record count put estimate project forecast attribute identify see predict rate rank \
         quote cite flag warn recommend note measure calculate record register confirm imply say state give provide define \
         foresee end run trace rule hear assess classify class value gauge place interpret translate bear link chart peg",
    ),
    (
        Cue::Call,
        "call describe label brand dub term characterise characterize portray paint cast depict name hail deem \
         style declare dismiss liken compare refer treat denounce condemn decry deride bill misquote coin classify class \
         assess value interpret render phrase advertise adjudge transcribe",
    ),
    (Cue::Name, "quote cite paraphrase invoke name"),
];

/// Forms that no rule gives: lemma, third person, past, past participle, present participle.
pub(super) const IRREGULAR: [(&str, &str, &str, &str, &str); 54] = [
    ("say", "says", "said", "said", "saying"),
    ("tell", "tells", "told", "told", "telling"),
    ("write", "writes", "wrote", "written", "writing"),
    ("think", "thinks", "thought", "thought", "thinking"),
    ("find", "finds", "found", "found", "finding"),
    ("show", "shows", "showed", "shown", "showing"),
    ("feel", "feels", "felt", "felt", "feeling"),
    ("know", "knows", "knew", "known", "knowing"),
    ("see", "sees", "saw", "seen", "seeing"),
    ("read", "reads", "read", "read", "reading"),
    ("put", "puts", "put", "put", "putting"),
    ("go", "goes", "went", "gone", "going"),
    ("speak", "speaks", "spoke", "spoken", "speaking"),
    ("swear", "swears", "swore", "sworn", "swearing"),
    ("begin", "begins", "began", "begun", "beginning"),
    ("hold", "holds", "held", "held", "holding"),
    ("understand", "understands", "understood", "understood", "understanding"),
    ("cast", "casts", "cast", "cast", "casting"),
    ("forbid", "forbids", "forbade", "forbidden", "forbidding"),
    ("undertake", "undertakes", "undertook", "undertaken", "undertaking"),
    ("bet", "bets", "bet", "bet", "betting"),
    ("rip", "rips", "ripped", "ripped", "ripping"),
    ("forecast", "forecasts", "forecast", "forecast", "forecasting"),
    ("plead", "pleads", "pleaded", "pled", "pleading"),
    ("quiz", "quizzes", "quizzed", "quizzed", "quizzing"),
    ("tweet", "tweets", "tweeted", "tweeted", "tweeting"),
    ("offer", "offers", "offered", "offered", "offering"),
    ("refer", "refers", "referred", "referred", "referring"),
    ("beseech", "beseeches", "besought", "besought", "beseeching"),
    ("mean", "means", "meant", "meant", "meaning"),
    ("bar", "bars", "barred", "barred", "barring"),
    ("e-mail", "e-mails", "e-mailed", "e-mailed", "e-mailing"),
    ("seek", "seeks", "sought", "sought", "seeking"),
    ("foresee", "foresees", "foresaw", "foreseen", "foreseeing"),
    ("sing", "sings", "sang", "sung", "singing"),
    ("give", "gives", "gave", "given", "giving"),
    ("hear", "hears", "heard", "heard", "hearing"),
    ("run", "runs", "ran", "run", "running"),
    ("make", "makes", "made", "made", "making"),
    ("let", "lets", "let", "let", "letting"),
    ("draw", "draws", "drew", "drawn", "drawing"),
    ("pin", "pins", "pinned", "pinned", "pinning"),
    ("take", "takes", "took", "taken", "taking"),
    ("stand", "stands", "stood", "stood", "standing"),
    ("shoot", "shoots", "shot", "shot", "shooting"),
    ("hit", "hits", "hit", "hit", "hitting"),
    ("set", "sets", "set", "set", "setting"),
    ("lay", "lays", "laid", "laid", "laying"),
    ("bear", "bears", "bore", "borne", "bearing"),
    ("come", "comes", "came", "come", "coming"),
    ("foretell", "foretells", "foretold", "foretold", "foretelling"),
    ("infer", "infers", "inferred", "inferred", "inferring"),
    ("learn", "learns", "learned", "learnt", "learning"),
    ("quip", "quips", "quipped", "quipped", "quipping"),
];

/// Verbs that double their last letter.
pub(super) const DOUBLING: &str = "flag aver rib peg chip row deadpan admit submit brag chat commit grin nod permit pan plan slam snap tip beg compel dub expel rap \
     scrap shrug step sob stop sum pen repel signal label counsel travel fuel";

/// Nouns that attribute: “his claim that”, “in a statement”.
pub(super) const NOUNS: &str = "claim claims statement statements warning warnings accusation accusations allegation allegations assertion \
     assertions assurance assurances announcement announcements admission denial denials confession contention \
     argument arguments suggestion suggestions hint hints prediction predictions forecast forecasts promise promises \
     pledge pledges vow vows threat threats demand demands call calls appeal appeals request requests plea pleas \
     order orders complaint complaints criticism remark remarks comment comments insistence belief fear fears hope \
     hopes view opinion verdict conclusion finding findings message words word charge charges explanation reply \
     response answer question report reports rumour rumours rumor rumors news tweet post letter estimate estimates \
     assessment testimony declaration reminder proposal advice recommendation instruction concern concerns doubt \
     doubts suspicion conviction confirmation revelation observation theory motto slogan chant account evidence declarations \
     description correction caveat version recommendations position stance retort rebuke lament quip boast thesis hypothesis \
     notion readout alarm promise assurances disbelief";
