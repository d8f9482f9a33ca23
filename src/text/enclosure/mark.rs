//! What a quotation mark or bracket does, by its neighbours.

/// Marks that belong together. A mark only ever closes one of its own family.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Family {
    Double,
    Single,
    Guillemet,
    SingleGuillemet,
    Corner,
    WhiteCorner,
    Round,
    Square,
    Curly,
    WideRound,
    Lenticular,
}

impl Family {
    /// How many there are.
    pub(super) const COUNT: usize = 11;

    /// The family of `c`, where it is a mark at all.
    pub(super) fn of(c: char) -> Option<Self> {
        Some(match c {
            '"' | '“' | '”' | '„' | '‟' => Self::Double,
            '\'' | '‘' | '’' | '‚' | '‛' | '`' => Self::Single,
            '«' | '»' => Self::Guillemet,
            '‹' | '›' => Self::SingleGuillemet,
            '「' | '」' => Self::Corner,
            '『' | '』' => Self::WhiteCorner,
            '(' | ')' => Self::Round,
            '[' | ']' => Self::Square,
            '{' | '}' => Self::Curly,
            '（' | '）' => Self::WideRound,
            '【' | '】' => Self::Lenticular,
            _ => return None,
        })
    }

    /// Whether its marks are quotation marks; otherwise they are brackets.
    pub(super) fn is_quotation(self) -> bool {
        use Family::{Corner, Double, Guillemet, Single, SingleGuillemet, WhiteCorner};
        matches!(self, Double | Single | Guillemet | SingleGuillemet | Corner | WhiteCorner)
    }
}

/// What a mark does where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    Opens,
    Closes,
    /// Closes, unless a later mark does and this is the apostrophe of “the migrants’ plight”.
    MayClose,
    /// An apostrophe, a sign of inches, or a mark without its partner.
    Stray,
}

/// What `c` does between two characters (`None` at the edge of the paragraph), where `open` says whether one
/// of its family is open.
pub(super) fn role(before: Option<char>, c: char, after: Option<char>, open: bool) -> Role {
    let word_before = before.is_some_and(char::is_alphanumeric);
    let word_after = after.is_some_and(char::is_alphanumeric);
    let leads = before.is_none_or(leads_to_opening);
    let trails = after.is_none_or(trails_closing);
    match c {
        '\'' | '’' | '‘' if word_before && word_after => Role::Stray,
        '(' | '[' | '{' | '（' | '【' | '「' | '『' | '„' | '‚' | '‟' | '‛' => {
            Role::Opens
        }
        // ``…'' of typewriters and wire services: two single quotations, one in the other.
        '`' if leads || before == Some('`') => Role::Opens,
        '`' => Role::Stray,
        // German „…“, Danish »…«.
        '“' | '‘' | '«' | '‹' if open && !leads && trails => Role::Closes,
        '“' | '‘' | '«' | '‹' => Role::Opens,
        '\'' if !open && leads && word_after => Role::Opens,
        '\'' | '’' if leads && !trails => Role::Stray,
        '\'' | '’' if open && before == Some('s') && after.is_some_and(char::is_whitespace) => {
            Role::MayClose
        }
        // Danish »…«, and straight marks within straight marks.
        '"' | '»' | '›' if leads && !trails => Role::Opens,
        '"' if !open && (leads || word_after && !word_before) => Role::Opens,
        // Swedish ”…”.
        '”' if !open && leads && word_after => Role::Opens,
        _ if open => Role::Closes,
        _ => Role::Stray,
    }
}

/// Whether a mark that opens may stand right after `c`.
fn leads_to_opening(c: char) -> bool {
    c.is_whitespace()
        || matches!(
            c,
            '(' | '['
                | '{'
                | '“'
                | '„'
                | '‘'
                | '‚'
                | '«'
                | '‹'
                | '"'
                | '\''
                | '¿'
                | '¡'
                | '/'
                | '-'
                | '‐'..='―'
        )
}

/// Whether a mark that closes may stand right before `c`.
fn trails_closing(c: char) -> bool {
    c.is_whitespace()
        || matches!(
            c,
            ')' | ']'
                | '}'
                | '”'
                | '“'
                | '’'
                | '‘'
                | '»'
                | '«'
                | '›'
                | '‹'
                | '"'
                | '\''
                | '/'
                | '-'
                | '‐'..='―'
        )
        || matches!(c, '.' | ',' | ';' | ':' | '!' | '?' | '…')
}
