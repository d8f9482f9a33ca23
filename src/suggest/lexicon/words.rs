//! Words that help to find and to understand sources, by what they are.

use super::flag;

/// Words of each kind, in small letters.
pub(super) const WORDS: [(u32, &str); 30] = [
    (
        flag::PAST,
        "was were had did went came took gave got made left kept sold bought lost won met led sent spent stood sat ran grew drew \
         flew drove rode rose fell broke brought built caught chose cut dealt dug ate fought forgot froze hid hit \
         hurt knew laid lay let lit meant paid put quit rang sank sang saw sought shook shone shot showed shut \
         slept slid spread stole stuck struck swam swept swore swung taught thought threw told tore understood \
         woke wore wound began became bore beat bent bet bid blew bred burst cast clung crept drank fed felt fled \
         flung forgave found held heard hung knelt leapt lent withdrew withheld overtook outgrew undertook",
    ),
    (
        flag::TITLE,
        "mr mrs ms miss mx dr prof professor sir dame lord lady baroness baron count countess prince princess king queen \
         emperor sheikh sheik rev reverend fr father sister brother rabbi imam pope cardinal archbishop bishop pastor \
         ayatollah president vice-president premier chancellor minister secretary senator sen rep congressman \
         congresswoman representative governor gov lt mayor councillor councilman councilwoman cllr alderman \
         ambassador envoy consul judge justice chief general gen colonel col major maj captain capt commander cmdr \
         lieutenant sergeant sgt corporal cpl admiral adm brigadier marshal constable inspector superintendent \
         detective officer sheriff deputy coach manager chairman chairwoman chair ceo cfo coo director mp msp mep \
         speaker undersecretary attorney counsel commissioner provost td tds sr aunty aunt uncle mme monsieur herr frau adviser advisor justices vice dean warden private pvt pc dci chancellor",
    ),
    (
        flag::ROLE,
        "minister president premier chancellor secretary senator congressman congresswoman governor mayor councillor \
         ambassador envoy judge justice general colonel commander chief chairman chairwoman chairperson chair ceo \
         executive director manager head leader boss founder co-founder owner spokesman spokeswoman spokesperson \
         spox lawyer attorney solicitor barrister prosecutor economist analyst strategist scientist researcher \
         professor lecturer historian author writer novelist poet artist actor actress singer musician composer \
         conductor curator critic journalist reporter correspondent editor columnist blogger coach captain player \
         striker goalkeeper midfielder defender driver pilot doctor surgeon nurse midwife physician psychologist \
         epidemiologist virologist biologist ecologist geologist astronomer physicist chemist engineer architect \
         developer programmer teacher headteacher principal student pupil farmer fisherman shopkeeper baker \
         carpenter plumber electrician mechanic resident neighbour neighbor witness victim survivor defendant \
         suspect activist campaigner organiser organizer volunteer worker employee trader broker banker investor \
         landlord tenant pensioner widow widower mother father brother sister son daughter wife husband uncle aunt \
         grandmother grandfather man woman boy girl teenager official officer aide adviser advisor counsel deputy \
         commissioner inspector superintendent sheriff detective firefighter paramedic soldier veteran priest vicar \
         bishop imam rabbi pastor monk nun king queen prince princess duke speaker lawmaker legislator mp \
         parliamentarian politician diplomat counterpart predecessor successor colleague candidate nominee \
         pharmacologist pathologist coroner expert specialist consultant partner organist gardener ranger keeper \
         skipper referee umpire trainer jockey rider rower swimmer runner sprinter hurdler cyclist archaeologist \
         anthropologist sociologist linguist librarian archivist translator designer illustrator photographer \
         filmmaker producer playwright choreographer dancer chef waiter cook bartender barber butcher \
         treasurer auditor accountant regulator ombudsman trustee vice-president undersecretary marshal \
         undertaker registrar clerk porter guard conductor hydrologist meteorologist forecaster climatologist \
         oceanographer zoologist botanist vet veterinarian dentist pharmacist optician therapist",
    ),
    (
        flag::INSTITUTION,
        "government ministry department agency authority authorities administration commission committee council court \
         tribunal parliament senate congress cabinet office bureau board body service forces force army navy police \
         military coastguard union federation association society alliance league club party group company firm \
         corporation corp inc ltd plc bank fund institute institution university college school hospital clinic \
         trust foundation charity church mosque museum theatre theater gallery organization organisation ngo \
         network coalition campaign movement team side watchdog regulator operator airline carrier manufacturer \
         maker retailer supermarket utility supplier developer startup start-up brewery bakery refinery port airport \
         railway laboratory lab centre center station embassy consulate mission delegation kremlin pentagon palace \
         inquiry panel jury chamber assembly legislature presidency premiership secretariat directorate inspectorate \
         prosecutors prosecution defence defense opposition militia rebels bloc state city town village county \
         borough district province republic kingdom factory plant producer insurer lender exchange \
         brigade battalion cooperative co-operative collective consortium observatory archive library festival \
         household hq headquarters press-service newsroom taskforce directorate registry",
    ),
    (
        flag::MEDIA,
        "newspaper paper daily weekly magazine journal tabloid broadsheet broadcaster radio television tv channel agency \
         news wire website outlet times post herald tribune gazette guardian telegraph mirror reuters afp bbc cnn ap \
         tass interfax xinhua anadolu dpa ansa efe kyodo yonhap bloomberg podcast observer chronicle courier echo \
         examiner dispatch bulletin",
    ),
    (
        flag::DOCUMENT,
        "report study survey poll paper letter statement memo memorandum document documents filing lawsuit complaint suit \
         indictment ruling judgment judgement verdict order law bill act statute treaty agreement contract book \
         article editorial column op-ed blog post tweet email e-mail message note notice leaflet brochure \
         press-release release communique communiqué resolution declaration manifesto review audit analysis assessment \
         figures data statistics numbers estimates estimate census index minutes transcript affidavit \
         petition submission dossier briefing bulletin forecast research findings results records accounts \
         prospectus diary manual guidelines guidance code charter constitution sign poster banner headline \
         caption label plaque placard posts posting posting articles studies reports surveys polls documents \
         letters emails papers warrant decree directive log logbook ledger spreadsheet presentation website",
    ),
    (
        flag::GROUP,
        "officials sources people residents witnesses neighbours neighbors analysts experts economists scientists researchers \
         critics supporters opponents activists campaigners lawmakers legislators ministers diplomats aides advisers \
         advisors investigators prosecutors lawyers doctors nurses teachers students parents workers employees \
         traders investors farmers fishermen locals villagers protesters demonstrators rebels militants soldiers \
         troops commanders leaders executives managers drivers passengers fans players users customers consumers \
         voters republicans democrats conservatives liberals observers historians authors organisers organizers \
         authorities police firefighters detectives rescuers medics patients relatives friends colleagues families \
         members unions companies banks firms doctors astronomers engineers pilots sailors commuters shoppers \
         tenants landlords regulators auditors judges jurors many some others several most both few everyone \
         someone nobody anybody volunteers participants respondents insiders staff colleagues skeptics sceptics employers growers ministers neighbours tenants locals optimists pessimists unions skipper reporters journalists veterans \
         biologists ecologists geologists physicists epidemiologists developers architects designers sources",
    ),
    (flag::HE, "he him"),
    (flag::SHE, "she her"),
    (flag::THEY, "they them"),
    (flag::IT, "it"),
    (flag::ME, "i we you me us"),
    (flag::OWN, "his her hers its their theirs my our your"),
    (
        flag::DET,
        "the a an this that these those another each every some any no both all one two three several many",
    ),
    (
        flag::PREP,
        "of for at in on from with by about against between among under over into through during before after within \
         without to toward towards since until across behind beyond near outside inside amid amidst despite as \
         regarding concerning via upon alongside aboard off like than per",
    ),
    (
        flag::AUX,
        "is are was were be been being am has have had having do does did isn't aren't wasn't weren't hasn't haven't hadn't \
         don't doesn't didn't isn’t aren’t wasn’t weren’t hasn’t haven’t hadn’t don’t doesn’t didn’t",
    ),
    (
        flag::MODAL,
        "will would can could may might must shall should won't wouldn't can't couldn't mightn't mustn't shouldn't cannot \
         won’t wouldn’t can’t couldn’t mustn’t shouldn’t ought",
    ),
    (flag::NEG, "not never neither nor no n't hardly"),
    (flag::CONJ, "and but or nor yet so"),
    (
        flag::SUBORD,
        "because although though while whereas when whenever where wherever if unless until since after before as once \
         whether that than lest why how what",
    ),
    (flag::WH, "who whom whose which what whoever"),
    (
        flag::DATE,
        "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun january february \
         march april may june july august september october november december jan feb mar apr jun jul aug sep sept \
         oct nov dec today yesterday tomorrow tonight earlier later last next week weekend month year morning \
         afternoon evening night recently",
    ),
    (
        flag::ADVERB,
        "also then later earlier once again still already now just even only simply merely repeatedly publicly privately quickly \
         previously recently immediately initially reportedly allegedly apparently subsequently finally eventually \
         further furthermore separately meanwhile however too often always sometimes long since yet ever clearly \
         flatly angrily firmly bluntly quietly drily dryly wryly softly reluctantly cautiously explicitly categorically \
         first afterwards afterward instead rather therefore thus jointly together",
    ),
    (
        flag::HEARER,
        "reporters journalists reporter lawmakers parliament mps senators delegates jurors court hearing news press conference \
         briefing interview statement crowd supporters shareholders investors analysts radio television tv viewers \
         listeners readers audience colleagues agency newspaper magazine",
    ),
    (
        flag::CITED,
        "kremlin brussels moscow washington beijing kyiv kiev minsk warsaw ankara tehran jerusalem london paris berlin rome \
         madrid tokyo seoul pyongyang delhi westminster whitehall downing pentagon vatican eu un nato us uk who imf \
         ecb fbi cia nasa opec wto osce",
    ),
    (
        flag::PLACE,
        "russia belarus ukraine poland germany france italy spain portugal britain england scotland wales ireland lithuania latvia \
         estonia finland sweden norway denmark iceland netherlands belgium luxembourg switzerland austria hungary \
         slovakia slovenia croatia serbia bosnia montenegro albania greece bulgaria romania moldova turkey türkiye \
         turkiye cyprus malta georgia armenia azerbaijan kazakhstan uzbekistan kyrgyzstan tajikistan turkmenistan \
         iran iraq syria lebanon israel palestine jordan egypt libya tunisia algeria morocco sudan ethiopia kenya \
         uganda tanzania nigeria ghana senegal mali niger chad somalia rwanda congo angola zambia zimbabwe \
         mozambique namibia botswana malawi india pakistan bangladesh nepal afghanistan china taiwan japan korea \
         mongolia vietnam laos cambodia thailand myanmar malaysia singapore indonesia philippines australia \
         canada mexico cuba haiti brazil argentina chile peru colombia venezuela ecuador bolivia paraguay uruguay \
         panama guatemala honduras nicaragua america europe asia africa qatar bahrain kuwait oman yemen",
    ),
    (
        flag::DEMONYM,
        "russian belarusian ukrainian polish german french italian spanish portuguese british english scottish welsh irish lithuanian \
         latvian estonian finnish swedish norwegian danish icelandic dutch belgian swiss austrian hungarian slovak \
         slovenian croatian serbian bosnian montenegrin albanian greek bulgarian romanian moldovan turkish cypriot \
         maltese georgian armenian azerbaijani azeri kazakh uzbek kyrgyz tajik turkmen iranian iraqi syrian lebanese \
         israeli palestinian jordanian egyptian libyan tunisian algerian moroccan sudanese ethiopian kenyan ugandan \
         tanzanian nigerian ghanaian senegalese malian somali rwandan congolese angolan zambian zimbabwean indian \
         pakistani bangladeshi nepali nepalese afghan chinese taiwanese japanese korean mongolian vietnamese \
         cambodian thai burmese malaysian singaporean indonesian filipino australian canadian mexican cuban haitian \
         brazilian argentine argentinian chilean peruvian colombian venezuelan american european asian african saudi \
         emirati qatari kuwaiti yemeni northern southern western eastern",
    ),
    (
        flag::MALE,
        "john james robert michael william david richard joseph thomas charles christopher daniel matthew anthony mark donald steven \
         paul andrew joshua kenneth kevin brian george timothy ronald edward jason jeffrey ryan jacob gary nicholas \
         eric jonathan stephen larry justin scott brandon benjamin samuel gregory alexander patrick frank raymond \
         jack dennis jerry tyler aaron jose adam nathan henry douglas zachary peter kyle noah ethan jeremy walter \
         christian keith roger terry austin sean gerald carl harold dylan arthur lawrence jordan jesse bryan billy \
         bruce gabriel joe logan alan juan albert willie wayne randy mason vincent liam roy bobby caleb bradley \
         russell lucas vladimir sergey sergei dmitry dmitri mikhail nikolai ivan igor oleg boris yuri viktor pavel \
         alexei aleksei andrei andrey konstantin maxim roman ruslan mehmet mustafa ahmet ali hasan huseyin ibrahim \
         ismail recep tayyip murat emre kemal osman omar mohammed mohammad muhammad mohamed ahmed abdul hassan \
         hussein khalid yusuf karim tariq rashid imran raj rajesh sanjay amit anil arun vijay ravi suresh narendra \
         wei jun hiroshi kenji takashi shinzo jin min-jun jan piotr tomasz marek andrzej pawel lukasz mateusz jakub \
         hans klaus jurgen jürgen wolfgang olaf friedrich heinz dieter uwe stefan thomas matthias lars erik anders \
         nils bjorn björn sven ole jens henrik mikael johan pierre jean jacques michel philippe françois francois \
         emmanuel laurent nicolas antoine marco giovanni giuseppe luca matteo mario antonio carlos luis jorge pedro \
         miguel javier pablo diego fernando rafael alejandro manuel francisco joao joão paulo ricardo gareth owen \
         hugh rhys alun dafydd ian neil nigel graham simon stuart colin derek trevor geoffrey clive barry malcolm \
         gordon angus hamish callum fergus declan conor niall cormac eamon seamus oliver harry charlie oscar leo \
         theo max sam ben tom tim jim bob bill mike dave steve dan matt chris nick tony greg jeff ken ron don fred \
         kwame kofi chinedu emeka tunde sipho thabo jomo juma moses isaac elijah ray rex calvin desmond tyrell joris",
    ),
    (
        flag::FEMALE,
        "mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty sandra margaret ashley kimberly \
         emily donna michelle carol amanda melissa deborah stephanie dorothy rebecca sharon laura cynthia amy \
         kathleen angela shirley brenda emma anna pamela nicole samantha katherine christine helen debra rachel \
         carolyn janet maria catherine heather diane olivia julie joyce victoria ruth virginia lauren kelly christina \
         joan evelyn judith andrea hannah megan cheryl jacqueline martha madison teresa gloria sara janice ann anne \
         kathryn abigail sophia frances jean alice judy isabella julia grace amber denise danielle marilyn beverly \
         charlotte natalie theresa diana brittany doris kayla alexis lori marie angela ursula heike sabine monika \
         petra claudia birgit ingrid karin astrid sigrid freya liv solveig marit elin maja ewa katarzyna agnieszka \
         malgorzata joanna magdalena olga elena irina natalia tatiana svetlana anastasia ekaterina yulia oksana \
         ayse ayşe fatma emine zeynep elif leyla hatice fatima aisha amina khadija zainab layla noor nadia samira \
         yasmin priya anita sunita lakshmi deepa kavita mei ling xiu yuki sakura keiko akiko ji-woo min-ji claire \
         sophie camille isabelle chantal brigitte valerie amelie amélie helene hélène giulia francesca chiara \
         carmen lucia lucía isabel ana marta pilar rosa teresa sofia ines inés beatriz fiona morag eilidh ailsa \
         siobhan aoife niamh ciara bridget sinead bronwen sian siân cerys rhian megan harriet eleanor beatrice \
         florence edith rosemary jill jane kate lucy ellen ella chloe zoe lily poppy daisy ruby ngozi chioma amara \
         adaeze wanjiku akinyi nomsa thandi zanele lerato abena ama efua bernice elaine norah paloma marisol thanh",
    ),
    (
        flag::ORG_END,
        "group inc ltd plc corp corporation company bank council party union association federation agency ministry department \
         commission committee court university institute college school hospital foundation trust society club authority \
         board office service bureau fund airlines airways systems partners holdings industries energy motors \
         technologies therapeutics pharmaceuticals media news times post herald network alliance league church \
         museum theatre theater centre center organization organisation forum chamber brotherhood congress parliament \
         senate assembly house police guard army navy command nations state bank exchange watch international front \
         movement coalition confederation guild initiative laboratory observatory academy",
    ),
];
