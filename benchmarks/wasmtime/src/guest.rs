use crate::wasi;
use std::thread;
use std::time::Duration;
use wasmtime::{
    Config, Engine, InstanceAllocationStrategy, InstancePre, Linker, Memory, Module, PoolingAllocationConfig, Result,
    Store, TypedFunc, ensure,
};

const TICK: Duration = Duration::from_millis(5);
const TICKS_PER_CALL: u64 = 2_000;
const MOST_MEMORY: usize = 16 << 20;
const LONGEST_OUTPUT: usize = 1 << 20;

#[derive(Clone, Copy, PartialEq)]
pub enum Instances {
    /// One for all orders.
    Pooled,
    /// One for each order, by the pooling allocator.
    Fresh,
}

/// A module with what our host gives it: a deadline for each call, a limit of memory, checked results.
pub struct Guest {
    module: InstancePre<()>,
    instances: Instances,
    instance: Option<Running>,
}

struct Running {
    store: Store<()>,
    memory: Memory,
    alloc: TypedFunc<u32, u32>,
    handle: TypedFunc<(u32, u32), u64>,
}

impl Guest {
    pub fn load(wasm: &[u8], instances: Instances) -> Result<Self> {
        let engine = engine()?;
        let module = Module::new(&engine, wasm)?;
        let mut linker = Linker::new(&engine);
        wasi::seal(&mut linker, &module)?;
        Ok(Guest { module: linker.instantiate_pre(&module)?, instances, instance: None })
    }

    /// The text of the verdict.
    pub fn handle(&mut self, message: &[u8]) -> Result<Vec<u8>> {
        match self.instances {
            Instances::Fresh => Running::start(&self.module)?.handle(message),
            Instances::Pooled => self.handle_by_the_same(message),
        }
    }

    fn handle_by_the_same(&mut self, message: &[u8]) -> Result<Vec<u8>> {
        if let Some(instance) = &mut self.instance
            && let Ok(text) = instance.handle(message)
        {
            return Ok(text);
        }
        // The first one, or a module that never gives memory back has used it up and goes on with a new instance.
        self.instance = None;
        self.instance.insert(Running::start(&self.module)?).handle(message)
    }
}

impl Running {
    fn start(module: &InstancePre<()>) -> Result<Self> {
        let mut store = Store::new(module.module().engine(), ());
        store.set_epoch_deadline(TICKS_PER_CALL);
        let instance = module.instantiate(&mut store)?;
        if let Ok(initialize) = instance.get_typed_func::<(), ()>(&mut store, "_initialize") {
            initialize.call(&mut store, ())?;
        }
        Ok(Running {
            memory: instance.get_memory(&mut store, "memory").expect("an admitted module exports its memory"),
            alloc: instance.get_typed_func(&mut store, "alloc")?,
            handle: instance.get_typed_func(&mut store, "handle")?,
            store,
        })
    }

    fn handle(&mut self, message: &[u8]) -> Result<Vec<u8>> {
        self.store.set_epoch_deadline(TICKS_PER_CALL);
        let length = message.len() as u32;
        let pointer = self.alloc.call(&mut self.store, length)?;
        self.memory.write(&mut self.store, pointer as usize, message)?;
        let result = self.handle.call(&mut self.store, (pointer, length))?;
        let (pointer, length) = ((result >> 32 & 0x7fff_ffff) as usize, (result & 0xffff_ffff) as usize);
        ensure!(result >> 63 == 0, "the module reported a fault");
        ensure!(length <= LONGEST_OUTPUT, "the verdict has {length} bytes");
        let mut text = vec![0; length];
        self.memory.read(&self.store, pointer, &mut text)?;
        str::from_utf8(&text)?;
        Ok(text)
    }
}

/// Interruption by epochs, wasmtime's cheaper way to bound a call, and its fastest way to make instances.
fn engine() -> Result<Engine> {
    let mut pool = PoolingAllocationConfig::new();
    pool.max_memory_size(MOST_MEMORY);
    let mut config = Config::new();
    config.epoch_interruption(true);
    config.allocation_strategy(InstanceAllocationStrategy::Pooling(pool));
    let engine = Engine::new(&config)?;
    let ticking = engine.clone();
    thread::spawn(move || {
        loop {
            thread::sleep(TICK);
            ticking.increment_epoch();
        }
    });
    Ok(engine)
}
