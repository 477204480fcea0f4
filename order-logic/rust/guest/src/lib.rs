//! What a guest needs to talk to its host.
//!
//! The contract: the host asks `alloc` for room and writes the message there; `handle` takes the message and returns
//! `fault << 63 | pointer << 32 | length` of a UTF-8 text; the text is a verdict or, with the fault bit, an error.
//!
//! A module is a function from a message to an [`Emission`] or the reason why not, announced by [`handle_with!`].

mod abi;
#[cfg(target_arch = "wasm32")]
mod memory;
mod verdict;

pub use abi::{answer, message, room_for};
pub use verdict::{Emission, Module, Verdict};

/// Exports the contract's functions, with the given function as what decides about a message.
#[macro_export]
macro_rules! handle_with {
    ($decide:path) => {
        #[unsafe(no_mangle)]
        extern "C" fn alloc(length: usize) -> *mut u8 {
            $crate::room_for(length)
        }

        /// # Safety
        /// The host calls it with what it got from `alloc`, and once.
        #[unsafe(no_mangle)]
        unsafe extern "C" fn handle(pointer: *const u8, length: usize) -> u64 {
            let decision: Result<$crate::Emission, String> = $decide(unsafe { $crate::message(pointer, length) });
            $crate::answer(decision.into())
        }
    };
}

/// The name and version of the module that uses it, to be written into what it makes.
#[macro_export]
macro_rules! this_module {
    () => {
        $crate::Module { name: env!("CARGO_PKG_NAME"), version: env!("CARGO_PKG_VERSION") }
    };
}
