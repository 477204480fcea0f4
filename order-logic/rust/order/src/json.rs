//! Reads the fields of an object as they stand in the text, and says what is wrong in words.
//!
//! Functions here are kept apart by `inline(never)`: a host that runs on the JVM turns each into a method, and the JVM
//! never compiles a method of more than 8,000 bytes.

use core::fmt;
use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, Visitor};
use serde_json::value::RawValue;

/// Far more than an order needs, far less than what a later reader of the document may stumble over.
const DEEPEST: usize = 100;

const LONGEST_SHOWN: usize = 60;

/// The fields of interest of an object. Others are checked to be JSON and then ignored.
pub struct Object<'a, const N: usize> {
    names: [&'static str; N],
    values: [Option<&'a RawValue>; N],
}

/// Reads a message as one object.
#[inline(never)]
pub fn read_message<'a, const N: usize>(message: &'a [u8], names: [&'static str; N]) -> Result<Object<'a, N>, String> {
    let text = core::str::from_utf8(message)
        .map_err(|error| format!("not JSON: byte {} is not UTF-8", error.valid_up_to()))?;
    if is_too_deep(text) {
        return Err(format!("not an order: nested deeper than {DEEPEST} levels"));
    }
    Object::read(text, names).map_err(|error| match error.is_data() {
        true if !text.trim_start().starts_with('{') => "not an order: an order is a JSON object".into(),
        true => format!("not an order: {error}"),
        false => format!("not JSON: {error}"),
    })
}

/// A text value, still quoted and escaped.
pub fn text<'a>(name: &str, value: &'a RawValue) -> Result<&'a RawValue, String> {
    match value.get().starts_with('"') {
        true => Ok(value),
        false => Err(format!("{name} must be text, was {}", shown(value))),
    }
}

/// A value in a reason: whole if it is short.
pub fn shown(value: &RawValue) -> String {
    match value.get().char_indices().nth(LONGEST_SHOWN) {
        Some((end, _)) => format!("{}...", &value.get()[..end]),
        None => value.get().into(),
    }
}

impl<'a, const N: usize> Object<'a, N> {
    #[inline(never)]
    pub fn read(text: &'a str, names: [&'static str; N]) -> serde_json::Result<Self> {
        let mut json = serde_json::Deserializer::from_str(text);
        let object = Fields(names).deserialize(&mut json)?;
        json.end()?;
        Ok(object)
    }

    pub fn get(&self, name: &str) -> Result<&'a RawValue, String> {
        let index = self.names.iter().position(|known| *known == name);
        index.and_then(|index| self.values[index]).ok_or_else(|| format!("{name} is missing"))
    }
}

struct Fields<const N: usize>([&'static str; N]);

impl<'a, const N: usize> DeserializeSeed<'a> for Fields<N> {
    type Value = Object<'a, N>;

    fn deserialize<D: Deserializer<'a>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'a, const N: usize> Visitor<'a> for Fields<N> {
    type Value = Object<'a, N>;

    fn expecting(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        formatter.write_str("an object")
    }

    /// A field that is there twice is refused: two readers could take a different one.
    fn visit_map<M: MapAccess<'a>>(self, mut map: M) -> Result<Self::Value, M::Error> {
        let mut values = [None; N];
        while let Some(field) = map.next_key_seed(Name(&self.0))? {
            match field {
                None => drop(map.next_value::<IgnoredAny>()?),
                Some(index) if values[index].is_none() => values[index] = Some(map.next_value()?),
                Some(index) => return Err(Error::custom(format_args!("{} is there twice", self.0[index]))),
            }
        }
        Ok(Object { names: self.0, values })
    }
}

/// Turns a field's name into its place among the names of interest.
struct Name<'n>(&'n [&'static str]);

impl<'a> DeserializeSeed<'a> for Name<'_> {
    type Value = Option<usize>;

    fn deserialize<D: Deserializer<'a>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl Visitor<'_> for Name<'_> {
    type Value = Option<usize>;

    fn expecting(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        formatter.write_str("a field name")
    }

    fn visit_str<E>(self, name: &str) -> Result<Self::Value, E> {
        Ok(self.0.iter().position(|known| *known == name))
    }
}

#[inline(never)]
fn is_too_deep(text: &str) -> bool {
    let (mut depth, mut quoted, mut escaped) = (0_usize, false, false);
    for byte in text.bytes() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if quoted => escaped = true,
            b'"' => quoted = !quoted,
            b'{' | b'[' if !quoted => depth += 1,
            b'}' | b']' if !quoted => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth > DEEPEST {
            return true;
        }
    }
    false
}
