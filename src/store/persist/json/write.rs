//! Value → JSON, without white space, as `serde_json` writes it.

use std::fmt::{Display, Write};

use serde::ser::{
    Impossible, Serialize, SerializeMap, SerializeSeq, SerializeStruct, SerializeStructVariant,
    SerializeTuple, SerializeTupleVariant, Serializer,
};

use super::{Error, OTHER_KIND};

/// Writes a value.
///
/// # Errors
/// Where it holds what no record has: numbers that are not whole, characters, bytes, or names that are no texts.
pub(in super::super) fn to_string(value: &impl Serialize) -> Result<String, Error> {
    let mut writer = Writer::default();
    value.serialize(&mut writer)?;
    Ok(writer.json)
}

#[derive(Default)]
struct Writer {
    json: String,
}

impl Writer {
    fn put(&mut self, json: impl Display) -> Result<(), Error> {
        write!(self.json, "{json}").map_err(|_| Error::of(OTHER_KIND))
    }

    fn text(&mut self, text: &str) {
        self.json.push('"');
        for c in text.chars() {
            let short = match c {
                '"' | '\\' => Some(c),
                '\n' => Some('n'),
                '\r' => Some('r'),
                '\t' => Some('t'),
                '\u{8}' => Some('b'),
                '\u{c}' => Some('f'),
                _ => None,
            };
            if let Some(short) = short {
                self.json.extend(['\\', short]);
            } else if c < ' ' {
                self.json.push_str("\\u00");
                self.json.extend([u32::from(c) >> 4, u32::from(c) & 0xf].map(hexadecimal));
            } else {
                self.json.push(c);
            }
        }
        self.json.push('"');
    }

    /// Starts a list or an object.
    fn open(&mut self, start: &str, end: &'static str) -> Within<'_> {
        self.json.push_str(start);
        Within { writer: self, first: true, end }
    }

    /// Starts an object with one member, which holds what follows.
    fn name(&mut self, name: &str) {
        self.json.push('{');
        self.text(name);
        self.json.push(':');
    }
}

fn hexadecimal(digit: u32) -> char {
    char::from_digit(digit, 16).unwrap_or('0')
}

macro_rules! whole_numbers {
    ($($method:ident($number:ty) as $wide:ty)*) => {
        $(fn $method(self, number: $number) -> Result<(), Error> {
            self.put(<$wide>::from(number))
        })*
    };
}

macro_rules! never {
    ($($method:ident($value:ty))*) => {
        $(fn $method(self, _value: $value) -> Result<(), Error> {
            Err(Error::of(OTHER_KIND))
        })*
    };
}

impl<'a> Serializer for &'a mut Writer {
    type Ok = ();
    type Error = Error;
    type SerializeSeq = Within<'a>;
    type SerializeTuple = Within<'a>;
    type SerializeTupleStruct = Impossible<(), Error>;
    type SerializeTupleVariant = Within<'a>;
    type SerializeMap = Within<'a>;
    type SerializeStruct = Within<'a>;
    type SerializeStructVariant = Within<'a>;

    whole_numbers!(
        serialize_i8(i8) as i64 serialize_i16(i16) as i64 serialize_i32(i32) as i64 serialize_i64(i64) as i64
        serialize_u8(u8) as u64 serialize_u16(u16) as u64 serialize_u32(u32) as u64 serialize_u64(u64) as u64
    );

    never!(serialize_f32(f32) serialize_f64(f64) serialize_char(char) serialize_bytes(&[u8]) serialize_unit_struct(&'static str));

    fn serialize_bool(self, value: bool) -> Result<(), Error> {
        self.json.push_str(if value { "true" } else { "false" });
        Ok(())
    }

    fn serialize_str(self, text: &str) -> Result<(), Error> {
        self.text(text);
        Ok(())
    }

    fn serialize_none(self) -> Result<(), Error> {
        self.json.push_str("null");
        Ok(())
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), Error> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<(), Error> {
        self.serialize_none()
    }

    fn serialize_unit_variant(
        self,
        _name: &'static str,
        _index: u32,
        variant: &'static str,
    ) -> Result<(), Error> {
        self.serialize_str(variant)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _name: &'static str,
        value: &T,
    ) -> Result<(), Error> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _name: &'static str,
        _index: u32,
        variant: &'static str,
        value: &T,
    ) -> Result<(), Error> {
        self.name(variant);
        value.serialize(&mut *self)?;
        self.json.push('}');
        Ok(())
    }

    fn serialize_seq(self, _length: Option<usize>) -> Result<Within<'a>, Error> {
        Ok(self.open("[", "]"))
    }

    fn serialize_tuple(self, _length: usize) -> Result<Within<'a>, Error> {
        Ok(self.open("[", "]"))
    }

    fn serialize_tuple_struct(
        self,
        _name: &'static str,
        _length: usize,
    ) -> Result<Self::SerializeTupleStruct, Error> {
        Err(Error::of(OTHER_KIND))
    }

    fn serialize_tuple_variant(
        self,
        _name: &'static str,
        _index: u32,
        variant: &'static str,
        _length: usize,
    ) -> Result<Within<'a>, Error> {
        self.name(variant);
        Ok(self.open("[", "]}"))
    }

    fn serialize_map(self, _length: Option<usize>) -> Result<Within<'a>, Error> {
        Ok(self.open("{", "}"))
    }

    fn serialize_struct(self, _name: &'static str, _length: usize) -> Result<Within<'a>, Error> {
        Ok(self.open("{", "}"))
    }

    fn serialize_struct_variant(
        self,
        _name: &'static str,
        _index: u32,
        variant: &'static str,
        _length: usize,
    ) -> Result<Within<'a>, Error> {
        self.name(variant);
        Ok(self.open("{", "}}"))
    }
}

/// A list or an object that is being written.
struct Within<'a> {
    writer: &'a mut Writer,
    first: bool,
    end: &'static str,
}

impl Within<'_> {
    /// What comes next, after a comma where it is not the first.
    fn next(&mut self) -> &mut Writer {
        if !std::mem::take(&mut self.first) {
            self.writer.json.push(',');
        }
        self.writer
    }

    fn element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        value.serialize(self.next())
    }

    fn member<T: Serialize + ?Sized>(&mut self, name: &str, value: &T) -> Result<(), Error> {
        self.next().text(name);
        self.writer.json.push(':');
        value.serialize(&mut *self.writer)
    }

    fn close(self) {
        self.writer.json.push_str(self.end);
    }
}

impl SerializeMap for Within<'_> {
    type Ok = ();
    type Error = Error;

    /// The names of all maps here are texts.
    fn serialize_key<T: Serialize + ?Sized>(&mut self, name: &T) -> Result<(), Error> {
        self.element(name)
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        self.writer.json.push(':');
        value.serialize(&mut *self.writer)
    }

    fn end(self) -> Result<(), Error> {
        self.close();
        Ok(())
    }
}

macro_rules! lists {
    ($($kind:ident::$method:ident)*) => {
        $(impl $kind for Within<'_> {
            type Ok = ();
            type Error = Error;

            fn $method<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
                self.element(value)
            }

            fn end(self) -> Result<(), Error> {
                self.close();
                Ok(())
            }
        })*
    };
}

macro_rules! objects {
    ($($kind:ident)*) => {
        $(impl $kind for Within<'_> {
            type Ok = ();
            type Error = Error;

            fn serialize_field<T: Serialize + ?Sized>(
                &mut self,
                name: &'static str,
                value: &T,
            ) -> Result<(), Error> {
                self.member(name, value)
            }

            fn end(self) -> Result<(), Error> {
                self.close();
                Ok(())
            }
        })*
    };
}

lists!(SerializeSeq::serialize_element SerializeTuple::serialize_element SerializeTupleVariant::serialize_field);
objects!(SerializeStruct SerializeStructVariant);
