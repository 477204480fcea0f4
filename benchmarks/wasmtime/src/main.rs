//! What one order costs when wasmtime runs the module.
//!
//!     wasmtime-yardstick MODULE ORDERS VERDICTS pooled|fresh
//!
//! `ORDERS` and `VERDICTS` have one JSON document a line; every verdict is compared before anything is timed. Prints
//! one line for each sample: nanoseconds of processor time, of all threads, for one order.

mod guest;
mod wasi;

use guest::{Guest, Instances};
use rustix::time::{ClockId, clock_gettime};
use serde_json::Value;
use std::time::{Duration, Instant};
use std::{env, fs};
use wasmtime::{Result, bail, ensure};

const WARM_UP: Duration = Duration::from_secs(1);
const SAMPLES: usize = 5;
const SAMPLE: Duration = Duration::from_millis(500);

fn main() -> Result<()> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [module, orders, verdicts, instances] = arguments.as_slice() else {
        bail!("usage: wasmtime-yardstick MODULE ORDERS VERDICTS pooled|fresh");
    };
    let instances = match instances.as_str() {
        "pooled" => Instances::Pooled,
        "fresh" => Instances::Fresh,
        other => bail!("instances are pooled or fresh, not {other}"),
    };
    let orders = fs::read_to_string(orders)?;
    let orders: Vec<&[u8]> = orders.lines().map(str::as_bytes).collect();
    let mut guest = Guest::load(&fs::read(module)?, instances)?;

    check(&mut guest, &orders, &fs::read_to_string(verdicts)?)?;
    nanos_per_order(&mut guest, &orders, WARM_UP)?;
    for _ in 0..SAMPLES {
        println!("{:.1}", nanos_per_order(&mut guest, &orders, SAMPLE)?);
    }
    Ok(())
}

fn check(guest: &mut Guest, orders: &[&[u8]], verdicts: &str) -> Result<()> {
    ensure!(orders.len() == verdicts.lines().count(), "there is not one verdict for each order");
    for (order, expected) in orders.iter().zip(verdicts.lines()) {
        let verdict: Value = serde_json::from_slice(&guest.handle(order)?)?;
        let expected: Value = serde_json::from_str(expected)?;
        ensure!(verdict == expected, "the module answered {verdict} instead of {expected}");
    }
    Ok(())
}

fn nanos_per_order(guest: &mut Guest, orders: &[&[u8]], time: Duration) -> Result<f64> {
    let (start, cpu) = (Instant::now(), processor_time());
    let mut handled = 0;
    while start.elapsed() < time {
        for order in orders {
            guest.handle(order)?;
        }
        handled += orders.len();
    }
    Ok((processor_time() - cpu).as_nanos() as f64 / handled as f64)
}

fn processor_time() -> Duration {
    let now = clock_gettime(ClockId::ProcessCPUTime);
    Duration::new(now.tv_sec as u64, now.tv_nsec as u32)
}
