//! An order as it comes in.
//!
//! Reading one checks that the whole message is JSON, and nothing else: each module asks for the fields it needs and gets
//! the value or a reason why the order is not acceptable. Text is passed on as it was written, escapes and all.

mod json;

use json::{Object, shown, text};
pub use serde_json::value::RawValue;

const ORDER_FIELDS: [&str; 7] = ["orderId", "orderGuid", "description", "firstName", "lastName", "delivery", "items"];
const LINE_FIELDS: [&str; 2] = ["sku", "quantity"];

const MOST_OF_ONE_LINE: u32 = 10;

pub struct Order<'a> {
    fields: Object<'a, 7>,
}

#[derive(Clone, Copy)]
pub enum Delivery {
    Express,
    Standard,
}

/// One line of an order: how many of what.
pub struct Line<'a> {
    pub sku: &'a RawValue,
    pub quantity: u32,
}

impl<'a> Order<'a> {
    pub fn read(message: &'a [u8]) -> Result<Self, String> {
        let fields = json::read_message(message, ORDER_FIELDS)?;
        Ok(Order { fields })
    }

    /// Also the name of the blob, so it must be a number that every reader reads the same way.
    pub fn id(&self) -> Result<u64, String> {
        let value = self.fields.get("orderId")?;
        match value.get().parse::<i64>() {
            Ok(id) if id > 0 => Ok(id as u64),
            _ => Err(format!("orderId must be a positive integer, was {}", shown(value))),
        }
    }

    pub fn delivery(&self) -> Result<Delivery, String> {
        let value = self.fields.get("delivery")?;
        match serde_json::from_str::<String>(value.get()).as_deref() {
            Ok("Express") => Ok(Delivery::Express),
            Ok("Standard") => Ok(Delivery::Standard),
            _ => Err(format!("delivery must be Express or Standard, was {}", shown(value))),
        }
    }

    pub fn guid(&self) -> Result<&'a RawValue, String> {
        text("orderGuid", self.fields.get("orderGuid")?)
    }

    pub fn description(&self) -> Result<&'a RawValue, String> {
        text("description", self.fields.get("description")?)
    }

    pub fn first_name(&self) -> Result<&'a RawValue, String> {
        text("firstName", self.fields.get("firstName")?)
    }

    pub fn last_name(&self) -> Result<&'a RawValue, String> {
        text("lastName", self.fields.get("lastName")?)
    }

    /// All lines as they were written.
    pub fn items(&self) -> Result<&'a RawValue, String> {
        self.fields.get("items")
    }

    #[inline(never)]
    pub fn lines(&self) -> Result<Vec<Line<'a>>, String> {
        let lines = split(self.items()?)?;
        if lines.is_empty() {
            return Err("items must have at least one line".into());
        }
        lines
            .into_iter()
            .enumerate()
            .map(|(index, line)| Line::read(line).map_err(|reason| format!("items[{index}]{reason}")))
            .collect()
    }
}

impl Delivery {
    pub fn name(self) -> &'static str {
        match self {
            Delivery::Express => "Express",
            Delivery::Standard => "Standard",
        }
    }
}

impl<'a> Line<'a> {
    /// A reason starts where `items[7]` ends.
    #[inline(never)]
    fn read(line: &'a RawValue) -> Result<Self, String> {
        let fields = Object::read(line.get(), LINE_FIELDS)
            .map_err(|_| format!(" must be an object with one sku and one quantity, was {}", shown(line)))?;
        let sku = fields.get("sku").and_then(|value| text("sku", value)).map_err(|reason| format!(".{reason}"))?;
        Ok(Line { sku, quantity: quantity(&fields).map_err(|reason| format!(".{reason}"))? })
    }
}

#[inline(never)]
fn split(items: &RawValue) -> Result<Vec<&RawValue>, String> {
    serde_json::from_str(items.get()).map_err(|_| format!("items must be a list, was {}", shown(items)))
}

fn quantity(line: &Object<2>) -> Result<u32, String> {
    let value = line.get("quantity")?;
    match value.get().parse() {
        Ok(quantity) if quantity <= MOST_OF_ONE_LINE => Ok(quantity),
        _ => Err(format!("quantity must be an integer from 0 to {MOST_OF_ONE_LINE}, was {}", shown(value))),
    }
}
