//! JSON → value.

use std::borrow::Cow;

use serde::{
    Deserialize,
    de::{DeserializeSeed, Deserializer, EnumAccess, MapAccess, SeqAccess, VariantAccess, Visitor},
    forward_to_deserialize_any,
};

use super::{Error, OTHER_KIND};

/// Reads a value.
///
/// # Errors
/// Where the text is no JSON, or not that of such a value.
pub(in super::super) fn from_str<'de, T: Deserialize<'de>>(json: &'de str) -> Result<T, Error> {
    let mut reader = Reader { rest: json };
    let value = T::deserialize(&mut reader)?;
    if reader.peek().is_some() { Err(no_json()) } else { Ok(value) }
}

#[cold]
fn no_json() -> Error {
    Error::of("it is no JSON")
}

/// What is left to read.
struct Reader<'de> {
    rest: &'de str,
}

impl<'de> Reader<'de> {
    /// The sign that comes next, white space aside.
    fn peek(&mut self) -> Option<u8> {
        self.rest = self.rest.trim_ascii_start();
        self.rest.bytes().next()
    }

    /// Takes `sign` if it comes next.
    fn takes(&mut self, sign: char) -> bool {
        let rest = self.rest.trim_ascii_start().strip_prefix(sign);
        self.rest = rest.unwrap_or(self.rest);
        rest.is_some()
    }

    /// Takes `sign`, which must come next.
    fn take(&mut self, sign: char) -> Result<(), Error> {
        if self.takes(sign) { Ok(()) } else { Err(no_json()) }
    }

    /// Opens a list or an object.
    fn open(&mut self, sign: char) -> Result<(), Error> {
        if self.takes(sign) { Ok(()) } else { Err(Error::of(OTHER_KIND)) }
    }

    /// Takes the letters, digits and signs of a number or of `true`, `false` and `null`.
    fn word(&mut self) -> &'de str {
        let rest = self.rest.trim_ascii_start();
        let other = |c: char| !(c.is_ascii_alphanumeric() || matches!(c, '-' | '+' | '.'));
        let (word, rest) = rest.split_at(rest.find(other).unwrap_or(rest.len()));
        self.rest = rest;
        word
    }

    fn text(&mut self) -> Result<Cow<'de, str>, Error> {
        self.open('"')?;
        let mut whole = Cow::Borrowed("");
        loop {
            let at = self.rest.find(['"', '\\']).ok_or_else(no_json)?;
            let (plain, rest) = self.rest.split_at(at);
            // What has no escapes, as most texts, is not copied.
            whole = if whole.is_empty() { Cow::Borrowed(plain) } else { whole + plain };
            self.rest = rest;
            if self.takes('"') {
                return Ok(whole);
            }
            whole.to_mut().push(self.escaped().ok_or_else(no_json)?);
        }
    }

    /// The character that an escape stands for (RFC 8259, section 7).
    fn escaped(&mut self) -> Option<char> {
        let mut signs = self.rest.chars();
        signs.next();
        let escaped = match signs.next()? {
            'b' => '\u{8}',
            'f' => '\u{c}',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'u' => {
                self.rest = signs.as_str();
                return self.unit_pair();
            }
            itself @ ('"' | '\\' | '/') => itself,
            _ => return None,
        };
        self.rest = signs.as_str();
        Some(escaped)
    }

    /// The character of one UTF-16 unit in hexadecimal, or of two.
    fn unit_pair(&mut self) -> Option<char> {
        let first = self.unit()?;
        if let Some(alone) = char::from_u32(first) {
            return Some(alone);
        }
        self.rest = self.rest.strip_prefix("\\u")?;
        let second = self.unit()?.checked_sub(0xdc00).filter(|low| *low < 0x400)?;
        let high = first.checked_sub(0xd800).filter(|high| *high < 0x400)?;
        char::from_u32(0x10000 + (high << 10) + second)
    }

    fn unit(&mut self) -> Option<u32> {
        let (digits, rest) = self.rest.split_at_checked(4)?;
        self.rest = rest;
        let plain = digits.bytes().all(|digit| digit.is_ascii_hexdigit());
        u32::from_str_radix(digits, 16).ok().filter(|_| plain)
    }

    /// Passes over one value. What a record has more than this build knows, a later one wrote, so that only its end is
    /// looked for.
    fn pass(&mut self) -> Result<(), Error> {
        let mut depth = 0usize;
        loop {
            match self.peek() {
                Some(b'"') => drop(self.text()?),
                Some(sign @ (b'{' | b'[' | b'}' | b']' | b',' | b':')) => {
                    let within = match sign {
                        b'{' | b'[' => Some(depth + 1),
                        b'}' | b']' => depth.checked_sub(1),
                        _ => Some(depth).filter(|depth| *depth > 0),
                    };
                    depth = within.ok_or_else(no_json)?;
                    self.rest = self.rest.get(1..).unwrap_or_default();
                }
                _ if self.word().is_empty() => return Err(no_json()),
                _ => {}
            }
            if depth == 0 {
                return Ok(());
            }
        }
    }
}

macro_rules! whole_numbers {
    ($($method:ident)*) => {
        $(fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
            match self.peek() {
                Some(b'-') => visitor.visit_i64(self.word().parse().map_err(|_| no_json())?),
                Some(b'0'..=b'9') => visitor.visit_u64(self.word().parse().map_err(|_| no_json())?),
                _ => Err(Error::of(OTHER_KIND)),
            }
        })*
    };
}

impl<'de> Deserializer<'de> for &mut Reader<'de> {
    type Error = Error;

    /// What no record has: the types name what they read.
    fn deserialize_any<V: Visitor<'de>>(self, _visitor: V) -> Result<V::Value, Error> {
        Err(Error::of(OTHER_KIND))
    }

    whole_numbers!(
        deserialize_i8 deserialize_i16 deserialize_i32 deserialize_i64
        deserialize_u8 deserialize_u16 deserialize_u32 deserialize_u64
    );

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.word() {
            "true" => visitor.visit_bool(true),
            "false" => visitor.visit_bool(false),
            _ => Err(Error::of(OTHER_KIND)),
        }
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_str(&self.text()?)
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.deserialize_str(visitor)
    }

    fn deserialize_identifier<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.deserialize_str(visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        if self.peek() != Some(b'n') {
            visitor.visit_some(self)
        } else if self.word() == "null" {
            visitor.visit_none()
        } else {
            Err(no_json())
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        visitor: V,
    ) -> Result<V::Value, Error> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.open('[')?;
        let value = visitor.visit_seq(Rest { reader: self, first: true })?;
        self.take(']')?;
        Ok(value)
    }

    fn deserialize_tuple<V: Visitor<'de>>(
        self,
        _length: usize,
        visitor: V,
    ) -> Result<V::Value, Error> {
        self.deserialize_seq(visitor)
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.open('{')?;
        let value = visitor.visit_map(Rest { reader: self, first: true })?;
        self.take('}')?;
        Ok(value)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        _fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        self.deserialize_map(visitor)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _name: &'static str,
        _variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        let holds = self.takes('{');
        let value = visitor.visit_enum(Variant { reader: self, holds })?;
        if holds {
            self.take('}')?;
        }
        Ok(value)
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.pass()?;
        visitor.visit_unit()
    }

    forward_to_deserialize_any! { f32 f64 char bytes byte_buf unit unit_struct tuple_struct }
}

/// What is left of a list or an object.
struct Rest<'a, 'de> {
    reader: &'a mut Reader<'de>,
    first: bool,
}

impl Rest<'_, '_> {
    /// Whether there is one more before `end`.
    fn goes_on(&mut self, end: u8) -> Result<bool, Error> {
        if self.reader.peek() == Some(end) {
            return Ok(false);
        }
        if !std::mem::take(&mut self.first) {
            self.reader.take(',')?;
        }
        Ok(true)
    }
}

impl<'de> SeqAccess<'de> for Rest<'_, 'de> {
    type Error = Error;

    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, Error> {
        if self.goes_on(b']')? { seed.deserialize(&mut *self.reader).map(Some) } else { Ok(None) }
    }
}

impl<'de> MapAccess<'de> for Rest<'_, 'de> {
    type Error = Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, Error> {
        if self.goes_on(b'}')? { seed.deserialize(&mut *self.reader).map(Some) } else { Ok(None) }
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Error> {
        self.reader.take(':')?;
        seed.deserialize(&mut *self.reader)
    }
}

/// A variant of an enum: its name, or an object whose one member has its name.
struct Variant<'a, 'de> {
    reader: &'a mut Reader<'de>,
    holds: bool,
}

impl Variant<'_, '_> {
    /// Goes on to the content, which there must be or not.
    fn content(&mut self, wanted: bool) -> Result<(), Error> {
        match (self.holds, wanted) {
            (true, true) => self.reader.take(':'),
            (false, false) => Ok(()),
            _ => Err(Error::of(OTHER_KIND)),
        }
    }
}

impl<'de> EnumAccess<'de> for Variant<'_, 'de> {
    type Error = Error;
    type Variant = Self;

    fn variant_seed<V: DeserializeSeed<'de>>(self, seed: V) -> Result<(V::Value, Self), Error> {
        Ok((seed.deserialize(&mut *self.reader)?, self))
    }
}

impl<'de> VariantAccess<'de> for Variant<'_, 'de> {
    type Error = Error;

    fn unit_variant(mut self) -> Result<(), Error> {
        self.content(false)
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(mut self, seed: T) -> Result<T::Value, Error> {
        self.content(true)?;
        seed.deserialize(self.reader)
    }

    fn tuple_variant<V: Visitor<'de>>(
        mut self,
        _length: usize,
        visitor: V,
    ) -> Result<V::Value, Error> {
        self.content(true)?;
        self.reader.deserialize_seq(visitor)
    }

    fn struct_variant<V: Visitor<'de>>(
        mut self,
        _fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        self.content(true)?;
        self.reader.deserialize_map(visitor)
    }
}
