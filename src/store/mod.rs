//! What a session holds, how it changes, and how it is kept.
