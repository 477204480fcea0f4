use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};
use serde_json::value::{RawValue, to_raw_value};

/// What to do with a message.
#[derive(Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Verdict {
    Emit(Vec<Emission>),
    Reject(String),
}

/// One thing to send. Without data it is the message as it came.
#[derive(Serialize)]
pub struct Emission {
    to: &'static str,
    #[serde(skip_serializing_if = "Vec::is_empty", serialize_with = "as_map")]
    metadata: Vec<(&'static str, String)>,
    #[serde(skip_serializing_if = "Option::is_none")]
    data: Option<Box<RawValue>>,
}

/// Which module made a document.
#[derive(Serialize)]
pub struct Module {
    pub name: &'static str,
    pub version: &'static str,
}

impl Emission {
    pub fn to(output: &'static str) -> Self {
        Emission { to: output, metadata: Vec::new(), data: None }
    }

    pub fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        self.metadata.push((name, value.to_string()));
        self
    }

    /// Kept apart from its caller for the JVM's sake, see `order/src/json.rs`.
    #[inline(never)]
    pub fn data(mut self, data: &impl Serialize) -> Self {
        self.data = Some(to_raw_value(data).expect("a document of plain fields can be written"));
        self
    }
}

/// Business code says `Ok(emission)` or `Err(reason)`.
impl From<Result<Emission, String>> for Verdict {
    fn from(decision: Result<Emission, String>) -> Self {
        match decision {
            Ok(emission) => Verdict::Emit(vec![emission]),
            Err(reason) => Verdict::Reject(reason),
        }
    }
}

fn as_map<S: Serializer>(entries: &[(&'static str, String)], serializer: S) -> Result<S::Ok, S::Error> {
    let mut map = serializer.serialize_map(Some(entries.len()))?;
    for (name, value) in entries {
        map.serialize_entry(name, value)?;
    }
    map.end()
}
