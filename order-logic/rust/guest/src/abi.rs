use crate::Verdict;

const FAULT: u64 = 1 << 63;

/// Room for a message. What the message before it needed is free again, for a host that keeps the instance.
pub fn room_for(length: usize) -> *mut u8 {
    // The host has read the verdict on the message before, and a guest has no state.
    #[cfg(target_arch = "wasm32")]
    unsafe {
        crate::memory::start_over();
    }
    Vec::with_capacity(length.max(1)).leak().as_mut_ptr()
}

/// The message that the host wrote.
///
/// # Safety
/// `pointer` is from [`room_for`], and the host wrote `length` bytes there.
pub unsafe fn message<'a>(pointer: *const u8, length: usize) -> &'a [u8] {
    unsafe { std::slice::from_raw_parts(pointer, length) }
}

/// Hands a verdict to the host. One that cannot be written is a bug in the module, and told as such.
#[inline(never)]
pub fn answer(verdict: Verdict) -> u64 {
    match serde_json::to_string(&verdict) {
        Ok(text) => pack(text, 0),
        Err(error) => pack(format!("the verdict cannot be written: {error}"), FAULT),
    }
}

fn pack(text: String, fault: u64) -> u64 {
    let text = text.leak();
    fault | (text.as_ptr() as u64) << 32 | text.len() as u64
}
