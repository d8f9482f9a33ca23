//! Small pictures beside words.

use yew::prelude::*;

/// What a picture shows.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Icon {
    /// A plus.
    Open,
    /// Books.
    Library,
    /// An arrow out of a tray.
    Export,
    /// An arrow into a tray.
    Import,
    /// An arrow back.
    Undo,
    /// An arrow on.
    Redo,
    /// A cross.
    Close,
    /// A tick.
    Check,
    /// A bin.
    Delete,
    /// A pencil.
    Edit,
    /// Lines of a list.
    List,
    /// Heads.
    People,
}

impl Icon {
    /// Lines on a grid of 16 by 16.
    const fn path(self) -> &'static str {
        match self {
            Self::Open => "M8 3v10M3 8h10",
            Self::Library => "M3 3v10M6.5 3v10M10 3.5l3 9.5",
            Self::Export => "M8 10V2.5M5 5l3-2.7L11 5M3 9.5v4h10v-4",
            Self::Import => "M8 2.5V10M5 7.5l3 2.7 3-2.7M3 9.5v4h10v-4",
            Self::Undo => "M6 3.5L2.8 6.7 6 10M3 6.7h6.2a3.4 3.4 0 010 6.8H7",
            Self::Redo => "M10 3.5l3.2 3.2L10 10M13 6.7H6.800a3.4 3.4 0 000 6.8H9",
            Self::Close => "M4 4l8 8M12 4l-8 8",
            Self::Check => "M3.500 8.500l3 3 6-7",
            Self::Delete => "M3 4.500h10M6.500 4.500v-2h3v2M4.500 4.500l.5 9h6l.5-9M7 7v4M9 7v4",
            Self::Edit => "M3 13l.8-3.200 7-7 2.400 2.400-7 7z",
            Self::List => "M6 4h7.500M6 8h7.500M6 12h7.500M2.500 4h.6M2.500 8h.6M2.500 12h.6",
            Self::People => {
                "M6 7.500a2.200 2.200 0 100-4.400 2.200 2.200 0 000 4.400zM2 13c0-2.400 1.700-4 4-4s4 1.600 4 4M11 3.300a2 2 0 010 3.900M12 9.300c1.300.5 2 1.900 2 3.700"
            }
        }
    }
}

/// The picture. Always beside or inside something that says the same in words.
pub(super) fn icon(icon: Icon) -> Html {
    html! {
        <svg class="icon" viewBox="0 0 16 16" aria-hidden="true"><path d={icon.path()} /></svg>
    }
}
