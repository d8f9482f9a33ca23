//! Quotation marks and brackets, paired.
